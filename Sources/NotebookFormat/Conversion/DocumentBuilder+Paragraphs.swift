import MarkdownTree

extension DocumentBuilder {
  /// A paragraph's blocks: displayed formulas part it, and a picture alone is a figure.
  mutating func paragraph(_ index: Int) -> [Block] {
    let content = inlines(in: index)
    if content.count == 1, case .image(let image) = content[0],
      !image.content.isEmpty || image.label != nil
    {
      return [.figure(figure(image))]
    }
    for inline in content {
      if case .image(let image) = inline, let label = image.label {
        report(
          "the picture with the label '\(label)' does not stand alone", at: image.position,
          help: "Put it into a paragraph of its own, so that it becomes a figure.")
      }
    }
    return parted(content)
  }

  private func parted(_ content: [Inline]) -> [Block] {
    var blocks: [Block] = []
    var text: [Inline] = []
    func flush() {
      while text.first?.isBreakOrBlank == true { text.removeFirst() }
      while text.last?.isBreakOrBlank == true { text.removeLast() }
      if !text.isEmpty { blocks.append(.paragraph(text)) }
      text = []
    }
    for inline in content {
      if case .displayMath(let math) = inline {
        flush()
        blocks.append(.displayMath(math))
      } else {
        text.append(inline)
      }
    }
    flush()
    return blocks
  }

  private mutating func figure(_ image: Image) -> ImageFigure {
    var figure = ImageFigure(image: image, label: image.label, number: nil)
    if let label = image.label {
      let number = labels.nextNumber(.figure)
      figure.number = number
      define(label, .figure, number: number, of: "a figure", at: image.position)
    }
    return figure
  }
}

extension Inline {
  /// Whether nothing of it is seen at the edge of a paragraph.
  fileprivate var isBreakOrBlank: Bool {
    switch self {
    case .softBreak, .lineBreak: true
    case .text(let text): text.allSatisfy(\.isWhitespace)
    default: false
    }
  }
}
