import Diagnostics
import Engine
import Glibc
import NotebookFormat
import Platform
import Reports

/// `nbrun FILE.nb -o OUT`: reads, runs, writes.
struct RenderCommand {
  private let input: NotebookFile
  private let targets: [OutputTarget]
  private let variant: DocumentVariant
  private let paper: PaperSize?
  private let answers: String?
  private let options: RunOptions
  private let isQuiet: Bool
  private let isVerbose: Bool

  init(_ arguments: [String]) throws {
    let reader = try ArgumentReader(arguments, options: Self.options)
    input = try NotebookFile(reader.operands)
    targets = try OutputTarget.targets(
      outputs: reader.all("--output"), formats: reader.all("--to"), input: input)
    variant = try Self.choice("--variant", of: reader) ?? .report
    paper = try Self.choice("--paper", of: reader)
    answers = try reader.one("--answers")
    isQuiet = reader.has("--quiet")
    isVerbose = reader.has("--verbose")
    var options = try RunOptions(reader)
    options.allowErrors = reader.has("--allow-errors")
    options.usesCache = !reader.has("--no-cache")
    options.folder = input.folder
    self.options = options
  }

  /// Renders the notebook and returns the exit code.
  func run() throws -> Int32 {
    let progress = ProgressLine(isQuiet: isQuiet)
    var sources: [SourceText] = []
    do {
      let text = try input.source()
      sources = [text]
      try render(text, progress: progress)
      return CommandLineTool.ExitCode.success
    } catch let error as NotebookErrors {
      progress.clear()
      printErrors(error.diagnostics, quoting: sources)
    } catch let error as ReportErrors {
      progress.clear()
      printErrors(error.diagnostics, quoting: sources)
    }
    return CommandLineTool.ExitCode.failure
  }
}

extension RenderCommand {
  private func render(_ text: SourceText, progress: ProgressLine) throws {
    let installation = try Installation.current()
    let timer = StageTimer(isShown: isVerbose)
    try checkTargets()
    let finished = FinishedDocuments(
      source: text, options: options, installation: installation, folder: pictureFolder,
      targets: targets, view: "\(variant.rawValue) \(paper?.rawValue ?? "")")
    if let entry = finished.load() {
      try deliver(entry)
      timer.mark("the document as it was")
      return
    }
    let notebook = try options.applied(to: NotebookReader().read(text))
    timer.mark("read")
    let workshop = Workshop(installation)
    let result = try workshop.run(
      notebook, options, observer: { progress.show($0, notebook: notebook) },
      meanwhile: {
        try workshop.check(notebook, folder: pictureFolder)
        timer.mark("formulas and pictures")
      })
    timer.mark(result.isFromCache ? "results from cache" : "run")
    progress.clear()
    let documents = try workshop.documents(
      of: notebook, log: result.log, as: view(of: result), for: targets
    ).documents
    timer.mark("write")
    if !isQuiet {
      printErrors(notebook.warnings + result.warnings + result.passedErrors, quoting: [text])
    }
    let entry = FinishedDocuments.Entry(
      documents: documents, answers: AnswersFile(notebook: notebook, log: result.log).json)
    try deliver(entry)
    finished.store(entry, of: notebook, result)
    timer.mark("deliver")
  }

  private func deliver(_ entry: FinishedDocuments.Entry) throws {
    var delivery = Delivery()
    for (document, target) in zip(entry.documents, targets) { delivery.add(document, to: target) }
    if let answers { delivery.add(entry.answers, to: answers) }
    try delivery.commit()
  }

  /// What the documents show.
  private func view(of result: RunResult) -> DocumentView {
    DocumentView(
      variant: variant, paper: paper,
      options: options, allowsErrors: !result.passedErrors.isEmpty, folder: pictureFolder)
  }

  /// The folder that pictures are taken from; none where the notebook is not in one.
  private var pictureFolder: String? { input.isStandardInput ? nil : input.folder }

  /// Fails before anything is run where the document could not be written afterwards.
  private func checkTargets() throws {
    var places: Set<String> = []
    for path in targets.map(\.path) + [answers].compactMap({ $0 }) where path != "-" {
      let folder = path.contains("/") ? path.parentFolder : "."
      var status = stat()
      guard stat(folder.isEmpty ? "/" : folder, &status) == 0 else {
        throw Diagnostic(
          .error, "cannot write '\(path)': the folder '\(folder)' does not exist",
          help: "Make it with 'mkdir -p \(folder)'.")
      }
      if let real = Files.realPath(path), real == Files.realPath(input.path) {
        throw Diagnostic(.error, "'\(path)' is the notebook itself", help: "Give another '-o'.")
      }
      let name = path.split(separator: "/").last ?? ""
      let place = "\(Files.realPath(folder.isEmpty ? "/" : folder) ?? folder)/\(name)"
      if !places.insert(Files.realPath(path) ?? place).inserted && !path.hasPrefix("/dev/") {
        throw Diagnostic(
          .error, "two documents would go to '\(path)'", help: "Give each a name of its own.")
      }
    }
  }
}
