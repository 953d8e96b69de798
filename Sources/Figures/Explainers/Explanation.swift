/// Where one cell of a result comes from: the cells that it is made of, and the calculation in full.
struct Explanation: Sendable {
  /// The cell of the result.
  var row: Int
  /// The cell of the result.
  var column: Int
  /// The cells of the other panels that take part, by panel.
  var sources: [(panel: Int, window: Heatmap.Highlight)]
  /// The calculation, line by line.
  var lines: [String]

  /// The calculation as one sentence.
  var spoken: String { lines.joined(separator: " ") }
}

/// Panels side by side, the last of them the result, whose every cell can be asked where it comes from.
///
/// A reader picks a cell by pointing, tapping or with the Tab key; style sheets alone answer. Where
/// nothing is picked, on paper and in a file, the chosen cells are explained.
struct Explainer: Sendable {
  /// The parts of the row: panels, and operators between them.
  var parts: [FigureRow.Part]
  /// What each cell of the result is made of; empty where the result is too large for that.
  var explanations: [Explanation]
  /// The explanations shown where nothing is picked, as indices.
  var chosen: [Int]
  /// Whether the explanations follow each other by themselves.
  var isAnimated = false
  /// What the figure shows.
  var alternative: String

  /// Results with more cells explain the chosen ones only.
  static let mostCells = 144

  var svg: SVG { ExplainerDrawing(self).svg }

  var plainText: String {
    let panels = parts.map { part in
      switch part {
      case .figure(let figure): figure.plainText
      case .text(let text): text
      }
    }
    return (panels + chosen.map { explanations[$0].lines.joined(separator: "\n") })
      .joined(separator: "\n")
  }
}
