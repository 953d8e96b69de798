import Diagnostics
import Grading
import Platform
import Rosters

/// The grades of a class as a table: a line for each student, with the points of each exercise.
struct ClassGrades {
  private var rows: [[String]] = []
  private var exercises: [String] = []

  /// Adds a student.
  ///
  /// - Parameters:
  ///   - id: The name of the student's file without its ending.
  ///   - result: The grade; nil where the file is no notebook.
  ///   - feedback: The name of the feedback page.
  mutating func add(_ id: String, _ result: Grader.Result?, feedback: String) {
    guard let result else {
      rows.append([id, "", "0", "", "", "1", ""])
      return
    }
    let grade = result.grade
    if exercises.isEmpty {
      exercises = grade.exercises.map { $0.label ?? "exercise \($0.number ?? "")" }
    }
    rows.append(
      [
        id, "\(result.seed)", Grade.text(ofPoints: grade.points),
        Grade.text(ofPoints: grade.possiblePoints), Grade.text(ofPoints: grade.ungradedPoints),
        "\(result.errors.count)", feedback,
      ] + grade.exercises.map { Grade.text(ofPoints: $0.points) })
  }

  /// The table.
  var text: String {
    let heading =
      ["id", "seed", "points", "of", "by hand", "errors", "feedback"] + exercises
    return CSVText.text(of: [heading] + rows)
  }
}
