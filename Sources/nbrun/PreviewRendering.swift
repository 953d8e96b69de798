import Diagnostics
import Engine
import NotebookFormat
import Platform
import Previews
import Reports

/// One rendering of a notebook for its preview.
struct PreviewRendering {
  /// The notebook's file.
  let input: NotebookFile
  /// How it is run.
  let options: RunOptions
  /// What the document is for.
  let variant: DocumentVariant
  /// The number that the document will have.
  let number: Int

  /// The document, where there is one.
  private(set) var document: [UInt8]?
  private var messages = ""
  private var seconds = 0.0

  init(input: NotebookFile, options: RunOptions, variant: DocumentVariant, number: Int) {
    self.input = input
    self.options = options
    self.variant = variant
    self.number = number
  }

  /// Renders, and returns the files besides the notebook that the document depends on.
  mutating func run(in workshop: Workshop, _ state: PreviewState) -> [String] {
    let start = Clock.seconds()
    defer { seconds = Clock.seconds() - start }
    var sources: [SourceText] = []
    var files: [String] = []
    func text(_ diagnostics: [Diagnostic]) -> String {
      diagnostics.map(DiagnosticWriter(quoting: sources).text).joined()
    }
    do {
      let source = try input.source()
      sources = [source]
      let notebook = try options.applied(to: NotebookReader().read(source))
      files = notebook.pictureSources.map { $0.hasPrefix("/") ? $0 : "\(input.folder)/\($0)" }
      let result = try workshop.run(
        notebook, options,
        observer: { Self.show($0, of: notebook, in: state) },
        meanwhile: { try workshop.check(notebook, folder: input.folder) })
      // What the cells write themselves changes in each run.
      files += result.looks.map(\.path).filter { !result.leftFiles.contains($0) }
      let view = DocumentView(
        variant: variant, options: options, allowsErrors: !result.passedErrors.isEmpty,
        folder: input.folder, previewNumber: number)
      document = try workshop.documents(
        of: notebook, log: result.log, as: view,
        for: [OutputTarget(path: "-", format: .html)]
      ).documents.first?.content
      messages = text(notebook.warnings + result.warnings + result.passedErrors)
    } catch let error as NotebookErrors {
      messages = text(error.diagnostics)
    } catch let error as ReportErrors {
      messages = text(error.diagnostics)
    } catch let error as Diagnostic {
      messages = text([error])
    } catch {
      messages = "nbrun: error: \(error)\n"
    }
    return files
  }

  /// Tells the page and the terminal what came of it.
  func tell(_ state: PreviewState) {
    if let document { state.show(document, number: number) }
    state.set(document == nil ? .failed : .current, messages)
    let hundredths = Int(seconds * 100)
    let time = "\(hundredths / 100).\(hundredths / 10 % 10)\(hundredths % 10) s"
    printError(messages + "\(input.name): \(document == nil ? "failed" : "rendered") in \(time)\n")
  }

  private static func show(_ progress: RunProgress, of notebook: Notebook, in state: PreviewState) {
    switch progress {
    case .compiling: state.set(.running, "compiling …")
    case .cell(let index):
      let label = notebook.cells[index].options.label.map { " \($0)" } ?? ""
      state.set(.running, "cell \(index + 1) of \(notebook.cells.count)\(label) …")
    case .note, .waiting: break
    }
  }
}
