extension [Inline] {
  /// The words without their marks, for anchors and titles; a picture's are its caption.
  public var plainText: String { words(values: [:]) { $0.content.plainText } }

  /// The words without their marks, for readers; a picture's are its alternative, else its caption.
  ///
  /// - Parameter values: What stands for inline values, by their index.
  public func plainText(values: [Int: String] = [:]) -> String {
    words(values: values) { $0.alternative ?? $0.content.plainText(values: values) }
  }

  private func words(values: [Int: String], ofPicture: (Image) -> String) -> String {
    map { inline in
      switch inline {
      case .text(let text), .code(let text), .math(let text, _): text
      case .emphasis(let content), .strong(let content), .link(_, _, let content):
        content.words(values: values, ofPicture: ofPicture)
      case .image(let image): ofPicture(image)
      case .displayMath(let math): math.tex
      case .softBreak, .lineBreak: " "
      case .value(let value): values[value.index] ?? ""
      case .rawHTML, .reference, .footnoteReference: ""
      }
    }.joined()
  }
}
