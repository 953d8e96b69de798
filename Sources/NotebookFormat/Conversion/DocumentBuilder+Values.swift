import Diagnostics
internal import SwiftParser
internal import SwiftSyntax

extension DocumentBuilder {
  /// An inline value: the expression and `digits: n` behind it.
  mutating func inlineValue(_ text: String, at position: SourcePosition) -> InlineValue {
    var value = InlineValue(
      index: inlineValues.count, expression: text, digits: nil, position: position,
      precedingCells: cells.count, isSolution: solutionDepth > 0)
    // Most expressions have no second argument, and need no parser to say so.
    if text.utf8.contains(UInt8(ascii: ",")), let arguments = Self.arguments(text) {
      value.expression = arguments.expression
      for argument in arguments.others {
        value.digits = Self.digits(argument)
        if value.digits == nil {
          report(
            "an inline value takes 'digits: n' with n from 0 to 17, not '\(argument)'", at: position
          )
        }
      }
    }
    inlineValues.append(value)
    return value
  }

  /// The first of the arguments that the text of an inline value makes, and the others.
  private static func arguments(_ text: String) -> (expression: String, others: [String])? {
    let item = Parser.parse(source: "f(\(text)\n)").statements.first?.item
    guard let call = item?.as(ExprSyntax.self)?.as(FunctionCallExprSyntax.self),
      call.trailingClosure == nil, let first = call.arguments.first, first.label == nil
    else { return nil }
    let others = call.arguments.dropFirst().map { argument in
      "\(argument.label.map { "\($0.text): " } ?? "")\(argument.expression.trimmedDescription)"
    }
    return (first.expression.trimmedDescription, others)
  }

  private static func digits(_ argument: String) -> Int? {
    guard argument.hasPrefix("digits: "), let digits = Int(argument.dropFirst(8)),
      (0...17).contains(digits)
    else { return nil }
    return digits
  }
}
