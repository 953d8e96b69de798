import Diagnostics
import NotebookFormat
import Platform

/// Turns a Jupyter notebook into a notebook of this program.
///
/// Markdown shows what it showed: what only a notebook of this program means, such as `:::` and `@fig-loss`,
/// is escaped. Code of Swift becomes cells, other code is shown; tags become options, and attachments
/// become files. A raw cell at the top may hold front matter, others are shown. A notebook that
/// `JupyterWriter` wrote comes back byte for byte, but for the cells that were edited since.
public struct JupyterReader {
  /// A notebook's text and the pictures that it refers to.
  public struct Conversion: Sendable {
    /// The text.
    public var text: String
    /// The pictures; they belong into the folder that the reader was told of.
    public var files: [DocumentFile]
  }

  private let folder: String

  /// A reader.
  ///
  /// - Parameter folder: The name of the folder, beside the notebook, for its pictures: `lesson_files`.
  public init(folder: String) {
    self.folder = folder
  }

  /// The notebook in a file's bytes.
  ///
  /// - Throws: A `Diagnostic` where the file is no Jupyter notebook of version 4.
  public func read(_ bytes: [UInt8], name: String) throws -> Conversion {
    let document: JupyterDocument
    do {
      document = try JSON.decode(JupyterDocument.self, from: bytes)
    } catch let error as DecodingError {
      throw Diagnostic(
        .error, "'\(name)' is no Jupyter notebook of version 4: \(error.sentence)",
        help: "Save it anew with JupyterLab, or 'jupyter nbconvert --to notebook'.")
    }
    var files = DocumentFiles()
    var parts: [Part] = []
    if let front = frontMatter(document) { parts.append(Part(text: front, isExact: false)) }
    for (index, cell) in document.cells.enumerated() {
      parts.append(part(cell, isFirst: index == 0, of: document, files: &files))
    }
    return Conversion(text: joined(parts), files: files.files)
  }
}

extension JupyterReader {
  /// A piece of the notebook; an exact one has its own blank lines.
  fileprivate struct Part {
    var text: String
    var isExact: Bool
  }

  private func joined(_ parts: [Part]) -> String {
    var text = ""
    var wasExact = true
    for part in parts where !part.text.isEmpty {
      if !(part.isExact && wasExact) && !text.isEmpty && !text.hasSuffix("\n\n") {
        text += text.hasSuffix("\n") ? "\n" : "\n\n"
      }
      text += part.text
      wasExact = part.isExact
    }
    return text.isEmpty || text.hasSuffix("\n") ? text : text + "\n"
  }

  private func frontMatter(_ document: JupyterDocument) -> String? {
    guard document.cells.allSatisfy({ $0.metadata.nbrun == nil }),
      document.cells.first?.source.text.hasPrefix("---\n") != true
    else { return nil }
    var lines: [String] = []
    if let title = document.metadata.title {
      let text = MarkdownEscaping.escaped(title, isInTable: false, dollar: "\\$")
      lines.append("title: \(quoted(text))")
    }
    let names = (document.metadata.authors ?? []).compactMap(\.name)
    if !names.isEmpty { lines.append("author: [\(names.map(quoted).joined(separator: ", "))]") }
    return lines.isEmpty ? nil : "---\n\(lines.joined(separator: "\n"))\n---\n"
  }

