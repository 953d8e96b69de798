import CellEvents
import Engine
import NotebookFormat
import Platform
import Reports
import Rosters

/// Makes students' sheets from a notebook that is compiled already; one for each thread.
struct SheetMaker {
  let workshop: Workshop
  let program: CellProgram
  /// The notebook, its parameters as they are to be.
  let notebook: Notebook
  let options: RunOptions
  /// How the documents are shown, but for variant and recipient.
  let view: DocumentView
  let files: SheetFiles

  /// Runs the notebook with the student's seed and writes the student's files: all of them, or none.
  ///
  /// - Returns: The files' contents.
  /// - Throws: `NotebookErrors` where a cell fails with this seed; `SystemError`.
  func make(for student: Student) throws -> [[UInt8]] {
    var notebook = notebook
    notebook.frontMatter.seed = student.seed
    let log = try log(of: notebook)
    let sheets = try documents(of: notebook, log: log, for: student)
    let answers = AnswersFile(notebook: notebook, log: log, student: student.id).json
    var delivery = Delivery()
    for (document, target) in sheets { delivery.add(document, to: target) }
    delivery.add(answers, to: files.answers(for: student))
    try delivery.commit()
    return sheets.map(\.document.content) + [Array(answers.utf8)]
  }

  private func log(of notebook: Notebook) throws -> ExecutionLog {
    if let result = try program.run(notebook) { return result.log }
    // A cell fails with this seed alone; a run of its own tells which, and where.
    return try workshop.run(notebook, options).log
  }

  private func documents(
    of notebook: Notebook, log: ExecutionLog, for student: Student
  ) throws -> [(document: RenderedDocument, target: OutputTarget)] {
    var view = view
    view.recipient = student.recipient
    let kinds = [
      (DocumentVariant.handout, files.handouts(for: student)), (.key, files.keys(for: student)),
    ]
    return try kinds.flatMap { variant, targets in
      view.variant = variant
      let documents = try workshop.documents(of: notebook, log: log, as: view, for: targets)
      return Array(zip(documents.documents, targets))
    }
  }
}
