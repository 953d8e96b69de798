import Diagnostics
import MarkdownTree

extension DocumentBuilder {
  /// The blocks among a node's children; containers and tables are gathered from their marks.
  mutating func blocks(in parent: Int) -> [Block] {
    guard mayNest(at: position(of: tree[parent])) else { return [] }
    var frames = BlockFrames()
    depth += 1
    defer { depth -= 1 }
    for index in tree.children(of: parent) {
      if case .htmlBlock = tree[index].kind, let mark = body.marks[tree[index].start.line] {
        metMarks.insert(tree[index].start.line)
        apply(mark, to: &frames)
      } else if frames.isInTable {
        frames.addToTableCell(inlines(in: index))
      } else {
        append(index, to: &frames)
      }
    }
    while let frame = frames.close() {
      if case .container = frame.kind {
        report(
          "this ':::' block has no end", at: frame.position,
          help: "Close it with a line ':::' that is indented as this one is.")
      }
      close(frame, &frames)
    }
    return frames.blocks
  }

  private mutating func append(_ index: Int, to frames: inout BlockFrames) {
    let node = tree[index]
    switch node.kind {
    case .paragraph: frames.append(paragraph(index))
    case .heading(let level):
      if frames.takesTitle {
        frames.setTitle(title(index))
      } else {
        frames.append([.heading(heading(index, level: level, isTab: frames.isInTabset))])
      }
    case .blockQuote: frames.append([.quote(blocks(in: index))])
    case .bulletList(let isTight): frames.append(list(index, start: nil, isTight: isTight))
    case .orderedList(let start, let isTight):
      frames.append(list(index, start: start, isTight: isTight))
    case .codeBlock(let info, let literal, let fence):
      let code = body.restored(literal)
      if let block = codeBlock(node, info: info, code: code, fence: fence) {
        frames.append([block])
      }
    case .htmlBlock(let html): frames.append(rawHTML(html, at: position(of: node)))
    case .thematicBreak: frames.append([.thematicBreak])
    default: break
    }
  }

  /// A list without the items that are footnotes; none where all are.
  private mutating func list(_ index: Int, start: Int?, isTight: Bool) -> [Block] {
    var items: [[Block]] = []
    for item in tree.children(of: index) {
      if let footnote = body.footnotes[tree[item].start.line] {
        readFootnote(footnote, item: item)
      } else {
        items.append(blocks(in: item))
      }
    }
    return items.isEmpty ? [] : [.list(ListBlock(start: start, isTight: isTight, items: items))]
  }

  private mutating func rawHTML(_ html: String, at position: SourcePosition) -> [Block] {
    let text = body.restored(html)
    noteComments(in: text, at: position)
    if frontMatter.rawHTML { return [.rawHTML(text)] }
    let trimmed = Array(text.utf8)[...].drop(while: \.isSpace).text
    if trimmed.hasPrefix("<!--"), let end = trimmed.firstRange(of: "-->"),
      trimmed[end.upperBound...].allSatisfy(\.isWhitespace)
    {
      return []
    }
    warnOfRawHTML(at: position)
    return [.codeBlock(language: nil, code: text)]
  }

  /// Notes where comments begin in HTML that begins at the given place.
  mutating func noteComments(in html: String, at position: SourcePosition) {
    for (offset, line) in html.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let number = position.line + offset
      // Other lines may have marks of lists and quotes before them.
      let written = Array((source.line(number) ?? "").utf8)
      var first = offset == 0 ? position.column - 1 : 0
      for _ in line.ranges(of: "<!--") {
        let rest = written[min(first, written.count)...]
        guard let found = rest.firstRange(of: "<!--".utf8) else { break }
        comments.append(SourcePosition(line: number, column: found.lowerBound + 1))
        first = found.upperBound
      }
    }
  }

  /// Says that HTML is shown as text.
  mutating func warnOfRawHTML(at position: SourcePosition) {
    report(
      "raw HTML is shown as text", at: position, severity: .warning,
      help: "Write it in Markdown, or allow it with 'raw-html: true' in the front matter.")
  }
}

// MARK: - Headings

extension DocumentBuilder {
  private mutating func heading(_ index: Int, level: Int, isTab: Bool) -> Heading {
    let position = position(of: tree[index])
    let (content, attributes) = headingText(index)
    var number: String?
    if frontMatter.numberSections && !isTab
      && attributes?.classes.contains("unnumbered") != true
    {
      number = labels.nextSectionNumber(level: level)
    }
    if let label = attributes?.label {
      if Self.kind(of: label) == .section {
        define(
          label, .section, number: number ?? "", title: content.plainText, of: "a heading",
          at: position)
      } else {
        defineName(label, of: "a heading", at: position)
      }
    }
    return Heading(
      level: level, content: content, anchor: attributes?.label ?? "", number: number)
  }

  /// The heading of a container.
  private mutating func title(_ index: Int) -> [Inline] {
    let (content, attributes) = headingText(index)
    if let label = attributes?.label {
      report(
        "the title of a block cannot have the label '\(label)'", at: position(of: tree[index]),
        help: "Give it to the block, as in '::: {.exercise #exr-loss}'.")
    }
    return content
  }

  /// What a heading says, and the attributes behind it.
  private mutating func headingText(
    _ index: Int
  ) -> (content: [Inline], attributes: AttributeList?) {
    headingAttributes = nil
    isInHeading = true
    defer { isInHeading = false }
    var content = inlines(in: index)
    if headingAttributes != nil { content.trimTrailingBlanks() }
    return (content, headingAttributes)
  }
}

extension [Inline] {
  /// Takes the blanks off the end of the text.
  fileprivate mutating func trimTrailingBlanks() {
    guard case .text(var text)? = last else { return }
    while text.last?.isWhitespace == true { text.removeLast() }
    removeLast()
    if !text.isEmpty { append(.text(text)) }
  }
}
