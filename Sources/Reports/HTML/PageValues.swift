import CellEvents
import NotebookFormat
import Platform

/// What the template puts into the page.
struct PageValues {
  /// The title as markup and as plain text, and the `id` it has as a heading.
  struct Title {
    var markup: String
    var text: String
    var anchor: String?
  }

  var notebook: Notebook
  var log: ExecutionLog
  var context: ReportContext
  var wording: Wording
  var title: Title
  var contents: String
  var body: String
  var style: String

  /// The values under the names that the template has for them.
  var scriptValue: ScriptValue {
    let front = notebook.frontMatter
    return .record([
      "language": .text(front.language), "title": .text(title.text),
      "heading": .text(title.markup), "anchor": .text(title.anchor ?? "title"),
      "subtitle": .text(front.subtitle ?? ""),
      "authors": .text(front.authors.joined(separator: ", ")), "date": .text(front.date ?? ""),
      "style": .text(style), "figureStyle": .text(log.figureStyle.withoutMarkup),
      "contents": .text(contents), "body": .text(body), "version": .text(context.version),
      "seed": .text("\(context.seed)"),
      "parameters": .list(
        context.parameters.map { .record(["name": .text($0.name), "value": .text($0.value)]) }),
      "hasParameters": .flag(!context.parameters.isEmpty),
      "sourceFingerprint": .text(SHA256.hex(of: notebook.source.text)),
      "answersFingerprint": .text(log.answers.isEmpty ? "" : answersFingerprint),
      "words": words,
    ])
  }
}

extension PageValues {
  /// Over name and value of each answer, in the order in which they were recorded.
  private var answersFingerprint: String {
    SHA256.hex(ofParts: log.answers.flatMap { [$0.name, $0.json] })
  }

  private var words: ScriptValue {
    .record([
      "contents": .text(wording.contents), "skip": .text(wording.skip),
      "seed": .text(wording.seed), "parameters": .text(wording.parameters),
      "source": .text(wording.source), "answers": .text(wording.answers),
      "madeWith": .text(wording.madeWith),
    ])
  }
}

extension String {
  /// The style sheet with nothing in it that could end a `<style>` element.
  fileprivate var withoutMarkup: String {
    contains("<")
      ? split(separator: "<", omittingEmptySubsequences: false).joined(separator: "\\3C ") : self
  }
}

extension BodyWriter {
  /// The title: of the front matter, else of the first heading, else the file's name.
  func title() -> PageValues.Title {
    if let title = notebook.frontMatter.title {
      return .init(markup: HTMLEscaping.escaped(title), text: title)
    }
    if let heading = outline.titleHeading {
      return .init(
        markup: captured { label(heading.content) }, text: heading.content.plainText(),
        anchor: heading.anchor)
    }
    let name = notebook.shortName
    return .init(markup: HTMLEscaping.escaped(name), text: name)
  }
}
