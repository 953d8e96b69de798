import MarkdownTree
import TestSupport

/// Renders a tree as the HTML that the CommonMark specification expects.
struct HTMLRendering {
  private let tree: MarkdownTree
  private(set) var html = ""

  init(_ tree: MarkdownTree) {
    self.tree = tree
    render(MarkdownTree.root, isTight: false)
  }

  private mutating func render(_ index: Int, isTight: Bool) {
    switch tree[index].kind {
    case .document: children(index)
    case .blockQuote: block(index, "blockquote")
    case .bulletList(let isTight): list(index, "ul", isTight: isTight)
    case .orderedList(let start, let isTight):
      list(index, "ol", start == 1 ? "" : " start=\"\(start)\"", isTight: isTight)
    case .item:
      freshLine()
      html += "<li>"
      children(index, isTight: isTight)
      html += "</li>\n"
    case .paragraph:
      if isTight { return children(index) }
      freshLine()
      html += "<p>"
      children(index)
      html += "</p>\n"
    case .heading(let level):
      freshLine()
      html += "<h\(level)>"
      children(index)
      html += "</h\(level)>\n"
    case .codeBlock(let info, let literal, _):
      freshLine()
      let language = info.prefix { !$0.isWhitespace }
      let attribute =
        language.isEmpty ? "" : " class=\"language-\(CommonMarkHTML.escaped(String(language)))\""
      html += "<pre><code\(attribute)>\(CommonMarkHTML.escaped(literal))</code></pre>\n"
    case .htmlBlock(let text):
      freshLine()
      html += text
      freshLine()
    case .thematicBreak:
      freshLine()
      html += "<hr />\n"
    default: inline(index)
    }
  }

  private mutating func inline(_ index: Int) {
    switch tree[index].kind {
    case .text(let text): html += CommonMarkHTML.escaped(text)
    case .softBreak: html += "\n"
    case .lineBreak: html += "<br />\n"
    case .code(let text): html += "<code>\(CommonMarkHTML.escaped(text))</code>"
    case .htmlInline(let text): html += text
    case .emphasis: span(index, "em")
    case .strong: span(index, "strong")
    case .link(let destination, let title):
      html +=
        "<a href=\"\(CommonMarkHTML.address(destination))\"\(CommonMarkHTML.titleAttribute(title))>"
      children(index)
      html += "</a>"
    case .image(let source, let title):
      html +=
        "<img src=\"\(CommonMarkHTML.address(source))\" alt=\"\(CommonMarkHTML.escaped(words(index)))\"\(CommonMarkHTML.titleAttribute(title)) />"
    default: break
    }
  }
}

extension HTMLRendering {
  private mutating func children(_ index: Int, isTight: Bool = false) {
    for child in tree.children(of: index) { render(child, isTight: isTight) }
  }

  private mutating func block(_ index: Int, _ name: String) {
    freshLine()
    html += "<\(name)>\n"
    children(index)
    freshLine()
    html += "</\(name)>\n"
  }

  private mutating func list(_ index: Int, _ name: String, _ start: String = "", isTight: Bool) {
    freshLine()
    html += "<\(name)\(start)>\n"
    children(index, isTight: isTight)
    html += "</\(name)>\n"
  }

  private mutating func span(_ index: Int, _ name: String) {
    html += "<\(name)>"
    children(index)
    html += "</\(name)>"
  }

  private mutating func freshLine() {
    if !html.isEmpty && html.utf8.last != 0x0A { html += "\n" }
  }

  private func words(_ index: Int) -> String {
    tree.children(of: index).map { child in
      switch tree[child].kind {
      case .text(let text), .code(let text), .htmlInline(let text): text
      case .softBreak, .lineBreak: " "
      default: words(child)
      }
    }.joined()
  }
}
