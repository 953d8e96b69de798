import MarkdownTree

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
      let attribute = language.isEmpty ? "" : " class=\"language-\(escaped(String(language)))\""
      html += "<pre><code\(attribute)>\(escaped(literal))</code></pre>\n"
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
    case .text(let text): html += escaped(text)
    case .softBreak: html += "\n"
    case .lineBreak: html += "<br />\n"
    case .code(let text): html += "<code>\(escaped(text))</code>"
    case .htmlInline(let text): html += text
    case .emphasis: span(index, "em")
    case .strong: span(index, "strong")
    case .link(let destination, let title):
      html += "<a href=\"\(address(destination))\"\(attribute(title))>"
      children(index)
      html += "</a>"
    case .image(let source, let title):
      html +=
        "<img src=\"\(address(source))\" alt=\"\(escaped(words(index)))\"\(attribute(title)) />"
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

  private func attribute(_ title: String) -> String {
    title.isEmpty ? "" : " title=\"\(escaped(title))\""
  }

  private func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }

  private func address(_ text: String) -> String {
    let safe = Set("!#$%()*+,-./:;=?@_~".utf8)
    return text.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "&"): return "&amp;"
      case UInt8(ascii: "'"): return "&#x27;"
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return String(UnicodeScalar(byte))
      case _ where safe.contains(byte): return String(UnicodeScalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        return "%\(digits.count == 1 ? "0" : "")\(digits)"
      }
    }.joined()
  }
}
