import Glibc

extension AnswerGrade {
  /// What the student is told of the answer.
  public var words: String {
    let verdict = verdictWords
    return mistake.map { "\(verdict) It looks as if \($0)." } ?? verdict
  }

  private var verdictWords: String {
    switch verdict {
    case .right: "Right."
    case .partlyRight(let count, let total):
      "\(count) of \(total) numbers are right. Wrong: \(places)."
    case .wrong: wrongPlaces.isEmpty ? "Wrong." : "Wrong: \(places)."
    case .otherShape(let given, let expected):
      "The value has the shape \(Self.text(given)); expected was \(Self.text(expected))."
    case .otherKind: "Expected was another kind of value: a number, a list of numbers, or a text."
    case .missing: "The notebook records no answer '\(name)'."
    }
  }

  private var places: String {
    let told = wrongPlaces.map { place in
      let value = Self.text(place.value)
      return place.indices.isEmpty ? value : "\(value) at \(place.indices)"
    }.joined(separator: ", ")
    if case .partlyRight(let count, let total) = verdict, total - count > wrongPlaces.count {
      return "\(told), …"
    }
    return told
  }

  /// Seven digits, without zeros at the end.
  private static func text(_ value: Double) -> String {
    withVaList([value]) { arguments in
      var text = [CChar](repeating: 0, count: 32)
      vsnprintf(&text, text.count, "%.7g", arguments)
      return text.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    }
  }

  private static func text(_ shape: [Int]) -> String {
    shape.isEmpty ? "of a single number" : "\(shape)"
  }
}
