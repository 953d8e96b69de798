import Diagnostics

/// Puts right what libcmark 0.30.2 gets wrong about places.
///
/// It counts the columns of a paragraph's later lines as if each began where the first did, which
/// misses lazy lines and indented ones; it takes a paragraph that follows link definitions to begin
/// at the first of them; and it ends blocks that the next line closes at that line.
struct PositionCorrector {
  private let bytes: [UInt8]
  private let lineStarts: [Int]

  /// A corrector for the trees of a text.
  init(_ text: String) {
    bytes = Array(text.utf8)
    var starts = [0]
    for (index, byte) in bytes.enumerated() {
      let isReturn = byte == UInt8(ascii: "\r")
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      if byte == UInt8(ascii: "\n") || (isReturn && next != UInt8(ascii: "\n")) {
        starts.append(index + 1)
      }
    }
    lineStarts = starts
  }

  /// Corrects the places of all nodes.
  func correct(_ nodes: inout [MarkdownNode]) {
    var index = 0
    while index < nodes.count {
      var end = index + 1
      switch nodes[index].kind {
      case .paragraph, .heading:
        while end < nodes.count, nodes[end].kind.isInline { end += 1 }
        correct(&nodes, leaf: index, inlines: index + 1..<end)
      case .htmlBlock(let literal):
        nodes[index].end = lineEnd(nodes[index].start.line + max(1, lineCount(literal)) - 1)
      case .codeBlock(let info, let literal, _):
        let fence = fence(nodes, code: index, literal: literal)
        nodes[index].kind = .codeBlock(info: info, literal: literal, fence: fence)
        if fence == .unclosed {
          nodes[index].end = lineEnd(nodes[index].start.line + lineCount(literal))
        }
      default: break
      }
      index = end
    }
  }
}

// MARK: - Lines

extension PositionCorrector {
  private func line(_ number: Int) -> ArraySlice<UInt8> {
    guard lineStarts.indices.contains(number - 1) else { return [] }
    let end = lineStarts.indices.contains(number) ? lineStarts[number] : bytes.count
    var line = bytes[lineStarts[number - 1]..<end]
    while let last = line.last, last == 0x0A || last == 0x0D { line.removeLast() }
    return line
  }

  private func lineEnd(_ number: Int) -> SourcePosition {
    SourcePosition(line: number, column: line(number).count)
  }

  private func lineCount(_ literal: String) -> Int {
    var count = 0
    var last: UInt8 = 0x0A
    for byte in literal.utf8 {
      if byte == 0x0A { count += 1 }
      last = byte
    }
    return last == 0x0A ? count : count + 1
  }

  /// The bytes of blanks and quote marks at the beginning of a line.
  private func prefixLength(ofLine number: Int) -> Int {
    line(number).prefix { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }.count
  }
}

// MARK: - Fences

extension PositionCorrector {
  /// What stands around the code block with the given index.
  private func fence(_ nodes: [MarkdownNode], code index: Int, literal: String)
    -> MarkdownNode.Fence
  {
    let start = nodes[index].start
    let text = line(start.line).dropFirst(start.column - 1)
    let length = text.prefix { $0 == text.first }.count
    guard length >= 3, text.first == UInt8(ascii: "`") || text.first == UInt8(ascii: "~") else {
      return .none
    }
    let before = line(start.line).prefix(start.column - 1).suffix(4)
    let isIndented =
      before.contains(0x09) || (before.count == 4 && before.allSatisfy { $0 == 0x20 })
    if isIndented && literal.utf8.starts(with: text) { return .none }
    return isClosed(nodes, fence: index, lineCount: lineCount(literal)) ? .closed : .unclosed
  }

  /// Whether a fence of its own ends the code, rather than its container's end or the text's.
  private func isClosed(_ nodes: [MarkdownNode], fence index: Int, lineCount: Int) -> Bool {
    let (start, end) = (nodes[index].start, nodes[index].end)
    guard end.line - start.line - 1 == lineCount else { return false }
    let opening = line(start.line).dropFirst(start.column - 1)
    let length = opening.prefix { $0 == opening.first }.count
    let closing = line(end.line).dropFirst(prefixLength(ofLine: end.line))
    let marks = closing.prefix { $0 == opening.first }
    guard marks.count >= length,
      closing.dropFirst(marks.count).allSatisfy({ $0 == 0x20 || $0 == 0x09 })
    else { return false }
    // A fence outside of the container opens a code block of its own.
    for node in nodes[(index + 1)...] {
      switch node.kind {
      case .blockQuote, .bulletList, .orderedList, .item: continue
      case .codeBlock: return node.start.line != end.line
      default: return true
      }
    }
    return true
  }
}

