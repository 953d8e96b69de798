/// Where the panels of an explainer lie, in one line or in as many as a narrow page needs.
struct ExplainerLayout {
  /// A panel with the operator before it.
  struct Item {
    /// The operator, or nil before the first panel.
    var symbol: String?
    var panel: SVG

    var symbolWidth: Double {
      symbol.map { TextWidth.of($0, size: 20) + 4 + ExplainerLayout.gap } ?? 0
    }
    var width: Double { symbolWidth + panel.width }
  }

  /// The top left corner of each panel.
  private(set) var panels: [(x: Double, y: Double)] = []
  /// The middle of each item's operator.
  private(set) var symbols: [(x: Double, y: Double)] = []
  private(set) var width = 0.0
  private(set) var height = 0.0
  /// The height of the first line's operators.
  private(set) var center = 0.0

  fileprivate static let gap = 12.0

  /// Lines of at most the given width, unless one panel alone is wider.
  init(_ items: [Item], widest: Double) {
    let lines = Self.lines(items, widest: widest)
    width = lines.map { Self.width(items[$0]) }.max() ?? 0
    for line in lines {
      let top = height == 0 ? 0 : height + Self.gap
      let above = items[line].map(\.panel.center).max() ?? 0
      if height == 0 { center = above }
      var x = ((width - Self.width(items[line])) / 2).rounded()
      for item in items[line] {
        symbols.append((x + (item.symbolWidth - Self.gap) / 2, top + above + 7))
        let y = top + (above - item.panel.center).rounded()
        panels.append((x + item.symbolWidth, y))
        height = max(height, y + item.panel.height)
        x += item.width + Self.gap
      }
    }
  }

  private static func width(_ items: ArraySlice<Item>) -> Double {
    items.reduce(-gap) { $0 + $1.width + gap }
  }

  private static func lines(_ items: [Item], widest: Double) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    for index in items.indices {
      if let last = lines.last, width(items[last.lowerBound...index]) <= widest {
        lines[lines.count - 1] = last.lowerBound..<index + 1
      } else {
        lines.append(index..<index + 1)
      }
    }
    return lines
  }
}
