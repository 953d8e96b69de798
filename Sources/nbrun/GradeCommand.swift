import CellEvents
import Diagnostics
import Engine
import Grading
import NotebookFormat
import Platform
import Reports

/// `nbrun grade STUDENT.nb --key LESSON.nb -o FEEDBACK.html`: runs a student's notebook confined and
/// compares its answers with the key's.
struct GradeCommand {
  private let student: NotebookFile
  private let key: NotebookFile
  private let output: String
  private let json: String?
  private let options: RunOptions

  init(_ arguments: [String]) throws {
    let reader = try ArgumentReader(
      arguments,
      options: [
        .init("--key", takesValue: true), .init("--output", "-o", takesValue: true),
        .init("--json", takesValue: true), .init("--param", "-P", takesValue: true),
        .init("--timeout", takesValue: true), .init("--memory", takesValue: true),
      ])
    student = try NotebookFile(reader.operands)
    guard let key = try reader.one("--key") else {
      throw UsageError("the key is missing: '--key LESSON.nb'")
    }
    self.key = try NotebookFile([key])
    output = try reader.one("--output") ?? student.defaultOutput(ending: "feedback.html")
    json = try reader.one("--json")
    options = try RunOptions(reader)
  }

  /// Grades the notebook and returns the exit code.
  func run() throws -> Int32 {
    try checkOutputs()
    let installation = try Installation.current()
    let students = try StudentRuns(Workshop(installation))
    let workshop = students.workshop
    var quoted: [SourceText] = []
    do {
      let keySource = try key.source()
      let studentSource = try student.source(convertsJupyter: true)
      quoted = [keySource]
      var keyOptions = options
      keyOptions.folder = key.folder
      let keyNotebook = try keyOptions.applied(to: NotebookReader().read(keySource))
      let keyResult = try workshop.run(keyNotebook, keyOptions)
      let keyLog = keyResult.log

      let assignment = Assignment(
        keyNotebook, handout: try? Handout(of: keyNotebook, log: keyLog).notebook,
        looks: keyResult.looks, in: workshop, keyOptions)
      let outcome = try students.run(studentSource, of: assignment, options)
      let grade = Grade(key: keyNotebook, keyLog: keyLog, studentLog: outcome.log)
      if !grade.ungradedAnswers.isEmpty {
        printErrors([grade.warningOfUngradedAnswers(in: key.name)])
      }
      let (title, language) = (
        keyNotebook.title?.plainText ?? key.name, keyNotebook.frontMatter.language
      )
      let page = try FeedbackWriter(templates: installation.templates, cache: workshop.cache)
        .document(
          for: grade, title: title, notebook: student.name, seed: keyNotebook.frontMatter.seed,
          errors: outcome.errors, version: Version.current, language: language)
      let record = grade.json(
        key: key.name, notebook: student.name, seed: keyNotebook.frontMatter.seed,
        errors: outcome.errors, wording: GradeWording(language: language))
      var delivery = Delivery()
      delivery.add(page, to: output)
      if let json { delivery.add(record, to: json) }
      try delivery.commit()
      return CommandLineTool.ExitCode.success
    } catch let error as NotebookErrors {
      // What is wrong with a student's notebook is in the feedback, unless it is no text.
      printErrors(error.diagnostics, quoting: quoted)
      return CommandLineTool.ExitCode.failure
    }
  }

  /// Fails where an output would take the place of a notebook or of the other output.
  private func checkOutputs() throws {
    let outputs = [output, json].compactMap { $0 }.filter { $0 != "-" }
    for path in outputs {
      for input in [student, key] where !input.isStandardInput {
        guard let real = Files.realPath(path), real == Files.realPath(input.path) else { continue }
        throw Diagnostic(.error, "'\(path)' is the notebook itself", help: "Give another '-o'.")
      }
    }
    if output == json {
      throw UsageError("the feedback and the grades would both go to '\(output)'")
    }
  }
}
