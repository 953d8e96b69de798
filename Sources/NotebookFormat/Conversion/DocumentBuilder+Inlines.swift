import Diagnostics
import MarkdownTree

extension DocumentBuilder {
  /// The inlines among a node's children, with placeholders put back.
  mutating func inlines(in parent: Int) -> [Inline] {
    depth += 1
    defer { depth -= 1 }
    guard depth <= 100 else {
      report("emphasis and links are nested too deep here", at: position(of: tree[parent]))
      return []
    }
    var inlines: [Inline] = []
    var text = ""
    for index in Array(tree.children(of: parent)) {
      let node = tree[index]
      if case .text(let literal) = node.kind {
        text += literal
        continue
      }
      inlines += self.inlines(inText: text)
      text = ""
      inlines.append(inline(index, node))
    }
    inlines += self.inlines(inText: text)
    attachImageAttributes(&inlines)
    return inlines
  }

  private mutating func inline(_ index: Int, _ node: MarkdownNode) -> Inline {
    switch node.kind {
    case .softBreak: return .softBreak
    case .lineBreak: return .lineBreak
    case .code(let literal): return .code(body.restored(literal))
    case .htmlInline(let html):
      let text = body.restored(html)
      if frontMatter.rawHTML { return .rawHTML(text) }
      if text.hasPrefix("<!--") { return .text("") }
      warnOfRawHTML(at: position(of: node))
      return .text(text)
    case .emphasis: return .emphasis(inlines(in: index))
    case .strong: return .strong(inlines(in: index))
    case .link(let destination, let title):
      return .link(
        destination: body.restored(destination),
        title: title.isEmpty ? nil : body.restored(title), content: inlines(in: index))
    case .image(let source, let title):
      return .image(
        Image(
          source: body.restored(source), content: inlines(in: index),
          title: title.isEmpty ? nil : body.restored(title), alternative: nil, width: nil,
          position: position(of: node)))
    default: return .text("")
    }
  }

  private mutating func inlines(inText text: String) -> [Inline] {
    if text.isEmpty { return [] }
    return body.pieces(of: text).compactMap { piece in
      switch piece {
      case .text(let text):
        let clean = text.filter { $0 != PreparedBody.cellStart }
        return clean.isEmpty ? nil : .text(clean)
      case .placeholder(let index): return inline(body.placeholders[index])
      }
    }
  }

  private mutating func inline(_ placeholder: PreparedBody.Placeholder) -> Inline {
    switch placeholder {
    case .math(let tex, let position): return .math(tex: tex, position: position)
    case .displayMath(let tex, let label, let position):
      return .displayMath(displayMath(tex, label: label, at: position))
    case .value(let text, let position): return .value(inlineValue(text, at: position))
    case .reference(let label, let numberOnly, let position):
      references.append((label, position))
      return .reference(label: label, numberOnly: numberOnly, position: position)
    case .footnote(let name, let position):
      if footnoteUses[name] == nil {
        footnoteOrder.append(name)
        footnoteReferencePositions[name] = position
      }
      footnoteUses[name, default: 0] += 1
      let number = footnoteOrder.firstIndex(of: name).map { $0 + 1 } ?? 0
      return .footnoteReference(number: number, occurrence: footnoteUses[name] ?? 1)
    }
  }

  private mutating func displayMath(
    _ tex: String, label: String?, at position: SourcePosition
  ) -> DisplayMath {
    var number: String?
    if let label {
      let text = nextNumber(.equation)
      number = text
      define(label, .equation, number: text, anchor: uniqueAnchor(label), at: position)
    }
    return DisplayMath(tex: tex, label: label, number: number, position: position)
  }

  /// Gives each picture the attributes `{width=60%}` that follow it.
  private func attachImageAttributes(_ inlines: inout [Inline]) {
    for index in inlines.indices.dropLast() {
      guard case .image(var image) = inlines[index], case .text(let text) = inlines[index + 1]
      else { continue }
      var rest = text[...]
      guard let attributes = AttributeList.takePrefix(of: &rest) else { continue }
      image.label = attributes.label
      image.alternative = attributes["fig-alt"] ?? attributes["alt"]
      image.width = attributes["width"]
      inlines[index] = .image(image)
      inlines[index + 1] = .text(String(rest))
    }
    inlines.removeAll {
      if case .text("") = $0 { return true }
      return false
    }
  }

  /// A paragraph's blocks: formulas on lines of their own part it, and a picture alone is a figure.
  mutating func paragraph(_ index: Int) -> [Block] {
    let content = inlines(in: index)
    if content.count == 1, case .image(let image) = content[0], !image.content.isEmpty {
      return [.figure(figure(image))]
    }
    var blocks: [Block] = []
    var text: [Inline] = []
    func flush() {
      while case .softBreak? = text.first { text.removeFirst() }
      while case .softBreak? = text.last { text.removeLast() }
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
    let number = nextNumber(.figure)
    if let label = image.label {
      let anchor = uniqueAnchor(label)
      define(label, .figure, number: number, anchor: anchor, at: image.position)
    }
    return ImageFigure(image: image, label: image.label, number: number)
  }
}

extension [Inline] {
  /// The words without their marks, for anchors and lists.
  var plainText: String {
    map { inline in
      switch inline {
      case .text(let text), .code(let text): text
      case .emphasis(let content), .strong(let content): content.plainText
      case .link(_, _, let content): content.plainText
      case .image(let image): image.content.plainText
      case .softBreak, .lineBreak: " "
      case .math(let tex, _): tex
      case .displayMath(let math): math.tex
      case .rawHTML, .value, .reference, .footnoteReference: ""
      }
    }.joined()
  }
}
