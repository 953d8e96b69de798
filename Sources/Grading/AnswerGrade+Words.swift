import Glibc

extension AnswerGrade {
  /// What the student is told of the answer.
  public func words(_ wording: GradeWording) -> String {
    let verdict = verdictWords(wording)
    return mistake.map { "\(verdict) \(wording.mistake) \($0)." } ?? verdict
  }

  private func verdictWords(_ wording: GradeWording) -> String {
    func text(_ shape: [Int]) -> String { shape.isEmpty ? wording.singleNumber : "\(shape)" }
    switch verdict {
    case .right: return wording.right
    case .partlyRight(let count, let total):
      return "\(count) \(wording.of) \(total) \(wording.numbersAreRight) \(places(wording))."
    case .wrong:
      return wrongPlaces.isEmpty ? "\(wording.wrong)." : "\(wording.wrong): \(places(wording))."
    case .otherShape(let given, let expected):
      return "\(wording.givenShape) \(text(given))\(wording.expectedShape) \(text(expected))."
    case .otherKind: return wording.otherKind
    case .missing: return "\(wording.missing) '\(name)'."
    }
  }

  private func places(_ wording: GradeWording) -> String {
    let told = wrongPlaces.map { place in
      let value = Self.text(place.value)
      return place.indices.isEmpty ? value : "\(value) \(wording.at) \(place.indices)"
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
}