// MARK: - Paragraphs and headings

extension PositionCorrector {
  private func correct(_ nodes: inout [MarkdownNode], leaf: Int, inlines: Range<Int>) {
    let firstLine = nodes[leaf].start.line
    guard nodes[leaf].end.line > firstLine else { return }
    let assumedPrefix = nodes[leaf].start.column - 1
    let uncounted = uncountedBreaks(nodes, leaf: leaf, inlines: inlines)
    let skipped = definitionLines(nodes, leaf: leaf, inlines: inlines, uncounted: uncounted.count)
    if skipped > 0 {
      nodes[leaf].start.line += skipped
      nodes[leaf].start.column = prefixLength(ofLine: firstLine + skipped) + 1
    }
    // How many lines further down a node stands than libcmark says, and how many columns further
    // left.
    var lines = skipped
    var columns = 0
    var countedLine = firstLine
    for index in inlines {
      if uncounted.contains(index) {
        let number = countedLine + lines
        let prefix = number == firstLine ? assumedPrefix : prefixLength(ofLine: number)
        columns += line(number).count - prefix + 1
        lines += 1
      }
      guard nodes[index].start.line > 0 else { continue }
      var (start, end) = (nodes[index].start, nodes[index].end)
      if start.line > countedLine { columns = 0 }
      let isSpread = end.line > start.line
      start.line += lines
      end.line += lines
      if start.line > firstLine {
        start.column += prefixLength(ofLine: start.line) - assumedPrefix - columns
      }
      if isSpread {
        end.column += prefixLength(ofLine: end.line)
        if case .htmlInline = nodes[index].kind { end.column += 1 }
      } else if end.line > firstLine {
        end.column += prefixLength(ofLine: end.line) - assumedPrefix - columns
      }
      if nodes[index].kind.isText {
        countedLine = nodes[index].end.line
        if isSpread { columns = 0 }
      }
      (nodes[index].start, nodes[index].end) = (start, end)
    }
    // A heading over several lines is underlined; libcmark ends it where the next block begins.
    if nodes[leaf].kind != .paragraph { nodes[leaf].end = lineEnd(countedLine + lines + 1) }
  }

  /// The hard breaks made by a backslash, for which libcmark counts no line.
  private func uncountedBreaks(
    _ nodes: [MarkdownNode], leaf: Int, inlines: Range<Int>
  ) -> Set<Int> {
    var breaks: Set<Int> = []
    var previousLine = nodes[leaf].start.line
    var pending: Int?
    for index in inlines {
      if nodes[index].kind == .lineBreak { pending = index }
      if nodes[index].kind == .softBreak { pending = nil }
      guard nodes[index].kind.isText else { continue }
      if let pending, nodes[index].start.line == previousLine { breaks.insert(pending) }
      pending = nil
      previousLine = nodes[index].end.line
    }
    return breaks
  }

  /// How many lines of link definitions stand before the paragraph's text.
  private func definitionLines(
    _ nodes: [MarkdownNode], leaf: Int, inlines: Range<Int>, uncounted: Int
  ) -> Int {
    let start = nodes[leaf].start
    guard nodes[leaf].kind == .paragraph,
      line(start.line).dropFirst(start.column - 1).first == UInt8(ascii: "[")
    else { return 0 }
    let last = nodes[inlines].map { max($0.start.line, $0.end.line) }.max()
    return last.map { max(0, nodes[leaf].end.line - $0 - uncounted) } ?? 0
  }
}

extension MarkdownNode.Kind {
  /// Whether the node is a part of a line.
  public var isInline: Bool {
    switch self {
    case .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .link, .image: true
    default: false
    }
  }

  /// Whether the node stands for bytes of the text, and has no children.
  fileprivate var isText: Bool {
    switch self {
    case .text, .code, .htmlInline: true
    default: false
    }
  }
}
