extension BodyWriter {
  /// Space to write an answer in: a grid of its shape, or a line.
  func blank(_ name: String, _ shape: [Int]) {
    html += "<div class=\"answer\"><p class=\"answer-name\">\(wording.answer) <code>"
    text(name)
    html += "</code></p>\n"
    let grids = BlankGrid.grids(of: shape)
    if grids.isEmpty { html += "<div class=\"blank-line\"></div>\n" }
    for grid in grids {
      if let title = grid.title { html += "<p class=\"answer-name\"><code>\(title)</code></p>\n" }
      html +=
        "<div class=\"scroll\"><table class=\"blank-grid\" aria-label=\"\(wording.blankLine)\">\n"
      let row = "<tr>\(String(repeating: "<td></td>", count: grid.columns))</tr>\n"
      html += String(repeating: row, count: grid.rows) + "</table></div>\n"
    }
    html += "</div>\n"
  }
}
