import Diagnostics

/// A line of the notebook's body as the parser is to see it first.
///
/// What looks like a `:::` line or the beginning of a footnote is written so that the parser takes
/// it as the block it would be; whether it is one, or stands in code, the parser decides.
struct BodyLine {
  /// What a line may stand for.
  enum Mark {
    /// A `:::` line with what stands behind the colons.
    case container(attributes: Bytes)
    /// `[^name]:`.
    case footnote(name: String)
  }

  /// The line as it was written.
  let original: Bytes
  /// The line for the parser.
  let text: Bytes
  /// What it may stand for.
  let mark: Mark?
  /// How many bytes stand before the mark.
  let indent: Int
  /// Its number in the file, from 1.
  let number: Int
  /// How many bytes further right the text stands in the file than here.
  let shift: Int

  init(_ line: Bytes, number: Int) {
    original = line
    self.number = number
    let indent = line.containerPrefixLength
    let rest = line.dropFirst(indent)
    if rest.starts(with: [.colon, .colon, .colon]) {
      mark = .container(attributes: rest.drop { $0 == .colon }.trimmed)
      text = (line.prefix(indent) + PreparedBody.markText)[...]
      shift = 0
    } else if indent < 4, let (name, content) = Self.footnote(rest) {
      mark = .footnote(name: name)
      let item = Array("1)  ".utf8)
      text =
        (Array(line.prefix(indent)) + (content.isEmpty ? item.dropLast(2) : item[...]) + content)[
          ...]
      shift = line.count - text.count
    } else {
      mark = nil
      text = line
      shift = 0
    }
    self.indent = indent
  }

  /// The place of a byte of the text.
  func position(_ offset: Int) -> SourcePosition {
    SourcePosition(line: number, column: offset + 1 + (offset > indent ? shift : 0))
  }

  /// The name and the first line of a footnote, `[^name]: content`.
  private static func footnote(_ rest: Bytes) -> (name: String, content: Bytes)? {
    guard rest.starts(with: Array("[^".utf8)) else { return nil }
    let name = rest.dropFirst(2).prefix { $0 > .space && $0 != .openBracket && $0 != .closeBracket }
    let after = rest[name.endIndex...]
    guard !name.isEmpty, after.starts(with: [.closeBracket, .colon]) else { return nil }
    return (name.text, after.dropFirst(2).drop(while: \.isBlank))
  }

  /// The lines of a notebook below the front matter.
  static func lines(of source: SourceText, from first: Int) -> [BodyLine] {
    let bytes = Array(source.text.utf8)
    var lines: [BodyLine] = []
    var start = 0
    var number = 1
    func add(upTo end: Int) {
      if number >= first { lines.append(BodyLine(bytes[start..<end], number: number)) }
      number += 1
    }
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let isReturn = byte == UInt8(ascii: "\r")
      guard isReturn || byte == .lineFeed else {
        index += 1
        continue
      }
      add(upTo: index)
      index += isReturn && index + 1 < bytes.count && bytes[index + 1] == .lineFeed ? 2 : 1
      start = index
    }
    add(upTo: bytes.count)
    return lines
  }
}
