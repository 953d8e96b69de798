import Diagnostics
import MarkdownTree

/// The lines of the body, and what each is by CommonMark's rules, found by a first parse.
struct BodyLines {
  /// What a line is.
  enum Role {
    /// Neither of the following: blank, a thematic break, a link definition.
    case other
    /// Code or raw HTML, which nothing of ours touches.
    case verbatim
    /// A `:::` line that is a block of its own.
    case mark
    /// Text of the given paragraph or heading.
    case text(leaf: Int, isHeading: Bool)
  }

  /// The lines.
  let lines: [BodyLine]
  /// The role of each line.
  private(set) var roles: [Role]
  /// The lines that begin footnotes.
  private(set) var footnotes: Set<Int> = []
  /// The offset of the text in the first line of each paragraph and heading.
  private var textOffsets: [Int: Int] = [:]

  /// Finds the roles of the lines.
  init(_ lines: [BodyLine]) {
    self.lines = lines
    roles = Array(repeating: .other, count: lines.count)
    var text: [UInt8] = []
    for (index, line) in lines.enumerated() {
      if index > 0 { text.append(.lineFeed) }
      text += line.text
    }
    let tree = MarkdownTree(parsing: String(decoding: text, as: UTF8.self))
    for (index, node) in tree.nodes.enumerated() {
      let first = node.start.line - 1
      let lineRange = first..<max(node.start.line, node.end.line)
      switch node.kind {
      case .codeBlock: set(.verbatim, lineRange)
      case .htmlBlock:
        let isMark: Bool
        if case .container? = lines[first].mark { isMark = true } else { isMark = false }
        set(isMark ? .mark : .verbatim, lineRange)
      case .paragraph, .heading:
        set(.text(leaf: index, isHeading: node.kind != .paragraph), lineRange)
        textOffsets[first] = node.start.column - 1
      case .item:
        if case .footnote? = lines[first].mark, node.start.column == lines[first].indent + 1 {
          footnotes.insert(first)
        }
      default: break
      }
    }
  }

  private mutating func set(_ role: Role, _ lines: Range<Int>) {
    for line in lines where roles.indices.contains(line) { roles[line] = role }
  }
}

extension BodyLines {
  /// The number of lines.
  var count: Int { lines.count }

  /// The line with the given index.
  subscript(index: Int) -> BodyLine { lines[index] }

  /// The paragraph or heading that a line belongs to, or nil.
  func leaf(_ line: Int) -> Int? {
    if roles.indices.contains(line), case .text(let leaf, _) = roles[line] { return leaf }
    return nil
  }

  /// The line behind the last of those that belong to the same paragraph or heading.
  func leafEnd(from line: Int) -> Int {
    let leaf = leaf(line)
    var end = line + 1
    while end < roles.count, self.leaf(end) == leaf { end += 1 }
    return end
  }

  /// The lines of the paragraph that begins at a line, to scan; nil where none does, or a mark.
  ///
  /// - Parameter line: The line; then the one behind the paragraph.
  func takeParagraph(at line: inout Int) -> [InlineScanner.Line]? {
    guard leaf(line) != nil, lines[line].mark == nil else { return nil }
    let range = line..<leafEnd(from: line)
    line = range.upperBound
    return range.map(scanned)
  }

  /// Where the text of a paragraph's or heading's line begins.
  func textOffset(_ index: Int) -> Int {
    textOffsets[index] ?? lines[index].text.quotePrefixLength
  }

  /// Whether a line belongs to a heading.
  func isHeading(_ index: Int) -> Bool {
    if case .text(_, isHeading: true) = roles[index] { return true }
    return false
  }

  /// A line for the scanner.
  func scanned(_ index: Int) -> InlineScanner.Line {
    let line = lines[index]
    var scanned = InlineScanner.Line(
      text: line.original, prefixLength: textOffset(index), start: line.position(0),
      isHeading: isHeading(index))
    if footnotes.contains(index), case .footnote(let name)? = line.mark {
      scanned.text = line.text
      scanned.shift = line.shift
      scanned.footnote = PreparedBody.FootnoteStart(
        name: name, position: line.position(line.indent))
    }
    return scanned
  }
}
