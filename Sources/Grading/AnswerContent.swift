import Foundation

/// A recorded answer's value: numbers with a shape, or anything else as it was written.
enum AnswerContent: Hashable {
  case numbers(shape: [Int], [Double])
  case other(String)

  /// The value that JSON stands for; nested lists that are not rectangular are no tensor.
  init(json: String) {
    let options = JSONSerialization.ReadingOptions.fragmentsAllowed
    guard let value = try? JSONSerialization.jsonObject(with: Data(json.utf8), options: options)
    else {
      self = .other(json)
      return
    }
    var numbers: [Double] = []
    if let shape = Self.shape(of: value, &numbers, depth: 0) {
      self = .numbers(shape: shape, numbers)
    } else {
      self = .other(json)
    }
  }

  private static func shape(of value: Any, _ numbers: inout [Double], depth: Int) -> [Int]? {
    if let list = value as? [Any] {
      guard depth < 16 else { return nil }
      let shapes = list.map { shape(of: $0, &numbers, depth: depth + 1) }
      guard shapes.allSatisfy({ $0 == shapes.first }), let inner = shapes.first ?? [] else {
        return nil
      }
      return [list.count] + inner
    }
    guard let number = number(value) else { return nil }
    numbers.append(number)
    return []
  }

  private static func number(_ value: Any) -> Double? {
    switch value as? String {
    case "nan": return .nan
    case "inf": return .infinity
    case "-inf": return -.infinity
    case .some: return nil
    case nil: return (value as? NSNumber)?.doubleValue
    }
  }
}
