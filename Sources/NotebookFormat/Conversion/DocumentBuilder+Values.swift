import Diagnostics
internal import SwiftCode
internal import SwiftParser
internal import SwiftSyntax

extension DocumentBuilder {
  /// An inline value: the expression and `digits: n` behind it.
  mutating func inlineValue(_ text: String, at position: SourcePosition) -> InlineValue {
    var value = InlineValue(
      index: inlineValues.count, expression: text, digits: nil, position: position,
      precedingCells: cells.count, isSolution: solutionDepth > 0)
    if let (expression, digits) = Self.splitDigits(text) {
      value.expression = expression
      value.digits = Int(digits).flatMap { (0...17).contains($0) ? $0 : nil }
      if value.digits == nil {
        report("'digits' takes a whole number from 0 to 17, not '\(digits)'", at: position)
      }
    }
    if let excess = CodeNesting(value.expression).excess {
      reportNesting(at: SourcePosition(line: position.line, column: position.column + excess))
    } else if let second = Self.secondArgument(value.expression) {
      report(
        "an inline value is one expression, and takes 'digits: n' behind it, not '\(second)'",
        at: position)
    }
    inlineValues.append(value)
    return value
  }

  /// Splits `expression, digits: n`; no bracket can close behind it, so that it need not be parsed.
  private static func splitDigits(_ text: String) -> (expression: String, digits: String)? {
    let bytes = Array(text.utf8)[...].trimmed
    let number = bytes.suffix(while: { $0.isWord || $0 == .dash || $0 == UInt8(ascii: ".") })
    let before = bytes[..<number.startIndex].trimmed
    let key = Array("digits:".utf8)
    let expression = before.dropLast(key.count).trimmed
    guard before.suffix(key.count).elementsEqual(key), expression.last == UInt8(ascii: ",") else {
      return nil
    }
    return (expression.dropLast().trimmed.text, number.text)
  }

  /// What stands behind a comma outside of all brackets and strings, or nil.
  private static func secondArgument(_ text: String) -> String? {
    guard text.hasOuterComma else { return nil }
    let item = Parser.parse(source: "f(\(text)\n)").statements.first?.item
    guard let call = item?.as(ExprSyntax.self)?.as(FunctionCallExprSyntax.self) else { return nil }
    return call.arguments.dropFirst().first?.trimmedDescription
  }
}

extension String {
  /// Whether a comma may stand outside of brackets and strings; a parser has the last word.
  fileprivate var hasOuterComma: Bool {
    var depth = 0
    var isInString = false
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "\""): isInString.toggle()
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: ",") where depth <= 0 && !isInString: return true
      default: break
      }
    }
    return false
  }
}
