import Diagnostics

/// A notebook's body made ready for a CommonMark parser that knows nothing of our extensions.
///
/// What stands inside lines (formulas, inline values, references, footnote marks, attributes)
/// becomes a placeholder. What stands on lines of its own (`:::`, tables) becomes a mark,
/// an HTML declaration that the parser keeps as a block; a footnote becomes a list item. The parser then
/// sees one document, so that link definitions hold everywhere, and every byte of it knows its place
/// in the notebook.
struct PreparedBody {
  /// Something inside a line that a placeholder stands for.
  enum Placeholder {
    case math(tex: String, position: SourcePosition)
    case displayMath(tex: String, attributes: AttributeList?, position: SourcePosition)
    case value(expression: String, position: SourcePosition)
    case reference(label: String, numberOnly: Bool, position: SourcePosition)
    case footnote(name: String, position: SourcePosition)
    case attributes(AttributeList, position: SourcePosition)
  }

  /// What a line that the parser sees as something else stands for.
  enum Mark {
    case openContainer(AttributeList, position: SourcePosition)
    case closeContainer(position: SourcePosition)
    case openTable(TableSource)
    case nextTableCell
    case closeTable

    /// The place of what begins or ends here, or nil for marks within a table.
    var position: SourcePosition? {
      switch self {
      case .openContainer(_, let position), .closeContainer(let position): position
      case .openTable(let source): source.position
      case .nextTableCell, .closeTable: nil
      }
    }
  }

  /// The beginning of a footnote.
  struct FootnoteStart {
    var name: String
    var position: SourcePosition
  }

  /// Where a line stands in the notebook.
  private struct Line {
    /// The place of the line's first byte.
    var start: SourcePosition
    /// From which column on the bytes stand elsewhere, where placeholders shifted them.
    var shifts: [(column: Int, position: SourcePosition)] = []

    /// The last shift at or before a column.
    func shift(at column: Int) -> (column: Int, position: SourcePosition)? {
      var low = 0
      var high = shifts.count
      while low < high {
        let middle = (low + high) / 2
        if shifts[middle].column <= column { low = middle + 1 } else { high = middle }
      }
      return low > 0 ? shifts[low - 1] : nil
    }
  }

  /// What was found wrong.
  var diagnostics: [Diagnostic] = []
  /// What the placeholders stand for.
  private(set) var placeholders: [Placeholder] = []
  /// The lines that are marks, by their numbers from 1.
  private(set) var marks: [Int: Mark] = [:]
  /// The lines on which list items begin that are footnotes.
  private(set) var footnotes: [Int: FootnoteStart] = [:]

  private var placeholderSources: [String] = []
  private var bytes: [UInt8] = []
  private var lines: [Line] = []
  private var lineStart = 0
}

// MARK: - Writing

extension PreparedBody {
  /// The text of a mark's line: a block of its own wherever it stands, and no end of a comment.
  static let markText = Array("<!N>".utf8)[...]

  /// Stands before the text of a table's cell, so that no block of CommonMark's begins there.
  static let cellStart: Bytes = [.dollar, 0xEF, 0xB7, 0x92, .dollar, .space]

  /// What a placeholder begins with: a dollar and U+FDD0, a noncharacter, which no text holds.
  private static let placeholderStart: Bytes = [.dollar, 0xEF, 0xB7, 0x90]
  /// What a placeholder ends with: U+FDD1 and a dollar.
  private static let placeholderEnd: Bytes = [0xEF, 0xB7, 0x91, .dollar]

  /// Begins a line whose first byte stands at the given place.
  mutating func beginLine(at position: SourcePosition) {
    if !lines.isEmpty { bytes.append(.lineFeed) }
    lineStart = bytes.count
    lines.append(Line(start: position))
  }

  /// Continues the line.
  mutating func write(_ text: Bytes) { bytes += text }

  /// Continues the line with bytes that stand elsewhere.
  mutating func shift(to position: SourcePosition) {
    lines[lines.count - 1].shifts.append((bytes.count - lineStart + 1, position))
  }

  /// Makes the current line a mark.
  mutating func add(_ mark: Mark) { marks[lines.count] = mark }

  /// Makes the list item that begins on the current line a footnote.
  mutating func add(_ footnote: FootnoteStart) { footnotes[lines.count] = footnote }

  /// Continues the line with a placeholder.
  ///
  /// It begins and ends with a dollar so that emphasis beside it opens and closes as it would beside
  /// the marks that were written.
  mutating func add(_ placeholder: Placeholder, source: String) {
    bytes += Self.placeholderStart + Array("\(placeholders.count)".utf8) + Self.placeholderEnd
    placeholders.append(placeholder)
    placeholderSources.append(source)
  }
}

// MARK: - Reading

extension PreparedBody {
  /// The text for the parser.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The notebook's place of a place in the prepared text.
  func position(_ place: SourcePosition) -> SourcePosition {
    guard !lines.isEmpty else { return SourcePosition(line: 1) }
    let line = lines[min(max(0, place.line - 1), lines.count - 1)]
    let shift = line.shift(at: place.column)
    var position = shift?.position ?? line.start
    position.column += max(0, place.column - (shift?.column ?? 1))
    return position
  }

  /// The notebook's line of a line in the prepared text.
  func line(_ number: Int) -> Int { position(SourcePosition(line: number)).line }

  /// A part of a text: plain, or a placeholder's number.
  enum Piece {
    case text(String)
    case placeholder(Int)
  }

  /// What a placeholder was written as.
  func source(ofPlaceholder index: Int) -> String { placeholderSources[index] }

  /// A text with each placeholder put back as it was written.
  func restored(_ text: String) -> String {
    guard text.utf8.contains(0xEF), !placeholders.isEmpty else { return text }
    return pieces(of: text).map { piece in
      switch piece {
      case .text(let text): text
      case .placeholder(let index): placeholderSources[index]
      }
    }.joined()
  }

  /// The text split at its placeholders.
  func pieces(of text: String) -> [Piece] {
    guard text.utf8.contains(0xEF), !placeholders.isEmpty else { return [.text(text)] }
    let bytes = Array(text.utf8)
    var pieces: [Piece] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      guard bytes[index] == .dollar, let (number, end) = placeholder(in: bytes, at: index) else {
        index += 1
        continue
      }
      if start < index { pieces.append(.text(bytes[start..<index].text)) }
      pieces.append(.placeholder(number))
      start = end
      index = end
    }
    if start < bytes.count { pieces.append(.text(bytes[start...].text)) }
    return pieces
  }

  private func placeholder(in bytes: [UInt8], at start: Int) -> (number: Int, end: Int)? {
    guard bytes[start...].starts(with: Self.placeholderStart) else { return nil }
    let digits = bytes[(start + Self.placeholderStart.count)...].prefix(while: \.isDigit)
    guard bytes[digits.endIndex...].starts(with: Self.placeholderEnd),
      let number = Int(digits.text), placeholders.indices.contains(number)
    else { return nil }
    return (number, digits.endIndex + Self.placeholderEnd.count)
  }
}
