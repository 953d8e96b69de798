import Diagnostics

extension InlineScanner {
  /// Languages whose inline values people bring along from other notebooks.
  private static let foreignLanguages = ["python", "r", "julia", "ojs"]

  /// Takes a code span: an inline value, or code that is left alone.
  mutating func takeBackticks(_ body: inout PreparedBody) {
    let length = bytes[index...].prefix { $0 == .backtick }.count
    guard let end = closingBackticks(length, from: index + length) else {
      copy(length, &body)
      return
    }
    let inner = index + length..<end - length
    guard let directive = directive(inner) else {
      copyLines(upTo: end, &body)
      return
    }
    if directive.isDoubled {
      copy(length + 1, &body)
      skip(to: index + 1, &body)
      copy(directive.name.utf8.count + 1, &body)
      skip(to: index + 1, &body)
      copyLines(upTo: end, &body)
    } else if directive.name == "swift" {
      takeValue(directive.expression..<inner.upperBound, upTo: end, &body)
    } else {
      reportUnknown(directive.name, &body)
      copyLines(upTo: end, &body)
    }
  }

  private mutating func takeValue(
    _ range: Range<Int>, upTo end: Int, _ body: inout PreparedBody
  ) {
    let start = bytes[range].firstIndex { !$0.isSpace } ?? range.upperBound
    let expression = MathSyntax.source(bytes[start..<range.upperBound], quoteDepth: quoteDepth)
    if expression.isEmpty {
      body.diagnostics.append(
        Diagnostic(
          .error, "the inline value is empty", at: position(index),
          help: "Write an expression, as in '`{swift} loss`'."))
    }
    replace(upTo: end, by: .value(expression: expression, position: position(start)), &body)
  }

  private func reportUnknown(_ name: String, _ body: inout PreparedBody) {
    guard isNearlyKnown(name) else { return }
    let suggestion = trailingSuggestion(for: "{\(name)}", among: ["{swift}"])
    body.diagnostics.append(
      Diagnostic(
        .error, "unknown inline directive '{\(name)}'\(suggestion)", at: position(index),
        help: "Double the braces, '`{{\(name)}} …`', to show it as it stands."))
  }

  /// Whether a directive is mistyped, or one of other notebooks.
  func isNearlyKnown(_ name: String) -> Bool {
    nearest(to: "{\(name)}", among: ["{swift}"]) != nil || Self.foreignLanguages.contains(name)
  }

  /// The word in braces that a code span begins with, and where the text behind it begins.
  func directive(
    _ range: Range<Int>
  ) -> (name: String, isDoubled: Bool, expression: Int)? {
    guard byte(range.lowerBound) == .openBrace else { return nil }
    let isDoubled = byte(range.lowerBound + 1) == .openBrace
    let start = range.lowerBound + (isDoubled ? 2 : 1)
    let name = bytes[start..<max(start, range.upperBound)].prefix { $0.isAlphanumeric }
    let closing = Array(isDoubled ? "}}".utf8 : "}".utf8)
    let after = bytes[name.endIndex..<max(name.endIndex, range.upperBound)]
    guard !name.isEmpty, after.starts(with: closing),
      after.dropFirst(closing.count).first?.isSpace ?? true
    else { return nil }
    return (name.text, isDoubled, name.endIndex + closing.count)
  }

  /// The offset behind the backticks that close a code span, or nil where none do.
  func closingBackticks(_ length: Int, from start: Int) -> Int? {
    var cursor = start
    while let tick = bytes[cursor...].firstIndex(of: .backtick) {
      let run = bytes[tick...].prefix { $0 == .backtick }.count
      if run == length { return tick + run }
      cursor = tick + run
    }
    return nil
  }

  /// Takes an address in angle brackets, `<https://…>`, which is left alone.
  mutating func takeAddress(_ body: inout PreparedBody) {
    let inner = bytes[(index + 1)...].prefix {
      $0 > .space && $0 != .quote && $0 != UInt8(ascii: "<")
    }
    let scheme = inner.prefix { $0.isAlphanumeric || "+.-".utf8.contains($0) }
    let isAddress = (2...32).contains(scheme.count) && inner.dropFirst(scheme.count).first == .colon
    let isMail = inner.contains(UInt8(ascii: "@"))
    guard byte(inner.endIndex) == .quote, isAddress || isMail else {
      copy(1, &body)
      return
    }
    copy(inner.count + 2, &body)
  }

  /// Takes a byte that may begin one of the noncharacters that mark placeholders.
  mutating func takeNoncharacter(_ body: inout PreparedBody) {
    if next(1) == 0xB7, next(2) == 0x90 || next(2) == 0x91 {
      body.write(Array("\u{FFFD}".utf8)[...])
      index += 3
    } else {
      copy(1, &body)
    }
  }
}
