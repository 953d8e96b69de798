private import SwiftCode
private import SwiftIDEUtils
private import SwiftSyntax

/// Colours Swift code by the toolchain's own parser; what was coloured once is kept.
public final class SwiftHighlighter {
  private var known: [String: String] = [:]

  /// A highlighter.
  public init() {}

  /// The code as escaped markup; a coloured token stands in `<span class="x">`, where `x` is a letter:
  /// `k` keyword, `t` type, `s` string, `n` number, `c` comment, `a` attribute, `l` argument label.
  func markup(for code: String) -> String {
    if let markup = known[code] { return markup }
    let markup = coloured(code)
    known[code] = markup
    return markup
  }
}

extension SwiftHighlighter {
  private func coloured(_ code: String) -> String {
    let bytes = Array(code.utf8)
    var markup = ""
    markup.reserveCapacity(bytes.count * 2)
    var position = 0
    for token in SwiftCode.tree(of: code).classifications {
      let range = token.range.lowerBound.utf8Offset..<token.range.upperBound.utf8Offset
      guard range.lowerBound >= position, range.upperBound <= bytes.count else { continue }
      append(bytes[position..<range.lowerBound], to: &markup)
      append(bytes[range], class: letter(for: token.kind), to: &markup)
      position = range.upperBound
    }
    append(bytes[position...], to: &markup)
    return markup
  }

  private func letter(for kind: SyntaxClassification) -> String? {
    switch kind {
    case .keyword, .ifConfigDirective: "k"
    case .type: "t"
    case .stringLiteral, .regexLiteral: "s"
    case .integerLiteral, .floatLiteral: "n"
    case .lineComment, .blockComment, .docLineComment, .docBlockComment: "c"
    case .attribute: "a"
    case .argumentLabel: "l"
    default: nil
    }
  }

  private func append(
    _ bytes: ArraySlice<UInt8>, class name: String? = nil, to markup: inout String
  ) {
    guard !bytes.isEmpty else { return }
    let text = String(decoding: bytes, as: UTF8.self)
    guard let name else { return HTMLEscaping.append(text, to: &markup) }
    markup += "<span class=\"\(name)\">"
    HTMLEscaping.append(text, to: &markup)
    markup += "</span>"
  }
}
