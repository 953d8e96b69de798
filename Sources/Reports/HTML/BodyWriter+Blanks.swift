extension BodyWriter {
  /// Space to write an answer in: cells of its shape, or a line.
  func blank(_ name: String, _ shape: [Int]) {
    let blank = AnswerBlank(shape: shape)
    html += "<div class=\"answer\"><p class=\"answer-name\">\(wording.answer) <code>"
    text(name)
    html += "</code>"
    if blank == .remark { text(": \(wording.recorded(shape))") }
    html += "</p>\n"
    switch blank {
    case .line: html += "<div class=\"blank-line\"></div>\n"
    case .remark: break
    case .grids(let grids):
      html += "<div class=\"blank-grids\" role=\"img\" aria-label=\"\(wording.blankLine)\">\n"
      for grid in grids { write(grid, of: name) }
      html += "</div>\n"
    }
    html += "</div>\n"
  }

  private func write(_ grid: BlankGrid, of name: String) {
    let style = "style=\"--columns:\(grid.columns)\""
    guard !grid.isList else {
      let cells = String(repeating: "<i></i>", count: grid.rowLengths.reduce(0, +))
      html += "<div class=\"blank-list\" \(style)>\(cells)</div>\n"
      return
    }
    html += "<div class=\"blank-part\" \(style)>"
    if let title = grid.title {
      html += "<p class=\"answer-name\"><code>"
      text(name + title)
      html += "</code></p>"
    }
    html += "<table class=\"blank-grid\">\n"
    for length in grid.rowLengths {
      html += "<tr>\(String(repeating: "<td></td>", count: length))</tr>\n"
    }
    html += "</table></div>\n"
  }
}
