import Diagnostics
import Engine
import Grading
import NotebookFormat
import Platform
import Rosters

/// `nbrun grade STUDENT.nb… --key LESSON.nb -o FEEDBACK`: runs students' notebooks confined and compares
/// their answers with the key's.
struct GradeCommand {
  private let students: [NotebookFile]
  private let key: NotebookFile
  private let output: String
  private let json: String?
  private let roster: String?
  private let options: RunOptions

  init(_ arguments: [String]) throws {
    let reader = try ArgumentReader(
      arguments,
      options: [
        .init("--key", takesValue: true), .init("--output", "-o", takesValue: true),
        .init("--json", takesValue: true), .init("--roster", takesValue: true),
        .init("--param", "-P", takesValue: true), .init("--timeout", takesValue: true),
        .init("--memory", takesValue: true),
      ])
    guard !reader.operands.isEmpty else { throw UsageError("no notebook is given") }
    students = try reader.operands.map { try NotebookFile([$0]) }
    guard let key = try reader.one("--key") else {
      throw UsageError("the key is missing: '--key LESSON.nb'")
    }
    self.key = try NotebookFile([key])
    json = try reader.one("--json")
    roster = try reader.one("--roster")
    let given = try reader.one("--output")
    if students.count > 1 {
      guard let given, given != "-" else {
        throw UsageError("for several notebooks '-o FOLDER' says where the feedback goes")
      }
      guard json == nil else {
        throw UsageError("'--json' is for one notebook; of several each has its own in the folder")
      }
    }
    output = given ?? students[0].defaultOutput(ending: "feedback.html")
    options = try RunOptions(reader)
  }

  /// Grades the notebooks and returns the exit code.
  func run() throws -> Int32 {
    try checkOutputs()
    var quoted: [SourceText] = []
    do {
      let source = try key.source()
      quoted = [source]
      let seeds = try seeds()
      let grader = try Grader(key, source: source, options)
      if isClass { return try gradeClass(by: grader, seeds) }
      let result = try grader.grade(students[0], seed: try seed(of: students[0], in: seeds))
      var delivery = Delivery()
      delivery.add(result.page, to: output)
      if let json { delivery.add(result.record, to: json) }
      try delivery.commit()
      return CommandLineTool.ExitCode.success
    } catch let error as RosterError {
      printError(error.text)
      return CommandLineTool.ExitCode.failure
    } catch let error as NotebookErrors {
      // What is wrong with a student's notebook is in the feedback, unless it is no text.
      printErrors(error.diagnostics, quoting: quoted)
      return CommandLineTool.ExitCode.failure
    }
  }
}

// MARK: - A whole class

extension GradeCommand {
  /// Whether the feedback goes to a folder, with a table of all.
  private var isClass: Bool { students.count > 1 || output.hasSuffix("/") }

  private func gradeClass(by grader: Grader, _ seeds: [String: UInt64]?) throws -> Int32 {
    try Files.makeFolder(output)
    var grades = ClassGrades()
    var isWhole = true
    for student in students {
      let (id, result) = (student.baseName, try grade(student, by: grader, seeds))
      guard let result else {
        grades.add(id, nil, feedback: "")
        isWhole = false
        continue
      }
      var delivery = Delivery()
      delivery.add(result.page, to: "\(output)/\(id).html")
      delivery.add(result.record, to: "\(output)/\(id).json")
      try delivery.commit()
      grades.add(id, result, feedback: "\(id).html")
      let points = Grade.text(ofPoints: result.grade.points)
      print("\(id): \(points) of \(Grade.text(ofPoints: result.grade.possiblePoints))")
    }
    try Files.replace("\(output)/grades.csv", with: Array(grades.text.utf8))
    return isWhole ? CommandLineTool.ExitCode.success : CommandLineTool.ExitCode.failure
  }

  /// What became of one student's notebook; nil where that cannot be said, which is told.
  private func grade(
    _ student: NotebookFile, by grader: Grader, _ seeds: [String: UInt64]?
  ) throws -> Grader.Result? {
    do {
      return try grader.grade(student, seed: try seed(of: student, in: seeds))
    } catch let error as NotebookErrors {
      // A key that fails with one student's seed may do with the others'.
      let isStudents = error.diagnostics.first?.file == student.name
      guard isStudents || seeds != nil else { throw error }
      printErrors(error.diagnostics, quoting: isStudents ? [] : [grader.source])
    } catch let error as Diagnostic {
      printErrors([error])
    }
    return nil
  }

  /// The seeds by the students' file names; nil where the key's holds for all.
  private func seeds() throws -> [String: UInt64]? {
    guard let roster else { return nil }
    var columns = Roster.Columns()
    columns.seed = "seed"
    let students = try RosterFile(roster).students(columns: columns, course: "", notebook: "")
    return Dictionary(uniqueKeysWithValues: students.map { ($0.fileName, $0.seed) })
  }

  private func seed(of student: NotebookFile, in seeds: [String: UInt64]?) throws -> UInt64? {
    guard let seeds else { return nil }
    if let seed = seeds[student.baseName] { return seed }
    throw Diagnostic(
      .error, "the roster has no student whose notebook is '\(student.name)'",
      help: suggestion(for: student.baseName, among: seeds.keys.sorted())
        ?? "A notebook is named after the student's id.")
  }
}

// MARK: - Outputs

extension GradeCommand {
  /// Fails where an output would take the place of a notebook or of another output.
  private func checkOutputs() throws {
    var names: Set<String> = []
    for student in students where isClass {
      guard !student.isStandardInput else {
        throw UsageError("standard input is one notebook, not a class")
      }
      if !names.insert(student.baseName.lowercased()).inserted {
        throw Diagnostic(
          .error, "the feedback of two notebooks would go to '\(student.baseName).html'",
          help: "Give each notebook a name of its own.")
      }
    }
    for path in [output, json].compactMap({ $0 }) where path != "-" {
      for input in students + [key] where !input.isStandardInput {
        guard let real = Files.realPath(path), real == Files.realPath(input.path) else { continue }
        throw Diagnostic(.error, "'\(path)' is the notebook itself", help: "Give another '-o'.")
      }
    }
    if output == json {
      throw UsageError("the feedback and the grades would both go to '\(output)'")
    }
  }
}
