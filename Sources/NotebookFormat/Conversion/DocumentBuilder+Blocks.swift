import Diagnostics
import MarkdownTree

extension DocumentBuilder {
  /// How deep blocks may stand in one another.
  private static var maximumDepth: Int { 60 }

  /// The blocks among a node's children; containers, tables and footnotes are gathered from their
  /// markers.
  mutating func blocks(in parent: Int) -> [Block] {
    var frames = BlockFrames()
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else {
      report("blocks are nested too deep here", at: position(of: tree[parent]))
      return []
    }
    for index in Array(tree.children(of: parent)) {
      if case .htmlBlock(let html) = tree[index].kind, let marker = body.markerIndex(inHTML: html) {
        metMarkers.insert(marker)
        apply(body.markers[marker], to: &frames)
      } else if frames.isInTable {
        frames.addTableCell(inlines(in: index))
      } else {
        append(index, to: &frames)
      }
    }
    for frame in frames.unclosed() {
      report(
        "this ':::' block has no end", at: frame.position, help: "Close it with a line ':::'.")
      close(frame, &frames)
    }
    return frames.finished()
  }

  private mutating func append(_ index: Int, to frames: inout BlockFrames) {
    let node = tree[index]
    switch node.kind {
    case .paragraph: frames.append(paragraph(index))
    case .heading(let level):
      if frames.takesTitle {
        frames.setTitle(inlines(in: index))
      } else {
        frames.append([.heading(heading(index, level: level))])
      }
    case .blockQuote: frames.append([.quote(blocks(in: index))])
    case .bulletList(let isTight):
      frames.append([.list(ListBlock(start: nil, isTight: isTight, items: items(in: index)))])
    case .orderedList(let start, let isTight):
      frames.append([.list(ListBlock(start: start, isTight: isTight, items: items(in: index)))])
    case .codeBlock(let info, let literal):
      if let block = codeBlock(node, info: info, literal: literal) { frames.append([block]) }
    case .htmlBlock(let html): frames.append(rawHTML(html, at: position(of: node)))
    case .thematicBreak: frames.append([.thematicBreak])
    default: break
    }
  }

  private mutating func items(in list: Int) -> [[Block]] {
    var items: [[Block]] = []
    for item in Array(tree.children(of: list)) { items.append(blocks(in: item)) }
    return items
  }

  private mutating func rawHTML(_ html: String, at position: SourcePosition) -> [Block] {
    let text = body.restored(html)
    if frontMatter.rawHTML { return [.rawHTML(text)] }
    let trimmed = text[...].trimmingSpacesAndNewlines()
    if trimmed.hasPrefix("<!--") && trimmed.hasSuffix("-->") { return [] }
    warnOfRawHTML(at: position)
    return [.codeBlock(language: nil, code: text)]
  }

  /// Says that HTML is shown as text.
  mutating func warnOfRawHTML(at position: SourcePosition) {
    report(
      "raw HTML is shown as text", at: position, severity: .warning,
      help: "Write it in Markdown, or allow it with 'raw-html: true' in the front matter.")
  }

  private mutating func heading(_ index: Int, level: Int) -> Heading {
    let node = tree[index]
    var content = inlines(in: index)
    let attributes = takeTrailingAttributes(&content)
    let text = content.plainText
    let anchor = uniqueAnchor(attributes?.label ?? text.anchor)
    var number: String?
    if frontMatter.numberSections && attributes?.classes.contains("unnumbered") != true {
      number = sectionNumber(level)
    }
    if let label = attributes?.label, label.hasPrefix("sec-") {
      define(
        label, .section, number: number ?? "", title: text, anchor: anchor, at: position(of: node))
    }
    return Heading(level: level, content: content, anchor: anchor, number: number)
  }

  private mutating func sectionNumber(_ level: Int) -> String {
    while sectionNumbers.count > level { sectionNumbers.removeLast() }
    while sectionNumbers.count < level { sectionNumbers.append(0) }
    sectionNumbers[level - 1] += 1
    return sectionNumbers.drop { $0 == 0 }.map(String.init).joined(separator: ".")
  }

  /// Takes `{#label …}` off the end of a line of text.
  mutating func takeTrailingAttributes(_ content: inout [Inline]) -> AttributeList? {
    guard case .text(let text)? = content.last, text.hasSuffix("}"),
      let brace = text.lastIndex(of: "{")
    else { return nil }
    var rest = text[brace...]
    guard let attributes = AttributeList.takePrefix(of: &rest) else { return nil }
    let before = text[..<brace].trimmingTrailingSpaces()
    content.removeLast()
    if !before.isEmpty { content.append(.text(String(before))) }
    return attributes
  }
}

extension Substring {
  /// The text without white space at both ends.
  func trimmingSpacesAndNewlines() -> Substring {
    var text = drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}

extension String {
  /// The words in lower case, joined by dashes, as GitHub makes anchors.
  var anchor: String {
    var anchor = ""
    for character in lowercased() {
      if character.isLetter || character.isNumber || character == "_" {
        anchor.append(character)
      } else if (character.isWhitespace || character == "-") && !anchor.isEmpty {
        if anchor.last != "-" { anchor.append("-") }
      }
    }
    while anchor.last == "-" { anchor.removeLast() }
    return anchor
  }
}
