import Diagnostics

extension InlineScanner {
  /// Takes a dollar: a formula, or the sign itself.
  mutating func takeMath(_ body: inout PreparedBody) {
    if next(1) == .dollar {
      takeDisplayMath(&body)
    } else if let end = MathSyntax.inlineEnd(bytes[...], from: index + 1) {
      let tex = MathSyntax.source(bytes[index + 1..<end], quoteDepth: quoteDepth)
      replace(upTo: end + 1, by: .math(tex: tex, position: position(index + 1)), &body)
    } else {
      copy(1, &body)
    }
  }

  private mutating func takeDisplayMath(_ body: inout PreparedBody) {
    let start = index + 2
    guard let end = displayMathEnd() else {
      if isAtLineStart {
        body.diagnostics.append(
          Diagnostic(
            .error, "the formula that begins with '$$' has no end", at: position(index),
            help: "Close it with '$$' before the next blank line; write '\\$' for a dollar."))
      }
      copy(2, &body)
      return
    }
    let tex = MathSyntax.source(bytes[start..<end], quoteDepth: quoteDepth)
    let place = position(
      start + MathSyntax.blankLength(bytes[start..<end], quoteDepth: quoteDepth))
    let after = (end + 2..<bytes.count).first { !bytes[$0].isBlank } ?? bytes.count
    let attributes = attributes(at: after)
    replace(
      upTo: attributes?.end ?? end + 2,
      by: .displayMath(tex: tex, attributes: attributes?.list, position: place), &body)
  }

  /// Where the dollars stand that end the displayed formula that begins here; nil where none do.
  mutating func displayMathEnd() -> Int? {
    let start = index + 2
    let mustEnd = isAtLineStart || isRestBlank(start)
    var end = MathSyntax.displayEnd(bytes[...], from: start)
    while end == nil, mustEnd, appendMore() { end = MathSyntax.displayEnd(bytes[...], from: start) }
    return end
  }

  private func isRestBlank(_ offset: Int) -> Bool {
    let next = bytes[offset...].first { !$0.isBlank }
    return next == nil || next == .lineFeed
  }
}
