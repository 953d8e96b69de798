extension InlineScanner {
  /// Writes the lines with a backslash before all that this format alone means; formulas, which others have
  /// as well, stay.
  mutating func escape(into body: inout PreparedBody) {
    beginLine(&body)
    while index < bytes.count {
      switch bytes[index] {
      case .lineFeed:
        line += 1
        beginLine(&body)
      case .backslash: copy(next(1) == .lineFeed ? 1 : 2, &body)
      case .backtick: escapeBackticks(&body)
      case .dollar: escapeMath(&body)
      case UInt8(ascii: "<"): takeAddress(&body)
      case let byte:
        if means(byte) { body.write([.backslash]) }
        copy(1, &body)
      }
    }
  }

  /// Whether the next byte begins a reference, a footnote's mark or attributes.
  private func means(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "@"): referenceLabel() != nil
    case .openBracket: footnoteEnd() != nil
    case .openBrace: followingAttributes() != nil
    default: false
    }
  }

  /// Takes a code span; what would be a value gets the blanks at both ends that Markdown takes away.
  private mutating func escapeBackticks(_ body: inout PreparedBody) {
    let length = bytes[index...].prefix { $0 == .backtick }.count
    guard let end = closingBackticks(length, from: index + length) else {
      return copy(length, &body)
    }
    let inner = index + length..<end - length
    guard let directive = directive(inner), directive.isDoubled || isNearlyKnown(directive.name)
    else { return copyLines(upTo: end, &body) }
    copy(length, &body)
    body.write([.space])
    copyLines(upTo: inner.upperBound, &body)
    body.write([.space])
    copy(length, &body)
  }

  private mutating func escapeMath(_ body: inout PreparedBody) {
    guard next(1) == .dollar else {
      let end = MathSyntax.inlineEnd(bytes[...], from: index + 1)
      return copyLines(upTo: end.map { $0 + 1 } ?? index + 1, &body)
    }
    guard let end = displayMathEnd() else {
      guard isAtLineStart else { return copy(2, &body) }
      body.write([.backslash, .dollar, .backslash, .dollar])
      return skip(to: index + 2, &body)
    }
    copyLines(upTo: end + 2, &body)
    let brace = index + bytes[index...].prefix(while: \.isBlank).count
    guard attributes(at: brace) != nil else { return }
    copy(brace - index, &body)
    body.write([.backslash])
    copy(1, &body)
  }
}
