import Diagnostics
import Engine
import Glibc
import NotebookFormat
import Platform
import Reports
import Rosters

/// `nbrun roster STUDENTS.csv LESSON.nb -o SHEETS/`: a sheet, a key and the answers for each student.
struct RosterCommand {
  private let roster: String
  private let lesson: NotebookFile
  private let course: String
  private let columns: Roster.Columns
  private let files: SheetFiles
  private let paper: PaperSize?
  private let jobs: Int
  private let makesAll: Bool
  private let isQuiet: Bool
  private let options: RunOptions

  init(_ arguments: [String]) throws {
    let reader = try ArgumentReader(
      arguments,
      options: [
        .init("--output", "-o", takesValue: true), .init("--to", "-t", takesValue: true),
        .init("--course", takesValue: true), .init("--id", takesValue: true),
        .init("--name", takesValue: true), .init("--seed-column", takesValue: true),
        .init("--paper", takesValue: true), .init("--jobs", "-j", takesValue: true),
        .init("--param", "-P", takesValue: true), .init("--timeout", takesValue: true),
        .init("--memory", takesValue: true), .init("--no-cache"), .init("--quiet", "-q"),
      ])
    guard reader.operands.count == 2 else {
      throw UsageError("'nbrun roster' takes a table and a notebook: STUDENTS.csv LESSON.nb")
    }
    roster = reader.operands[0]
    lesson = try NotebookFile([reader.operands[1]])
    guard let folder = try reader.one("--output") else {
      throw UsageError("the folder for the sheets is missing: '-o SHEETS'")
    }
    let formats = try reader.all("--to").map(DocumentFormat.init(name:))
    files = SheetFiles(
      folder: folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder,
      formats: formats.isEmpty ? [.html] : formats)
    course = try reader.one("--course") ?? ""
    var columns = Roster.Columns()
    columns.id = try reader.one("--id") ?? columns.id
    columns.name = try reader.one("--name") ?? columns.name
    columns.seed = try reader.one("--seed-column")
    self.columns = columns
    paper = try RenderCommand.choice("--paper", of: reader)
    jobs =
      try reader.positiveNumber("--jobs").map { max(1, Int($0)) }
      ?? Processors.count
    makesAll = reader.has("--no-cache")
    isQuiet = reader.has("--quiet")
    var options = try RunOptions(reader)
    guard !options.parameters.contains(where: { $0.name == "seed" }) else {
      throw UsageError("each student has a seed: '-P seed=…' has no meaning in a roster")
    }
    options.folder = lesson.folder
    options.keepsResults = false
    options.usesCache = !makesAll
    self.options = options
  }

  /// Makes the sheets and returns the exit code.
  func run() throws -> Int32 {
    let source = try lesson.source()
    do {
      return try run(source)
    } catch let error as RosterError {
      printError(error.text)
      return CommandLineTool.ExitCode.failure
    } catch let error as NotebookErrors {
      printErrors(error.diagnostics, quoting: [source])
      return CommandLineTool.ExitCode.failure
    }
  }
}

extension RosterCommand {
  private func run(_ source: SourceText) throws -> Int32 {
    let students = try students()
    let notebook = try options.applied(to: NotebookReader().read(source))
    let installation = try Installation.current()
    let workshop = Workshop(installation)
    let (folder, studentFolder) = (try TemporaryFolder(), try TemporaryFolder())
    var view = DocumentView(
      paper: paper, taint: SolutionTaint(notebook), options: options,
      folder: lesson.isStandardInput ? nil : lesson.folder)
    return try withExtendedLifetime((folder, studentFolder)) {
      let (result, program) = try workshop.compile(
        notebook, options, in: folder,
        meanwhile: { try workshop.check(notebook, folder: view.folder) })
      if !isQuiet { printErrors(notebook.warnings + result.warnings, quoting: [source]) }
      view.studentProgram = try studentProgram(
        of: notebook, result, in: studentFolder, workshop, view)
      let reference = try reference(of: notebook, result, workshop, view)
      try files.makeFolders()
      try refuseToReplaceTable()
      if makesAll { Files.remove("\(files.folder)/\(SheetLedger.fileName)") }
      let ledger = SheetLedger(folder: files.folder)
      let run = SheetRun(
        students, ledger: ledger, files: files,
        progress: SheetProgress(isQuiet: isQuiet),
        origin: { student in
          SHA256.hex(ofParts: [reference, student.id, student.recipient, "\(student.seed)"])
        })
      let outcome = try run.outcome(jobs: jobs) { [options, files, view] in
        SheetMaker(
          workshop: Workshop(installation), program: program, notebook: notebook,
          options: options, view: view, files: files)
      }
      try ledger.close(students)
      try Files.replace("\(files.folder)/roster.csv", with: Array(files.list(of: students).utf8))
      tell(outcome, source)
      return outcome.failures.isEmpty
        ? CommandLineTool.ExitCode.success : CommandLineTool.ExitCode.failure
    }
  }

  /// How many students' errors are told in full: mostly they are the same.
  private static let reportedFailures = 3

  private func refuseToReplaceTable() throws {
    guard let list = Files.realPath("\(files.folder)/roster.csv"), list == Files.realPath(roster)
    else { return }
    throw Diagnostic(
      .error, "'\(roster)' would be replaced by the list of the sheets", help: "Give another '-o'.")
  }

  private func students() throws -> [Student] {
    try RosterFile(roster).students(columns: columns, course: course, notebook: lesson.name)
  }

  /// The student's notebook, compiled; with other seeds it is the same program.
  private func studentProgram(
    of notebook: Notebook, _ result: RunResult, in folder: TemporaryFolder, _ workshop: Workshop,
    _ view: DocumentView
  ) throws -> CellProgram {
    let handout = try Handout(of: notebook, log: result.log, taint: view.taint)
    var options = options
    options.allowErrors = true
    let (run, program) = try workshop.compile(
      handout.notebook, options, in: folder, meanwhile: {})
    try workshop.checkTime(of: run, handout)
    return program
  }

  /// A digest of the documents under the notebook's own seed: whatever changes a student's sheets, in the
  /// notebook, the files it reads, its pictures or this program, changes it too.
  private func reference(
    of notebook: Notebook, _ result: RunResult, _ workshop: Workshop, _ view: DocumentView
  ) throws -> String {
    var parts = files.formats.map(\.rawValue)
    for variant in [DocumentVariant.handout, .key] {
      var view = view
      view.variant = variant
      let document = try workshop.documents(
        of: notebook, log: result.log, as: view,
        for: [OutputTarget(path: "reference.html", format: .html)]
      ).documents[0]
      parts.append(SHA256.hex(of: document.content))
    }
    return SHA256.hex(ofParts: parts)
  }

  private func tell(_ outcome: SheetRun.Outcome, _ source: SourceText) {
    for (student, errors) in outcome.failures.prefix(Self.reportedFailures) {
      printError("nbrun: no sheets for '\(student.id)', seed \(student.seed):\n")
      printErrors(errors.diagnostics, quoting: [source])
    }
    let others = outcome.failures.dropFirst(Self.reportedFailures).map { "'\($0.student.id)'" }
    if !others.isEmpty { printError("nbrun: nor for \(others.joined(separator: ", "))\n") }
    if isQuiet { return }
    let made = "\(outcome.made) \(outcome.made == 1 ? "student's" : "students'") sheets made"
    let kept = outcome.kept > 0 ? ", \(outcome.kept) were there already" : ""
    let failed = outcome.failures.isEmpty ? "" : ", \(outcome.failures.count) failed"
    print("\(files.folder): \(made)\(kept)\(failed)")
  }
}
