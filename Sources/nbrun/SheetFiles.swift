import Platform
import Rosters

/// Where the sheets of a roster are: a folder for what is handed out, one for the keys, one for the
/// answers, and a list of all.
struct SheetFiles {
  /// The folder of all.
  let folder: String
  /// The formats of the documents.
  let formats: [DocumentFormat]

  /// The student's documents to hand out.
  func handouts(for student: Student) -> [OutputTarget] {
    formats.map { target("handouts", student, $0) }
  }

  /// The student's keys; a notebook to fill in has none.
  func keys(for student: Student) -> [OutputTarget] {
    formats.filter { $0 != .notebook }.map { target("keys", student, $0) }
  }

  /// The student's answers.
  func answers(for student: Student) -> String { "\(folder)/answers/\(student.fileName).json" }

  /// All of the student's files.
  func all(for student: Student) -> [String] {
    (handouts(for: student) + keys(for: student)).map(\.path) + [answers(for: student)]
  }

  /// The folders, made where they are missing.
  ///
  /// - Throws: `SystemError` naming the folder.
  func makeFolders() throws {
    for name in ["handouts", "keys", "answers"] { try Files.makeFolder("\(folder)/\(name)") }
  }

  /// The list of all students with their seeds and files, as a table.
  func list(of students: [Student]) -> String {
    let heading = ["id", "name", "seed", "handout", "key", "answers"]
    let rows = students.map { student in
      [student.id, student.name ?? "", "\(student.seed)"]
        + [
          handouts(for: student).first?.path, keys(for: student).first?.path, answers(for: student),
        ]
        .map { ($0?.dropFirst(folder.count + 1)).map(String.init) ?? "" }
    }
    return CSVText.text(of: [heading] + rows)
  }

  private func target(_ kind: String, _ student: Student, _ format: DocumentFormat) -> OutputTarget
  {
    OutputTarget(path: "\(folder)/\(kind)/\(student.fileName).\(format.rawValue)", format: format)
  }
}
