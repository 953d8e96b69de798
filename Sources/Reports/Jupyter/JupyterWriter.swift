import CellEvents
import Diagnostics
import NotebookFormat

/// Writes a notebook and what its cells brought forth as a Jupyter notebook, nbformat 4.5.
///
/// Text becomes Markdown cells as JupyterLab shows them, a cell becomes a code cell with its option
/// lines, its outputs in all their forms, and tags and metadata by which JupyterLab, nbconvert and
/// nbgrader know what to hide and what is a solution's. Each cell carries its part of the notebook's
/// text, so that `JupyterReader` gets back the very notebook, but for cells that were edited.
public struct JupyterWriter {
  /// A writer.
  public init() {}

  /// The document as JSON.
  ///
  /// - Throws: `ReportErrors` where a picture is wrong.
  public func document(
    for notebook: Notebook, log: ExecutionLog, context: ReportContext
  ) throws -> String {
    let body = MarkdownBody(
      notebook, log: log, pictures: ResourceFolder(context.folder), dialect: .jupyter,
      address: "attachment:")
    body.opensSolutions = context.variant == .key
    var cells = JupyterCells(body: body, context: context)
    cells.writeAll()
    guard body.diagnostics.isEmpty else { throw ReportErrors(diagnostics: body.diagnostics) }
    let front = notebook.frontMatter
    var runner: [String: JSONText] = [
      "seed": .raw("\(context.seed)"), "variant": .string(context.variant.rawValue),
      "version": .string(context.version),
    ]
    runner["recipient"] = context.recipient.map { .string($0) }
    if !context.receipt.isEmpty { runner["receipt"] = .lines(context.receipt) }
    var metadata: [String: JSONText] = [
      "kernelspec": .object([
        "display_name": .string("Swift"), "language": .string("swift"), "name": .string("swift"),
      ]),
      "language_info": .object([
        "codemirror_mode": .string("swift"), "file_extension": .string(".swift"),
        "mimetype": .string("text/x-swift"), "name": .string("swift"),
        "pygments_lexer": .string("swift"),
      ]),
      "nbrun": .object(runner),
    ]
    metadata["title"] = notebook.title.map { .string($0.plainText(values: log.inlineValues)) }
    if !front.authors.isEmpty {
      metadata["authors"] = .array(front.authors.map { .object(["name": .string($0)]) })
    }
    return JSONText.object([
      "cells": .array(cells.cells), "metadata": .object(metadata), "nbformat": .integer(4),
      "nbformat_minor": .integer(5),
    ]).text
  }
}
