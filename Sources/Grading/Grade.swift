import CellEvents
import NotebookFormat

/// A student's notebook graded by a key, exercise by exercise.
///
/// An exercise's points are shared equally by the answers that the key records in the exercise and in
/// the solutions that follow it, up to the next exercise. A tensor earns the share of its numbers that
/// are right.
public struct Grade: Hashable, Sendable {
  /// The exercises that have points or answers, in the key's order.
  public var exercises: [ExerciseGrade]
  /// The names of the key's answers that stand in no exercise, and so count for nothing.
  public var ungradedAnswers: [String]

  /// The points earned.
  public var points: Double { exercises.reduce(0) { $0 + $1.points } }
  /// The points that the grader can give.
  public var possiblePoints: Double { exercises.reduce(0) { $0 + $1.possiblePoints } }

  /// The points that a person has to give.
  public var ungradedPoints: Double { exercises.reduce(0) { $0 + $1.ungradedPoints } }

  /// Points without needless digits: at most two after the point.
  public static func text(ofPoints points: Double) -> String {
    let hundredths = (points * 100).rounded()
    let isWhole = hundredths.truncatingRemainder(dividingBy: 100) == 0
    return isWhole ? "\(Int(hundredths / 100))" : "\(hundredths / 100)"
  }

  /// Grades the answers of a student's run by those of the key's.
  public init(key: Notebook, keyLog: ExecutionLog, studentLog: ExecutionLog) {
    let given = Dictionary(studentLog.answers.map { ($0.name, $0) }) { first, _ in first }
    var answersOfCells: [Int: [ExecutionLog.Answer]] = [:]
    for answer in keyLog.answers {
      if let cell = answer.cell { answersOfCells[cell, default: []].append(answer) }
    }
    let parts = ExercisePart.parts(of: key)
    let cells = Set(parts.flatMap(\.cells))
    ungradedAnswers = keyLog.answers.filter { $0.cell.map(cells.contains) != true }.map(\.name)
    exercises = parts.compactMap { part in
      let answers = part.cells.flatMap { answersOfCells[$0] ?? [] }
      guard part.points != nil || !answers.isEmpty else { return nil }
      let possible = (part.points ?? 0) / Double(max(1, answers.count))
      return ExerciseGrade(
        label: part.label, number: part.number, title: part.title,
        answers: answers.map {
          AnswerGrade(
            $0, given: given[$0.name], mistakes: keyLog.mistakes, possiblePoints: possible)
        }, ungradedPoints: answers.isEmpty ? part.points ?? 0 : 0)
    }
  }
}

/// One exercise's answers and points.
public struct ExerciseGrade: Hashable, Sendable {
  /// The exercise's label, such as `exr-forward`.
  public var label: String?
  /// Its number as printed.
  public var number: String?
  /// Its title in plain words.
  public var title: String?
  /// Its answers in the key's order.
  public var answers: [AnswerGrade]
  /// The points of an exercise whose key records no answer: a person has to give them.
  public var ungradedPoints: Double

  /// The points earned.
  public var points: Double { answers.reduce(0) { $0 + $1.points } }
  /// The points that the grader can give.
  public var possiblePoints: Double { answers.reduce(0) { $0 + $1.possiblePoints } }
}
