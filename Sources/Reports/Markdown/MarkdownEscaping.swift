/// The one place where text becomes Markdown.
enum MarkdownEscaping {
  /// The text with a backslash before all that Markdown would take for markup.
  ///
  /// - Parameters:
  ///   - isInTable: Whether a pipe would end a table's cell.
  ///   - dollar: What stands for a dollar, which begins a formula.
  static func escaped(_ text: String, isInTable: Bool, dollar: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "\\", "`", "*", "[", "]", "<", "~", "&": result += "\\\(scalar)"
      case "_":
        // Within a word it marks nothing, and names stay readable.
        let isInWord =
          index > 0 && index + 1 < scalars.count && scalars[index - 1].isWord
          && scalars[index + 1].isWord
        result += isInWord ? "_" : "\\_"
      case "|": result += isInTable ? "\\|" : "|"
      case "$": result += dollar
      case "\r": result += "\n"
      case "\0"..."\u{08}", "\u{0B}", "\u{0C}", "\u{0E}"..."\u{1F}", "\u{7F}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The lines of a paragraph, none of which begins another kind of block.
  static func paragraph(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let line = line.drop { $0 == " " || $0 == "\t" }
      guard let first = line.first else { return "" }
      switch first {
      case "#", ">", "=": return "\\\(line)"
      case "+", "-":
        let rest = line.dropFirst()
        let isMark = rest.first.map { $0 == " " || $0 == "\t" } ?? true
        let isRule = line.allSatisfy { $0 == first || $0 == " " }
        return isMark || isRule ? "\\\(line)" : String(line)
      case ":" where line.hasPrefix(":::"): return "\\\(line)"
      case "0"..."9":
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        let rest = line.dropFirst(digits.count)
        guard let mark = rest.first, mark == "." || mark == ")",
          rest.dropFirst().first.map({ $0 == " " || $0 == "\t" }) ?? true
        else { return String(line) }
        return "\(digits)\\\(line.dropFirst(digits.count))"
      default: return String(line)
      }
    }.joined(separator: "\n")
  }

  /// Code between as many backticks as it needs.
  static func code(_ code: String, isInTable: Bool) -> String {
    let ticks = String(repeating: "`", count: longestRun(of: "`", in: code) + 1)
    let text = code.replacing("\n", with: " ")
    let needsBlanks = text.hasPrefix("`") || text.hasSuffix("`") || text.isEmpty
    let blank = needsBlanks ? " " : ""
    let span = ticks + blank + text + blank + ticks
    return isInTable ? span.replacing("|", with: "\\|") : span
  }

  /// A block of code between fences that are longer than any in it.
  static func fence(_ code: String, language: String) -> String {
    let marks = String(repeating: "`", count: max(3, longestRun(of: "`", in: code) + 1))
    let text = code.hasSuffix("\n") ? String(code.dropLast()) : code
    let name = language.filter { !$0.isWhitespace && $0 != "`" }
    return "\(marks)\(name)\n\(text)\n\(marks)"
  }

  /// An address between its parentheses.
  static func address(_ address: String) -> String {
    let isPlain = address.utf8.allSatisfy { byte in
      byte > 0x20 && byte < 0x7F && !"()<>\\`|\"".utf8.contains(byte)
    }
    if isPlain && !address.isEmpty { return address }
    var result = ""
    for byte in address.utf8 {
      if byte <= 0x20 || byte == 0x7F || "<>\\`|\"()".utf8.contains(byte) {
        let hex = String(byte, radix: 16, uppercase: true)
        result += "%" + (hex.utf8.count < 2 ? "0" : "") + hex
      } else {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    return address.utf8.allSatisfy { $0 < 0x80 }
      ? result : "<\(address.replacing(">", with: "%3E"))>"
  }

  private static func longestRun(of character: Character, in text: String) -> Int {
    var longest = 0
    var run = 0
    for other in text {
      run = other == character ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}

extension Unicode.Scalar {
  fileprivate var isWord: Bool { properties.isAlphabetic || properties.numericType != nil }
}

extension String {
  /// The text with the first prefix before its first line and the other one before each further line
  /// that is not empty.
  func indented(first: String, rest: String) -> String {
    let lines = split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().map { index, line in
      let prefix = index == 0 ? first : rest
      let isBlank = line.isEmpty && prefix.allSatisfy { $0 == " " }
      return isBlank ? "" : line.isEmpty ? String(prefix.trimmingSuffix) : prefix + line
    }.joined(separator: "\n")
  }

  private var trimmingSuffix: Substring {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return text
  }
}
