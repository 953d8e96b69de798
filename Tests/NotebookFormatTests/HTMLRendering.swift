import NotebookFormat
import TestSupport

/// Renders what CommonMark knows of a notebook as the HTML that its specification expects; what is
/// ours alone appears as `<…>` with its kind.
struct HTMLRendering {
  private(set) var html = ""

  init(_ blocks: [Block]) {
    for block in blocks { render(block, isTight: false) }
  }

  private mutating func render(_ block: Block, isTight: Bool) {
    if !(isTight && block.isParagraph) { freshLine() }
    switch block {
    case .paragraph(let content): paragraph(content, isTight: isTight)
    case .figure(let figure): paragraph([.image(figure.image)], isTight: isTight)
    case .heading(let heading):
      html += "<h\(heading.level)>\(inlines(heading.content))</h\(heading.level)>\n"
    case .codeBlock(let language, let code):
      let attribute = language.map { " class=\"language-\(CommonMarkHTML.escaped($0))\"" } ?? ""
      html += "<pre><code\(attribute)>\(CommonMarkHTML.escaped(code))</code></pre>\n"
    case .list(let list): self.list(list)
    case .quote(let content):
      html += "<blockquote>\n"
      for block in content { render(block, isTight: false) }
      freshLine()
      html += "</blockquote>\n"
    case .thematicBreak: html += "<hr />\n"
    case .rawHTML(let text):
      html += text
      freshLine()
    case .table: html += "<table>\n"
    case .displayMath(let math): html += "<math>\(CommonMarkHTML.escaped(math.tex))\n"
    case .container: html += "<container>\n"
    case .cell: html += "<cell>\n"
    case .answerSpace: html += "<answer>\n"
    }
  }

  private mutating func paragraph(_ content: [Inline], isTight: Bool) {
    html += isTight ? inlines(content) : "<p>\(inlines(content))</p>\n"
  }

  private mutating func list(_ list: ListBlock) {
    let name = list.start == nil ? "ul" : "ol"
    let start = list.start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
    html += "<\(name)\(start)>\n"
    for item in list.items {
      freshLine()
      html += "<li>"
      for block in item { render(block, isTight: list.isTight) }
      html += "</li>\n"
    }
    html += "</\(name)>\n"
  }

  private mutating func freshLine() {
    if !html.isEmpty && html.utf8.last != 0x0A { html += "\n" }
  }
}

extension HTMLRendering {
  private func inlines(_ content: [Inline]) -> String { content.map(inline).joined() }

  private func inline(_ inline: Inline) -> String {
    switch inline {
    case .text(let text): CommonMarkHTML.escaped(text)
    case .emphasis(let content): "<em>\(inlines(content))</em>"
    case .strong(let content): "<strong>\(inlines(content))</strong>"
    case .code(let code): "<code>\(CommonMarkHTML.escaped(code))</code>"
    case .link(let destination, let title, let content):
      "<a href=\"\(CommonMarkHTML.address(destination))\"\(CommonMarkHTML.titleAttribute(title ?? ""))>\(inlines(content))</a>"
    case .image(let image):
      "<img src=\"\(CommonMarkHTML.address(image.source))\" alt=\"\(CommonMarkHTML.escaped(words(image.content)))\"\(CommonMarkHTML.titleAttribute(image.title ?? "")) />"
    case .softBreak: "\n"
    case .lineBreak: "<br />\n"
    case .rawHTML(let text): text
    case .math(let tex, _): "<math>\(CommonMarkHTML.escaped(tex))</math>"
    case .displayMath(let math): "<display>\(CommonMarkHTML.escaped(math.tex))</display>"
    case .value(let value): "<value>\(CommonMarkHTML.escaped(value.expression))</value>"
    case .reference(let label, _, _): "<ref>\(label)</ref>"
    case .footnoteReference(let number, _): "<note>\(number)</note>"
    }
  }

  private func words(_ content: [Inline]) -> String {
    content.map { inline in
      switch inline {
      case .text(let text), .code(let text), .rawHTML(let text): text
      case .emphasis(let content), .strong(let content), .link(_, _, let content): words(content)
      case .image(let image): words(image.content)
      case .softBreak, .lineBreak: " "
      default: ""
      }
    }.joined()
  }
}

extension Block {
  fileprivate var isParagraph: Bool {
    switch self {
    case .paragraph, .figure: true
    default: false
    }
  }
}
