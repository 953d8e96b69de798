import Diagnostics
import MarkdownTree

extension DocumentBuilder {
  /// The inlines among a node's children, with placeholders put back.
  mutating func inlines(in parent: Int) -> [Inline] {
    guard mayNest(at: position(of: tree[parent])) else { return [] }
    depth += 1
    defer { depth -= 1 }
    var inlines: [Inline] = []
    var text = ""
    for index in tree.children(of: parent) {
      if case .text(let literal) = tree[index].kind {
        text += literal
        continue
      }
      append(text, to: &inlines)
      text = ""
      inlines.append(inline(index, tree[index]))
    }
    append(text, to: &inlines)
    return inlines
  }

  /// The inlines of a text that stands elsewhere than in the body, such as a caption.
  ///
  /// - Parameter position: Where it stands, or what it belongs to on the same line.
  mutating func inlines(ofText text: String, at position: SourcePosition) -> [Inline] {
    var prepared = PreparedBody()
    let column = column(of: text, from: position)
    let start = SourcePosition(line: position.line, column: column ?? position.column)
    let lines = text.split(separator: "\n").map { line in
      InlineScanner.Line(
        text: Array(line.utf8)[...], prefixLength: 0, start: start, isFixed: column == nil)
    }
    if lines.isEmpty { return [] }
    var scanner = InlineScanner(lines)
    scanner.run(into: &prepared)
    diagnostics += prepared.diagnostics
    let outer = (body, tree)
    body = prepared
    tree = MarkdownTree(
      parsing: PreparedBody.cellStart.text + prepared.text, quotes: frontMatter.quotes)
    defer { (body, tree) = outer }
    return tree.children(of: MarkdownTree.root).flatMap { inlines(in: $0) }
  }

  /// The column at which a text stands on a line of the notebook, at or behind a place, or nil.
  private func column(of text: String, from position: SourcePosition) -> Int? {
    let line = Array((source.line(position.line) ?? "").utf8)
    let text = Array(text.utf8)
    let first = max(0, position.column - 1)
    return (first..<max(first, line.count)).first { line[$0...].starts(with: text) }.map { $0 + 1 }
  }

  private mutating func inline(_ index: Int, _ node: MarkdownNode) -> Inline {
    switch node.kind {
    case .softBreak: return .softBreak
    case .lineBreak: return .lineBreak
    case .code(let literal): return .code(body.restored(literal))
    case .htmlInline(let html):
      let text = body.restored(html)
      noteComments(in: text, at: position(of: node))
      if frontMatter.rawHTML { return .rawHTML(text) }
      if text.hasPrefix("<!--") { return .text("") }
      if !text.hasPrefix("</") { warnOfRawHTML(at: position(of: node)) }
      return .text(text)
    case .emphasis: return .emphasis(inlines(in: index))
    case .strong: return .strong(inlines(in: index))
    case .link(let destination, let title):
      return .link(
        destination: body.restored(destination), title: title.isEmpty ? nil : body.restored(title),
        content: inlines(in: index))
    case .image(let source, let title):
      return .image(
        Image(
          source: body.restored(source), content: inlines(in: index),
          title: title.isEmpty ? nil : body.restored(title), alternative: nil, width: nil,
          position: position(of: node)))
    default: return .text("")
    }
  }
}

// MARK: - Placeholders

extension DocumentBuilder {
  private static let cellStart = PreparedBody.cellStart.text

  private mutating func append(_ text: String, to inlines: inout [Inline]) {
    if text.isEmpty { return }
    let text = text.hasPrefix(Self.cellStart) ? String(text.dropFirst(Self.cellStart.count)) : text
    for piece in body.pieces(of: text) {
      switch piece {
      case .text(let text): if !text.isEmpty { inlines.append(.text(text)) }
      case .placeholder(let index):
        if case .attributes(let list, let position) = body.placeholders[index] {
          attach(list, to: &inlines, source: body.source(ofPlaceholder: index), at: position)
        } else {
          inlines.append(inline(body.placeholders[index]))
        }
      }
    }
  }

  private mutating func inline(_ placeholder: PreparedBody.Placeholder) -> Inline {
    switch placeholder {
    case .math(let tex, let position): return .math(tex: tex, position: position)
    case .displayMath(let tex, let attributes, let position):
      return .displayMath(displayMath(tex, label: attributes?.label, at: position))
    case .value(let text, let position): return .value(inlineValue(text, at: position))
    case .reference(let label, let numberOnly, let position):
      labels.refer(to: label, at: position)
      return .reference(label: label, numberOnly: numberOnly, position: position)
    case .footnote(let name, let position):
      let (number, occurrence) = footnotes.refer(to: name, at: position)
      return .footnoteReference(number: number, occurrence: occurrence)
    case .attributes: preconditionFailure("attributes are attached, not shown")
    }
  }

  private mutating func displayMath(
    _ tex: String, label: String?, at position: SourcePosition
  ) -> DisplayMath {
    if tex.isEmpty { report("the formula is empty", at: position) }
    var math = DisplayMath(tex: tex, label: label, number: nil, position: position)
    if let label {
      let number = labels.nextNumber(.equation)
      math.number = number
      define(label, .equation, number: number, of: "a formula", at: position)
    }
    return math
  }
}

// MARK: - Attributes

extension DocumentBuilder {
  /// Gives attributes to the picture, link or heading that they follow; else they are text.
  private mutating func attach(
    _ list: AttributeList, to inlines: inout [Inline], source: String, at position: SourcePosition
  ) {
    switch inlines.last {
    case .image(var image)?:
      read(list, into: &image, at: position)
      inlines[inlines.count - 1] = .image(image)
    case .link?:
      report("the attributes of a link mean nothing", at: position, severity: .warning)
    default:
      if isInHeading && headingAttributes == nil {
        headingAttributes = list
      } else {
        inlines.append(.text(source))
      }
    }
  }

  private mutating func read(
    _ list: AttributeList, into image: inout Image, at position: SourcePosition
  ) {
    image.label = list.label
    for pair in list.pairs {
      switch pair.key {
      case "fig-alt", "alt": image.alternative = pair.value
      case "width":
        image.width = Self.length(pair.value)
        if image.width == nil {
          report(
            "'width' takes a length such as '60%' or '300px', not '\(pair.value)'", at: position)
        }
      default:
        let suggestion = trailingSuggestion(for: pair.key, among: ["width", "fig-alt", "alt"])
        report(
          "unknown attribute '\(pair.key)'\(suggestion)", at: position, severity: .warning,
          help: "Known are: width, fig-alt, alt.")
      }
    }
  }

  /// A length of style sheets; a bare number counts pixels.
  private static func length(_ text: String) -> String? {
    let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard let value = Double(number), value > 0 else { return nil }
    switch text.dropFirst(number.count) {
    case "": return "\(number)px"
    case "%", "px", "em", "rem", "cm", "mm", "in", "pt", "ch", "vw": return text
    default: return nil
    }
  }
}
