import Platform

/// A recorded answer's value: numbers with a shape, or anything else as it was written.
enum AnswerContent: Hashable {
  case numbers(shape: [Int], [Double])
  case other(String)

  /// The value that JSON stands for; nested lists that are not rectangular are no tensor.
  init(json: String) {
    var numbers: [Double] = []
    if let value = try? JSON.decode(AnswerValue.self, from: json.utf8),
      let shape = Self.shape(of: value, &numbers, depth: 0)
    {
      self = .numbers(shape: shape, numbers)
    } else {
      self = .other(json)
    }
  }

  private static func shape(
    of value: AnswerValue, _ numbers: inout [Double], depth: Int
  ) -> [Int]? {
    switch value {
    case .number(let number):
      numbers.append(number)
      return []
    case .list(let list):
      guard depth < 16 else { return nil }
      let shapes = list.map { shape(of: $0, &numbers, depth: depth + 1) }
      guard shapes.allSatisfy({ $0 == shapes.first }), let inner = shapes.first ?? [] else {
        return nil
      }
      return [list.count] + inner
    case .other: return nil
    }
  }
}

/// What the JSON of an answer is made of.
private enum AnswerValue: Decodable {
  case number(Double)
  case list([AnswerValue])
  case other

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let list = try? value.decode([AnswerValue].self) {
      self = .list(list)
    } else if let isTrue = try? value.decode(Bool.self) {
      self = .number(isTrue ? 1 : 0)
    } else {
      self = (try? value.decode(String.self)).flatMap(Self.notFinite).map(Self.number) ?? .other
    }
  }

  private static func notFinite(_ text: String) -> Double? {
    switch text {
    case "nan": .nan
    case "inf": .infinity
    case "-inf": -.infinity
    default: nil
    }
  }
}
