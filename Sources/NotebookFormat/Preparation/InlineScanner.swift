import Diagnostics

/// Replaces what our format adds to lines of text by placeholders: `$…$`, `$$…$$`,
/// `` `{swift} …` ``, `@fig-…`, `[^name]`, attributes. Code spans, addresses and escaped characters
/// are left alone.
struct InlineScanner {
  /// A line of text.
  struct Line {
    /// The line without its line ending.
    var text: Bytes
    /// How many bytes belong to the containers that the line stands in.
    var prefixLength: Int
    /// The place of the first byte.
    var start: SourcePosition
    /// How many bytes further right the text behind the prefix stands than here.
    var shift = 0
    /// Whether nothing but `start` is known of its place.
    var isFixed = false
    /// Whether it belongs to a heading.
    var isHeading = false
    /// The footnote that begins on the line.
    var footnote: PreparedBody.FootnoteStart?
  }

  /// The lines, joined by line feeds.
  private(set) var bytes: [UInt8] = []
  /// Where the next byte to look at stands.
  var index = 0
  private var lines: [Line] = []
  private var lineStarts: [Int] = []
  /// The line that is scanned.
  var line = 0
  private let more: () -> [Line]?

  /// A scanner of the lines of one paragraph or heading.
  ///
  /// - Parameter more: Gives the lines of the following paragraph, for formulas that CommonMark's
  ///   blocks seem to part; nil where they must end.
  init(_ lines: [Line], more: @escaping () -> [Line]? = { nil }) {
    self.more = more
    append(lines)
  }

  /// Writes the lines with their inline marks replaced.
  mutating func run(into body: inout PreparedBody) {
    beginLine(&body)
    while index < bytes.count {
      switch bytes[index] {
      case .lineFeed:
        line += 1
        beginLine(&body)
      case .backslash: copy(next(1) == .lineFeed ? 1 : 2, &body)
      case .backtick: takeBackticks(&body)
      case .dollar: takeMath(&body)
      case UInt8(ascii: "@"): takeReference(&body)
      case .openBracket: takeBracket(&body)
      case .openBrace: takeAttributes(&body)
      case UInt8(ascii: "<"): takeAddress(&body)
      case 0xEF: takeNoncharacter(&body)
      default: copy(bytes[index...].prefix { !Self.isSpecial[Int($0)] }.count, &body)
      }
    }
  }

  private static let isSpecial: [Bool] = {
    var table = Array(repeating: false, count: 256)
    for byte in Array("\n\\`$@[{<".utf8) + [0xEF] { table[Int(byte)] = true }
    return table
  }()
}

// MARK: - Lines and places

extension InlineScanner {
  /// Adds lines to those to scan.
  private mutating func append(_ new: [Line]) {
    for line in new {
      if !lines.isEmpty { bytes.append(.lineFeed) }
      lineStarts.append(bytes.count)
      bytes += line.text
      lines.append(line)
    }
  }

  /// Adds the lines of the following paragraph; false where there is none.
  mutating func appendMore() -> Bool {
    guard let lines = more() else { return false }
    append(lines)
    return true
  }

  /// Begins the line that is scanned next.
  mutating func beginLine(_ body: inout PreparedBody) {
    let start = lineStarts[line]
    body.beginLine(at: lines[line].start)
    if let footnote = lines[line].footnote { body.add(footnote) }
    index = start + lines[line].prefixLength
    body.write(bytes[start..<index])
    if lines[line].shift != 0 { body.shift(to: position(index)) }
  }

  /// The place of a byte in the notebook.
  func position(_ offset: Int) -> SourcePosition {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    let within = offset - lineStarts[low]
    var position = lines[low].start
    if lines[low].isFixed { return position }
    position.column += within + (within >= lines[low].prefixLength ? lines[low].shift : 0)
    return position
  }

  /// Whether the line that is scanned belongs to a heading.
  var isInHeading: Bool { lines[line].isHeading }

  /// Whether nothing but containers stands before the next byte on its line.
  var isAtLineStart: Bool { index - lineStarts[line] == lines[line].prefixLength }

  /// How many quotes the line that is scanned stands in.
  var quoteDepth: Int {
    lines[line].text.prefix(lines[line].prefixLength).count { $0 == .quote }
  }
}

// MARK: - Reading and writing

extension InlineScanner {
  /// The bytes in a range as text.
  func text(_ range: Range<Int>) -> String { bytes[range].text }

  /// The byte that many places behind the next one, or nil.
  func next(_ distance: Int) -> UInt8? { byte(index + distance) }

  /// The byte at an offset, or nil.
  func byte(_ offset: Int) -> UInt8? { bytes.indices.contains(offset) ? bytes[offset] : nil }

  /// Writes bytes as they are; they hold no line feed.
  mutating func copy(_ count: Int, _ body: inout PreparedBody) {
    let end = min(index + count, bytes.count)
    body.write(bytes[index..<end])
    index = end
  }

  /// Writes bytes that may stand on several lines.
  mutating func copyLines(upTo end: Int, _ body: inout PreparedBody) {
    while index < end {
      let stop = bytes[index..<end].firstIndex(of: .lineFeed) ?? end
      copy(stop - index, &body)
      if index < end {
        line += 1
        beginLine(&body)
      }
    }
  }

  /// Puts a placeholder in the place of the bytes up to `end`; the rest of their last line follows.
  mutating func replace(
    upTo end: Int, by placeholder: PreparedBody.Placeholder, _ body: inout PreparedBody
  ) {
    body.add(placeholder, source: text(index..<end))
    skip(to: end, &body)
  }

  /// Leaves out the bytes up to `end`.
  mutating func skip(to end: Int, _ body: inout PreparedBody) {
    line += bytes[index..<end].count { $0 == .lineFeed }
    index = end
    body.shift(to: position(end))
  }
}
