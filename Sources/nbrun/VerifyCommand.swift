import Diagnostics
import Engine
import NotebookFormat
import Platform
import Receipts
import Reports

/// `nbrun verify REPORT LESSON.nb`: repeats the run that a report's receipt names and compares.
struct VerifyCommand {
  private let report: String
  private let format: DocumentFormat
  private let lesson: NotebookFile
  private let comparesAnswersOnly: Bool
  private let options: RunOptions

  init(_ arguments: [String]) throws {
    let reader = try ArgumentReader(
      arguments,
      options: [
        .init("--answers-only"), .init("--timeout", takesValue: true),
        .init("--memory", takesValue: true),
      ])
    guard reader.operands.count == 2 else {
      throw UsageError("'nbrun verify' takes a report and its notebook: REPORT.html LESSON.nb")
    }
    report = reader.operands[0]
    guard let format = DocumentFormat(fileName: report), format != .notebook, format != .pdf else {
      throw UsageError(
        "'nbrun verify' takes a report that ends in '.html', '.md' or '.ipynb', and was given "
          + "'\(report)'")
    }
    self.format = format
    lesson = try NotebookFile([reader.operands[1]])
    comparesAnswersOnly = reader.has("--answers-only")
    var options = try RunOptions(reader)
    options.usesCache = false
    options.folder = lesson.folder
    self.options = options
  }

  /// Compares and returns the exit code: 0 where everything is the same.
  func run() throws -> Int32 {
    let document = try Files.read(report)
    let receipt = try receipt(in: document)
    let source = try lesson.source()
    do {
      let repetition = try repeated(receipt, source)
      var verification = Verification(receipt: receipt, repetition: repetition)
      if !comparesAnswersOnly {
        verification.compare(
          document: document, files: Self.files(beside: report, named: repetition.document.files))
      }
      print(verification.text(report: report), terminator: "")
      return verification.holds
        ? CommandLineTool.ExitCode.success : CommandLineTool.ExitCode.failure
    } catch let error as NotebookErrors {
      printErrors(error.diagnostics, quoting: [source])
      return CommandLineTool.ExitCode.failure
    } catch let error as ParameterError {
      throw Diagnostic(.error, "the receipt does not fit the notebook: \(error)", file: lesson.path)
    }
  }
}

extension VerifyCommand {
  private func receipt(in document: [UInt8]) throws -> Receipt {
    do {
      return try DocumentReceipt.read(in: String(decoding: document, as: UTF8.self))
    } catch let error as ReceiptError {
      throw Diagnostic(
        .error, "'\(report)' has no receipt that can be verified: \(error)",
        help: "'nbrun LESSON.nb -o \(report)' writes a report with its receipt.")
    }
  }

  /// The run that the receipt names, once more, and its document.
  private func repeated(_ receipt: Receipt, _ source: SourceText) throws -> Repetition {
    guard receipt.seed <= UInt64(Int.max) else {
      throw Diagnostic(.error, "the receipt's seed \(receipt.seed) is too large", file: report)
    }
    var options = options
    options.seed = receipt.seed
    options.allowErrors = receipt.allowsErrors
    options.parameters = receipt.parameters.map { ($0.name, $0.value) }
    let written = try NotebookReader().read(source)
    let unknown = receipt.parameters.first { parameter in
      !written.frontMatter.parameters.contains { $0.name == parameter.name }
    }
    if let unknown {
      throw Diagnostic(
        .error, "the receipt names the parameter '\(unknown.name)', which the notebook has not",
        file: lesson.path)
    }
    guard let variant = DocumentVariant(rawValue: receipt.variant),
      let paper = PaperSize(rawValue: receipt.paper)
    else {
      throw Diagnostic(
        .error,
        "the receipt names no document of this program: '\(receipt.variant)' on "
          + "'\(receipt.paper)'", file: report)
    }
    let notebook = try options.applied(to: written)
    let workshop = Workshop(try Installation.current())
    let result = try workshop.run(notebook, options)
    let view = DocumentView(
      variant: variant, paper: paper, recipient: receipt.recipient,
      options: options, makers: (receipt.program, receipt.compiler),
      allowsErrors: !result.passedErrors.isEmpty,
      folder: lesson.folder)
    let (documents, repeated) = try workshop.documents(
      of: notebook, log: result.log, as: view, for: [OutputTarget(path: report, format: format)])
    return Repetition(
      receipt: repeated, document: documents[0], compiler: try workshop.compilerVersion())
  }

  /// The files that stand in the folder beside a Markdown document, of those that it should have.
  private static func files(beside report: String, named files: [DocumentFile]) -> [DocumentFile] {
    let folder = OutputTarget(path: report, format: .markdown).filesPath
    return files.compactMap { file in
      (try? Files.read("\(folder)/\(file.name)")).map {
        DocumentFile(name: file.name, content: $0)
      }
    }
  }
}
