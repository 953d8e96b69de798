internal import CellEvents
public import CNNCore

/// A value that can be recorded as an answer: it has an exact form in JSON.
///
/// Numbers are written as the shortest decimal that reads back to the same bits; what is not finite
/// as the strings `"nan"`, `"inf"` and `"-inf"`; tensors as nested lists, outermost axis first.
public protocol AnswerValue {
  /// The value as JSON.
  var json: String { get }
}

extension Double: AnswerValue {
  /// The shortest decimal that reads back to the same bits.
  public var json: String { numberJSON(self) }
}

extension Float: AnswerValue {
  /// The shortest decimal that reads back to the same bits.
  public var json: String { numberJSON(self) }
}

extension Int: AnswerValue {
  /// The decimal digits.
  public var json: String { String(self) }
}

extension Bool: AnswerValue {
  /// `true` or `false`.
  public var json: String { String(self) }
}

extension String: AnswerValue {
  /// The text in quotes, control characters escaped.
  public var json: String { JSONString.quoted(self) }
}

extension Array: AnswerValue where Element: AnswerValue {
  /// A list.
  public var json: String { "[" + map(\.json).joined(separator: ", ") + "]" }
}

extension Tensor: AnswerValue {
  /// Nested lists, outermost axis first; a number for a tensor without axes.
  public var json: String {
    nestedJSON(axis: 0, start: 0)
  }

  private func nestedJSON(axis: Int, start: Int) -> String {
    guard axis < shape.count else { return numberJSON(scalars[start]) }
    let step = shape[(axis + 1)...].reduce(1, *)
    let items = (0..<shape[axis]).map { nestedJSON(axis: axis + 1, start: start + $0 * step) }
    return "[" + items.joined(separator: ", ") + "]"
  }
}

private func numberJSON<Number: TensorScalar>(_ value: Number) -> String {
  if value.isNaN { return "\"nan\"" }
  if value.isInfinite { return value < 0 ? "\"-inf\"" : "\"inf\"" }
  return value.description
}