  private func quoted(_ text: String) -> String {
    "\"" + text.singleLine.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  private func part(
    _ cell: JupyterDocument.Cell, isFirst: Bool, of document: JupyterDocument,
    files: inout DocumentFiles
  ) -> Part {
    let text = cell.source.text
    if let origin = cell.metadata.nbrun, let source = origin.source,
      origin.digest == String(SHA256.hex(of: text).prefix(16))
    {
      return Part(text: source + (origin.after ?? ""), isExact: true)
    }
    let after = cell.metadata.nbrun?.after.map { "\n" + $0 } ?? ""
    switch cell.type {
    case "markdown":
      let markdown = withFiles(text, cell.attachments ?? [:], files: &files).withoutLastLineFeed
      return Part(text: escaped(markdown, isFirst: isFirst) + "\n" + after, isExact: false)
    case "raw":
      let isFront = isFirst && text.hasPrefix("---\n")
      let shown = isFront ? text : MarkdownEscaping.fence(text, language: "text")
      return Part(text: shown.withoutLastLineFeed + "\n" + after, isExact: false)
    default:
      let isSwift = document.isSwift
      var blocks = [
        MarkdownEscaping.fence(
          options(of: cell, isSwift) + text, language: isSwift ? "{swift}" : document.language)
      ]
      if !isSwift { blocks += outputs(of: cell, files: &files) }
      if cell.isSolution && !text.contains("BEGIN SOLUTION") && cell.metadata.nbrun == nil {
        blocks = ["::: {.solution}"] + blocks + [":::"]
      }
      return Part(text: blocks.joined(separator: "\n\n") + "\n" + after, isExact: false)
    }
  }

  /// Markdown as a notebook has it; what the first cell may have of front matter stays.
  private func escaped(_ markdown: String, isFirst: Bool) -> String {
    let source = SourceText(name: "", text: markdown)
    let front = source.lines.prefix(isFirst ? source.frontMatterLineCount : 0)
    let body = source.lines.dropFirst(front.count).joined(separator: "\n")
    return front.map { $0 + "\n" }.joined() + ForeignMarkdown.escaped(body)
  }

  /// Markdown whose attachments are files.
  private func withFiles(
    _ markdown: String, _ attachments: [String: [String: JupyterDocument.Text]],
    files: inout DocumentFiles
  ) -> String {
    var markdown = markdown
    for (name, forms) in attachments.sorted(by: { $0.key < $1.key }) {
      guard let content = forms.sorted(by: { $0.key < $1.key }).first?.value.text,
        let bytes = Base64.decoded(content), let picture = Picture(bytes)
      else { continue }
      let address = MarkdownEscaping.address("\(folder)/\(files.add(picture, at: name))")
      markdown = markdown.replacing(address: "attachment:\(name)", with: address)
    }
    return markdown
  }

  private func options(of cell: JupyterDocument.Cell, _ isSwift: Bool) -> String {
    guard isSwift else { return "" }
    let tags = cell.metadata.tags ?? []
    let pairs = [
      ("remove-cell", "include", "false"), ("hide-input", "echo", "false"),
      ("hide-output", "output", "false"), ("raises-exception", "error", "true"),
    ]
    return pairs.filter { pair in
      tags.contains(pair.0) && !cell.source.text.contains("| \(pair.1):")
    }.map { "//| \($0.1): \($0.2)\n" }.joined()
  }

  /// What code that is only shown had brought forth.
  private func outputs(of cell: JupyterDocument.Cell, files: inout DocumentFiles) -> [String] {
    (cell.outputs ?? []).compactMap { output in
      if let text = output.text?.text { return MarkdownEscaping.fence(text, language: "text") }
      for (type, ending) in [("image/png", "png"), ("image/jpeg", "jpg")] {
        guard let content = output.data?[type]?.text, let bytes = Base64.decoded(content) else {
          continue
        }
        let name = files.add(bytes, named: "output", ending: ending)
        return "![](\(MarkdownEscaping.address("\(folder)/\(name)")))"
      }
      return output.data?["text/plain"].map { MarkdownEscaping.fence($0.text, language: "text") }
    }
  }
}

extension String {
  /// The text without the line feed at its end.
  var withoutLastLineFeed: String { hasSuffix("\n") ? String(dropLast()) : self }
}

extension DecodingError {
  /// What is wrong, and where in the notebook.
  fileprivate var sentence: String {
    func place(_ path: [any CodingKey]) -> String {
      let cell = path.compactMap(\.intValue).first.map { "cell \($0 + 1)" }
      return cell ?? "the notebook"
    }
    switch self {
    case .keyNotFound(let key, let context):
      return "\(place(context.codingPath)) has no '\(key.stringValue)'"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      let name = context.codingPath.last { $0.intValue == nil }?.stringValue ?? "content"
      return "'\(name)' of \(place(context.codingPath)) is of another kind"
    default: return "it is no JSON"
    }
  }
}
