import Platform

extension Grade {
  /// The grade as JSON, keys in order.
  ///
  /// - Parameters:
  ///   - key: The name of the key's file.
  ///   - notebook: The name of the student's file.
  ///   - errors: What went wrong when the student's notebook was run.
  ///   - wording: The words of the feedback.
  public func json(
    key: String, notebook: String, seed: UInt64, errors: [String], wording: GradeWording
  ) -> String {
    let record = Record(
      key: key, notebook: notebook, seed: seed, points: points, possiblePoints: possiblePoints,
      errors: errors, ungradedAnswers: ungradedAnswers,
      exercises: exercises.map { exercise in
        .init(
          label: exercise.label, number: exercise.number, title: exercise.title,
          points: exercise.points, possiblePoints: exercise.possiblePoints,
          ungradedPoints: exercise.ungradedPoints,
          answers: exercise.answers.map {
            .init(
              name: $0.name, verdict: $0.verdictName, feedback: $0.words(wording),
              points: $0.points,
              possiblePoints: $0.possiblePoints)
          })
      })
    let text = (try? JSON.encode(record, isIndented: true)) ?? []
    return String(decoding: text, as: UTF8.self) + "\n"
  }

  private struct Record: Encodable {
    var key: String
    var notebook: String
    var seed: UInt64
    var points: Double
    var possiblePoints: Double
    var errors: [String]
    var ungradedAnswers: [String]
    var exercises: [Exercise]

    struct Exercise: Encodable {
      var label: String?
      var number: String?
      var title: String?
      var points: Double
      var possiblePoints: Double
      var ungradedPoints: Double
      var answers: [Answer]
    }

    struct Answer: Encodable {
      var name: String
      var verdict: String
      var feedback: String
      var points: Double
      var possiblePoints: Double
    }
  }
}

extension AnswerGrade {
  fileprivate var verdictName: String {
    switch verdict {
    case .right: "right"
    case .partlyRight: "partly right"
    case .wrong: "wrong"
    case .otherShape: "other shape"
    case .otherKind: "other kind"
    case .missing: "missing"
    }
  }
}
