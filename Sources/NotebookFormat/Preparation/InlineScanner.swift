import Diagnostics

/// Replaces what our format adds to lines of text by placeholders: `$…$`, `$$…$$`,
/// `` `{swift} …` ``, `@fig-…`, `[^name]`. Code spans and escaped characters are left alone.
struct InlineScanner {
  /// A run of lines without a blank one, as bytes, with the place of each line.
  private let bytes: [UInt8]
  private let lineStarts: [Int]
  private let firstLine: Int
  private let columnOffset: Int
  private var index = 0
  private var output: [UInt8] = []

  /// Scans consecutive lines that hold no blank line and no code block.
  ///
  /// - Parameter columnOffset: How many bytes of the notebook's line stand before the first.
  /// - Returns: As many lines as were given; a formula over several lines stands on its first.
  static func scan(
    _ lines: ArraySlice<Substring>, firstLine: Int, columnOffset: Int = 0,
    into body: inout PreparedBody
  ) -> [String] {
    var scanner = InlineScanner(lines, firstLine: firstLine, columnOffset: columnOffset)
    scanner.run(&body)
    return String(decoding: scanner.output, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private init(_ lines: ArraySlice<Substring>, firstLine: Int, columnOffset: Int) {
    var bytes: [UInt8] = []
    var starts: [Int] = []
    for line in lines {
      starts.append(bytes.count)
      bytes += line.utf8
      bytes.append(0x0A)
    }
    bytes.removeLast()
    self.bytes = bytes
    lineStarts = starts
    self.firstLine = firstLine
    self.columnOffset = columnOffset
  }

  private mutating func run(_ body: inout PreparedBody) {
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\"): copy(min(2, bytes.count - index))
      case UInt8(ascii: "`"): takeBackticks(&body)
      case UInt8(ascii: "$"): takeMath(&body)
      case UInt8(ascii: "@"): takeReference(&body)
      case UInt8(ascii: "["): takeBracket(&body)
      default: copy(1)
      }
    }
  }
}

// MARK: - Helpers

extension InlineScanner {
  private func position(_ offset: Int) -> SourcePosition {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    let column = offset - lineStarts[low] + 1 + (low == 0 ? columnOffset : 0)
    return SourcePosition(line: firstLine + low, column: column)
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private func byte(_ offset: Int) -> UInt8? {
    bytes.indices.contains(offset) ? bytes[offset] : nil
  }

  private mutating func copy(_ count: Int) {
    output += bytes[index..<index + count]
    index += count
  }

  /// Puts a placeholder in the place of the bytes up to `end`; line feeds in them are kept behind
  /// it, with what prefixes the lines of a quote.
  private mutating func replace(
    upTo end: Int, by placeholder: PreparedBody.Placeholder, _ body: inout PreparedBody
  ) {
    output += body.add(placeholder, source: text(index..<end)).utf8
    var cursor = index
    while let feed = bytes[cursor..<end].firstIndex(of: 0x0A) {
      output.append(0x0A)
      cursor = feed + 1
      output += bytes[cursor..<end].prefix { $0 == 0x20 || $0 == UInt8(ascii: ">") }
    }
    index = end
  }

  private func isWord(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return byte >= 0x80 || byte == UInt8(ascii: "_") || isAlphanumeric(byte)
  }

  private func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}

// MARK: - Code spans and inline values

extension InlineScanner {
  private mutating func takeBackticks(_ body: inout PreparedBody) {
    let length = bytes[index...].prefix { $0 == UInt8(ascii: "`") }.count
    guard let end = closingBackticks(length, from: index + length) else {
      copy(length)
      return
    }
    let inner = index + length..<end - length
    let mark = Array("{swift}".utf8)
    guard bytes[inner].starts(with: mark), byte(inner.lowerBound + mark.count) == 0x20 else {
      copy(end - index)
      return
    }
    let start = bytes[(inner.lowerBound + mark.count)..<inner.upperBound]
      .firstIndex { $0 != 0x20 } ?? inner.upperBound
    replace(
      upTo: end,
      by: .value(expression: text(start..<inner.upperBound), position: position(start)), &body)
  }

  private func closingBackticks(_ length: Int, from start: Int) -> Int? {
    var cursor = start
    while let tick = bytes[cursor...].firstIndex(of: UInt8(ascii: "`")) {
      let run = bytes[tick...].prefix { $0 == UInt8(ascii: "`") }.count
      if run == length { return tick + run }
      cursor = tick + run
    }
    return nil
  }
}

// MARK: - Formulas

extension InlineScanner {
  private mutating func takeMath(_ body: inout PreparedBody) {
    if byte(index + 1) == UInt8(ascii: "$") {
      takeDisplayMath(&body)
      return
    }
    guard let next = byte(index + 1), !isSpace(next), let end = closingDollar(from: index + 1) else {
      copy(1)
      return
    }
    replace(
      upTo: end + 1,
      by: .math(tex: mathText(index + 1..<end), position: position(index + 1)), &body)
  }

