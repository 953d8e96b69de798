import NotebookFormat

extension MarkdownBody {
  /// Inlines as they stand in a paragraph.
  func inlines(_ inlines: [Inline]) -> String {
    let parts = inlines.map(part)
    var result = ""
    for (index, part) in parts.enumerated() {
      guard let mark = part.mark else {
        result += part.text
        continue
      }
      let next = parts.dropFirst(index + 1).first { !$0.text.isEmpty }
      result += marked(part.text, mark, after: result.last, before: next)
    }
    return result
  }

  /// Inlines on one line: a heading, a caption, a title.
  func oneLine(_ content: [Inline]) -> String {
    let outer = isOnOneLine
    isOnOneLine = true
    defer { isOnOneLine = outer }
    return inlines(content)
  }

  /// What the inlines say without links in them.
  func label(_ content: [Inline]) -> String {
    let outer = isInLink
    isInLink = true
    defer { isInLink = outer }
    return oneLine(content)
  }

  /// A piece of Markdown; with a mark, `*` or `**`, that is still to be put around it.
  private struct Part {
    var text: String
    var mark: String?
  }

  private func part(_ inline: Inline) -> Part {
    switch inline {
    case .emphasis(let content): Part(text: inlines(content), mark: "*")
    case .strong(let content): Part(text: inlines(content), mark: "**")
    default: Part(text: markdown(inline))
    }
  }

  private func markdown(_ inline: Inline) -> String {
    switch inline {
    case .text(let text): self.text(text)
    case .emphasis(let content), .strong(let content): inlines(content)
    case .code(let code): MarkdownEscaping.code(code, isInTable: isInTable)
    case .link(let destination, let title, let content):
      link(to: destination, title: title, content)
    case .image(let image): markdown(image)
    case .softBreak: isOnOneLine ? " " : "\n"
    case .lineBreak: isOnOneLine ? "<br>" : "\\\n"
    case .rawHTML(let markup): notebook.frontMatter.rawHTML ? markup : text(markup)
    case .math(let tex, _): formula(tex)
    case .displayMath(let math): formula("\\displaystyle " + math.tex)
    case .value(let value): log.inlineValues[value.index].map(text) ?? "\\_\\_\\_\\_\\_\\_\\_\\_"
    case .reference(let label, let numberOnly, _): reference(to: label, numberOnly: numberOnly)
    case .footnoteReference(let number, _): footnoteReference(number)
    }
  }

  /// Emphasis by marks where they would be read as such, else by an element.
  private func marked(_ text: String, _ mark: String, after: Character?, before: Part?) -> String {
    guard let first = text.first, let last = text.last else { return "" }
    let opens = !first.isWhitespace && (first.isWord || after.map { !$0.isWord } ?? true)
    let next = before?.mark == nil ? before?.text.first : "*"
    let closes = !last.isWhitespace && (last.isWord || next.map { !$0.isWord } ?? true)
    if opens && closes && after != "*" && next != "*" && first != "*" && last != "*" {
      return mark + text + mark
    }
    let tag = mark == "*" ? "em" : "strong"
    return "<\(tag)>\(text)</\(tag)>"
  }

  private func link(to destination: String, title: String?, _ content: [Inline]) -> String {
    guard !isInLink, notebook.frontMatter.rawHTML || LinkPolicy.isHarmless(destination) else {
      return inlines(content)
    }
    let outer = isInLink
    isInLink = true
    let label = inlines(content)
    isInLink = outer
    let title = title.map { " \"\(text($0).replacing("\"", with: "\\\""))\"" } ?? ""
    return "[\(label)](\(MarkdownEscaping.address(destination))\(title))"
  }

  private func reference(to label: String, numberOnly: Bool) -> String {
    guard let target = notebook.targets[label] else { return text("@\(label)") }
    let words = text(wording.words(for: target, numberOnly: numberOnly))
    return isInLink ? words : "[\(words)](#\(target.anchor))"
  }

  private func footnoteReference(_ number: Int) -> String {
    guard !isInLink else { return "" }
    return dialect.hasFootnotes ? "[^\(number)]" : "<sup>[\(number)](#footnote-\(number))</sup>"
  }

  /// The notes' texts, for the end of the document.
  func footnotes() -> String {
    notebook.footnotes.enumerated().map { index, footnote in
      let content = nested(footnote.blocks)
      if dialect.hasFootnotes { return content.indented(first: "[^\(index + 1)]: ", rest: "    ") }
      return content.indented(
        first: "\(index + 1). \(anchor("footnote-\(index + 1)"))", rest: "   ")
    }.joined(separator: "\n\n")
  }
}

extension Character {
  fileprivate var isWord: Bool { isLetter || isNumber }
}
