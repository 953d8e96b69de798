import CellEvents
import Diagnostics
import Engine
import Grading
import NotebookFormat
import Reports

/// Grades students' notebooks by one key, which is run once for each seed.
final class Grader {
  /// What became of one student's notebook.
  struct Result {
    var grade: Grade
    /// What went wrong in the student's cells.
    var errors: [String]
    /// The feedback.
    var page: String
    /// The grade for other programs.
    var record: String
    /// The seed of both runs.
    var seed: UInt64
  }

  /// The key's text.
  let source: SourceText
  private let key: NotebookFile
  private let notebook: Notebook
  private let options: RunOptions
  private let installation: Installation
  private let students: StudentRuns
  private var keys: [UInt64: (assignment: Assignment, log: ExecutionLog)] = [:]
  private var toldOfUngraded = false

  /// A grader; nothing is run yet.
  ///
  /// - Throws: `NotebookErrors` where the key is no notebook, `ParameterError`, or a `Diagnostic` where the
  ///   system cannot confine students' cells.
  init(_ key: NotebookFile, source: SourceText, _ options: RunOptions) throws {
    self.key = key
    self.source = source
    var keyOptions = options
    keyOptions.folder = key.folder
    self.options = keyOptions
    installation = try Installation.current()
    students = try StudentRuns(Workshop(installation))
    notebook = try keyOptions.applied(to: NotebookReader().read(source))
  }

  /// Grades one notebook.
  ///
  /// - Parameter seed: The seed of the student's sheet; nil for the key's own.
  /// - Throws: `NotebookErrors` where the key fails, or the student's file is no text.
  func grade(_ student: NotebookFile, seed: UInt64? = nil) throws -> Result {
    let text = try student.source(convertsJupyter: true)
    let (assignment, log) = try run(seed: seed ?? notebook.frontMatter.seed)
    let outcome = try students.run(text, of: assignment, options)
    let grade = Grade(key: assignment.key, keyLog: log, studentLog: outcome.log)
    if !grade.ungradedAnswers.isEmpty && !toldOfUngraded {
      printErrors([grade.warningOfUngradedAnswers(in: key.name)])
      toldOfUngraded = true
    }
    let front = assignment.key.frontMatter
    let page = try FeedbackWriter(
      templates: installation.templates, cache: students.workshop.cache
    ).document(
      for: grade, title: assignment.key.title?.plainText ?? key.name, notebook: student.name,
      seed: front.seed, errors: outcome.errors, version: Version.current,
      language: front.language)
    let record = grade.json(
      key: key.name, notebook: student.name, seed: front.seed, errors: outcome.errors,
      wording: GradeWording(language: front.language))
    return Result(
      grade: grade, errors: outcome.errors, page: page, record: record, seed: front.seed)
  }

  private func run(seed: UInt64) throws -> (assignment: Assignment, log: ExecutionLog) {
    if let known = keys[seed] { return known }
    var notebook = notebook
    notebook.frontMatter.seed = seed
    let result = try students.workshop.run(notebook, options)
    let handout = try? Handout(of: notebook, log: result.log).notebook
    let assignment = Assignment(
      notebook, handout: handout, looks: result.looks, in: students.workshop, options)
    keys[seed] = (assignment, result.log)
    return (assignment, result.log)
  }
}