  /// Pandoc's rule: no space before the closing dollar, no digit after it, `\$` does not close.
  private func closingDollar(from start: Int) -> Int? {
    var cursor = start
    while cursor < bytes.count {
      switch bytes[cursor] {
      case UInt8(ascii: "\\"): cursor += 2
      case UInt8(ascii: "$"):
        let isDigitNext = byte(cursor + 1).map { (0x30...0x39).contains($0) } ?? false
        if cursor > start && !isSpace(bytes[cursor - 1]) && !isDigitNext { return cursor }
        cursor += 1
      default: cursor += 1
      }
    }
    return nil
  }

  private mutating func takeDisplayMath(_ body: inout PreparedBody) {
    let start = index + 2
    var cursor = start
    while cursor + 1 < bytes.count {
      if bytes[cursor] == UInt8(ascii: "\\") {
        cursor += 2
      } else if bytes[cursor] == UInt8(ascii: "$") && bytes[cursor + 1] == UInt8(ascii: "$") {
        break
      } else {
        cursor += 1
      }
    }
    guard cursor + 1 < bytes.count else {
      body.diagnostics.append(
        Diagnostic(
          .error, "the formula that begins with '$$' has no end", at: position(index),
          help: "Close it with '$$' before the next blank line; write '\\$' for a dollar."))
      copy(2)
      return
    }
    let tex = mathText(start..<cursor)
    let lineEnd = bytes[cursor...].firstIndex(of: 0x0A) ?? bytes.count
    let after = text(cursor + 2..<lineEnd)
    var rest = after[...].drop { $0 == " " }
    var end = cursor + 2
    var label: String?
    if let attributes = AttributeList.takePrefix(of: &rest) {
      label = attributes.label
      end = lineEnd - rest.utf8.count
    }
    let leading = bytes[start..<cursor].prefix { isSpace($0) }.count
    let place = position(min(start + leading, cursor))
    replace(upTo: end, by: .displayMath(tex: tex, label: label, position: place), &body)
  }

  /// TeX without the marks of a quote at the beginning of its lines.
  private func mathText(_ range: Range<Int>) -> String {
    let lines = text(range).split(separator: "\n", omittingEmptySubsequences: false)
    let inner = lines.dropFirst().map { $0.drop { $0 == " " || $0 == ">" } }
    let joined = ([lines.first ?? ""] + inner).joined(separator: "\n")
    return String(joined[...].drop { $0.isWhitespace }.trimmingTrailingWhitespace())
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }
}

// MARK: - References and footnotes

extension InlineScanner {
  private static let prefixes = ["fig", "tbl", "lst", "eq", "sec", "exr", "sol"]

  /// The end of a label such as `fig-conv` that begins at `start`, or nil.
  private func labelEnd(from start: Int) -> Int? {
    var end = bytes[start...].firstIndex {
      !(isAlphanumeric($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_"))
    } ?? bytes.count
    while end > start, bytes[end - 1] == UInt8(ascii: "-") { end -= 1 }
    let label = text(start..<end)
    guard let dash = label.firstIndex(of: "-") else { return nil }
    return Self.prefixes.contains(String(label[..<dash])) ? end : nil
  }

  private mutating func takeReference(_ body: inout PreparedBody) {
    let previous = byte(index - 1)
    let isLink = previous == UInt8(ascii: "(") && byte(index - 2) == UInt8(ascii: "]")
    guard !isWord(previous), previous != UInt8(ascii: "/"), !isLink,
      let end = labelEnd(from: index + 1)
    else {
      copy(1)
      return
    }
    let label = text(index + 1..<end)
    replace(
      upTo: end, by: .reference(label: label, numberOnly: false, position: position(index)), &body)
  }

  private mutating func takeBracket(_ body: inout PreparedBody) {
    let start = index + 1
    if byte(start) == UInt8(ascii: "^"),
      let end = bytes[start...].firstIndex(where: { $0 == UInt8(ascii: "]") || $0 <= 0x20 }),
      bytes[end] == UInt8(ascii: "]"), end > start + 1
    {
      let name = text(start + 1..<end)
      replace(upTo: end + 1, by: .footnote(name: name, position: position(index)), &body)
      return
    }
    let isNumberOnly = byte(start) == UInt8(ascii: "-")
    let mark = isNumberOnly ? start + 1 : start
    guard byte(mark) == UInt8(ascii: "@"), let end = labelEnd(from: mark + 1),
      byte(end) == UInt8(ascii: "]")
    else {
      copy(1)
      return
    }
    let label = text(mark + 1..<end)
    replace(
      upTo: end + 1,
      by: .reference(label: label, numberOnly: isNumberOnly, position: position(mark)), &body)
  }
}

extension Substring {
  /// The text without white space at its end.
  fileprivate func trimmingTrailingWhitespace() -> Substring {
    var text = self
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
