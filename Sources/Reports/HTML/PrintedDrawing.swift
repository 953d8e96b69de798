import CellEvents

/// How high drawings are on a printed page.
enum PrintedDrawing {
  /// Two fifths of a page of A4, in pixels.
  private static let tallestOnOnePage = 385.0
  /// The width of the text of such a page; wider drawings are shrunk to it.
  private static let width = 640.0
  /// By how much all drawings are shrunk on paper, where their texts are too large beside the others.
  private static let zoom = 0.85

  /// Whether the outputs' drawings together may stand on two pages.
  static func isTall(_ outputs: [CellOutput]) -> Bool {
    outputs.map(height).reduce(0, +) > tallestOnOnePage
  }

  private static func height(of output: CellOutput) -> Double {
    guard case .display(let bundle) = output, let markup = bundle["image/svg+xml"] else { return 0 }
    var scanner = MarkupScanner(markup)
    guard case .open("svg", let attributes, _)? = scanner.next() else { return 0 }
    func number(_ name: String) -> Double? {
      attributes.first { $0.name == name }.flatMap { Double($0.value) }
    }
    guard let height = number("height"), let width = number("width") else { return 0 }
    return height * min(Self.zoom, Self.width / max(1, width))
  }
}
