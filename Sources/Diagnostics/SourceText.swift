/// A text with the name under which messages speak of it, and its lines.
public struct SourceText: Sendable {
  /// The name that stands before the line number in a message, such as `lesson.nb`.
  public let name: String
  /// The whole text.
  public let text: String
  /// The lines without their line endings; the first is `lines[0]`.
  public let lines: [Substring]

  /// A text with its name.
  public init(name: String, text: String) {
    self.name = name
    var text = text
    text.makeContiguousUTF8()
    self.text = text
    var lines: [Substring] = []
    let bytes = text.utf8
    var start = bytes.startIndex
    var index = start
    while index < bytes.endIndex {
      let byte = bytes[index]
      let next = bytes.index(after: index)
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        lines.append(text[start..<index])
        let isPair =
          byte == UInt8(ascii: "\r") && next < bytes.endIndex && bytes[next] == UInt8(ascii: "\n")
        start = isPair ? bytes.index(after: next) : next
        index = start
      } else {
        index = next
      }
    }
    lines.append(text[start...])
    self.lines = lines
  }

  /// The line with the given number, counted from 1, or nil where the text has no such line.
  public func line(_ number: Int) -> Substring? {
    lines.indices.contains(number - 1) ? lines[number - 1] : nil
  }
}
