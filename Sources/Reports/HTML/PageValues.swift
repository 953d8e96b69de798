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
  var subtitle: String
  var contents: String
  var body: String
  var figureCount: Int
  var style: String
  var script: String

  /// The values under the names that the template has for them.
  var scriptValue: ScriptValue {
    let front = notebook.frontMatter
    return .record([
      "language": .text(front.language), "title": .text(title.text),
      "heading": .text(title.markup), "anchor": .text(title.anchor ?? "title"),
      "subtitle": .text(subtitle),
      "authors": .text(front.authors.joined(separator: ", ")), "date": .text(front.date ?? ""),
      "variant": .text(variantLine), "style": .text(style + paperRule + manyFiguresRule),
      "figureStyle": .text(log.figureStyle.withoutMarkup),
      "preview": .text(context.previewNumber.map(String.init) ?? ""),
      "script": .text(script), "scriptDigest": .text(Base64.encoded(SHA256.digest(of: script))),
      "contents": .text(contents), "body": .text(body), "version": .text(context.version),
      "seed": .text("\(context.seed)"),
      "parameters": .list(
        context.parameters.map { .record(["name": .text($0.name), "value": .text($0.value)]) }),
      "isSealed": .flag(context.variant == .handout),
      "hasParameters": .flag(!context.parameters.isEmpty),
      "receipt": .text(HTMLEscaping.escaped(context.receipt)), "recipient": .text(recipientLine),
      "words": words,
    ])
  }
}

extension PageValues {
  /// The style sheet says A4.
  private var paperRule: String {
    context.paper == .a4 ? "" : "@page { size: \(context.paper.rawValue); }\n"
  }

  /// A page with many figures lays them out when they come near the window, and so opens at once. With few it
  /// would gain nothing, and pictures taken of a whole page would show gaps.
  private var manyFiguresRule: String {
    guard figureCount > 40 else { return "" }
    let rule = "content-visibility: auto; contain-intrinsic-size: auto 18rem;"
    return "@media screen { .display { \(rule) } }\n"
  }

  /// Such as `Answer key · 16 points`; nothing for a report.
  private var variantLine: String {
    wording.line(for: context.variant, points: notebook.points)
  }

  /// Such as `For Ada Lovelace`; nothing where the document is for everybody.
  private var recipientLine: String {
    context.recipient.map { "\(wording.recipient) \($0)" } ?? ""
  }

  private var words: ScriptValue {
    .record([
      "contents": .text(wording.contents), "skip": .text(wording.skip),
      "seed": .text(wording.seed), "parameters": .text(wording.parameters),
      "receipt": .text(wording.receipt), "receiptNote": .text(wording.receiptNote),
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
    let heading = outline.titleHeading
    guard let content = notebook.title ?? heading?.content else {
      let name = notebook.shortName
      return .init(markup: HTMLEscaping.escaped(name), text: name)
    }
    return .init(
      markup: captured { label(content) }, text: content.plainText(values: log.inlineValues),
      anchor: heading?.anchor)
  }

  /// The second line under the title; empty where there is none.
  func subtitle() -> String {
    notebook.subtitle.map { content in captured { label(content) } } ?? ""
  }
}
