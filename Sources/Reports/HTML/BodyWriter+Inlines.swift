import Diagnostics
import NotebookFormat

extension BodyWriter {
  func write(_ inlines: [Inline]) {
    var rest = inlines[...]
    while let inline = rest.popFirst() {
      if case .softBreak = inline, case .text(let text) = rest.first, text.hasPrefix("%"),
        endsInNumber
      {
        html += "\u{A0}"
        continue
      }
      guard case .math(let tex, let position) = inline else {
        write(inline)
        continue
      }
      formula(tex, at: position, before: &rest)
    }
  }

  /// A formula with the signs that belong to it: browsers would let a line begin with the comma after it,
  /// and end with the parenthesis before it.
  private func formula(
    _ tex: String, at position: SourcePosition, before rest: inout ArraySlice<Inline>
  ) {
    var words = ""
    if case .text(let text) = rest.first { words = text }
    let marks = words.prefix(while: Self.endsPhrases)
    let opening = html.last.flatMap { Self.beginsPhrases($0) ? $0 : nil }
    guard opening != nil || !marks.isEmpty else {
      return formula(tex, isDisplay: false, at: position)
    }
    if !words.isEmpty { rest.removeFirst() }
    if opening != nil { html.removeLast() }
    html += "<span class=\"keep\">" + (opening.map(String.init) ?? "")
    formula(tex, isDisplay: false, at: position)
    self.text(marks)
    html += "</span>"
    prose(String(words.dropFirst(marks.count)))
  }

  /// Whether a sign belongs to what stands behind it.
  private static func beginsPhrases(_ character: Character) -> Bool { "([“‘".contains(character) }

  /// Whether a sign belongs to what stands before it.
  private static func endsPhrases(_ character: Character) -> Bool {
    ".,;:!?)]%’”-".contains(character)
  }

  /// Text whose percent signs stay with their numbers.
  private func prose(_ words: String) {
    guard words.contains(" %") else { return text(words) }
    var words = words[...]
    if words.hasPrefix(" %"), endsInNumber {
      words.removeFirst()
      html += "\u{A0}"
    }
    text(words.replacing(#/([0-9]) %/#) { "\($0.output.1)\u{A0}%" })
  }

  /// Whether what was written last is a number.
  private var endsInNumber: Bool {
    html.utf8.last.map { (0x30...0x39).contains($0) } == true || html.hasSuffix("</math>")
      || html.hasSuffix("<span class=\"blank\"></span>")
  }

  /// Whether a piece of code is short and could be broken, at a blank or a hyphen.
  private static func isKept(_ code: String) -> Bool {
    code.utf8.count <= 20 && code.utf8.contains { $0 == 0x20 || $0 == 0x2D || $0 == 0x2F }
  }

  /// What the inlines say without links in them, for a place that is a link or a button itself.
  func label(_ inlines: [Inline]) {
    let outer = isInLink
    isInLink = true
    write(inlines)
    isInLink = outer
  }

  private func write(_ inline: Inline) {
    switch inline {
    case .text(let text): prose(text)
    case .emphasis(let content): element("em", content)
    case .strong(let content): element("strong", content)
    case .code(let code):
      html += Self.isKept(code) ? "<code class=\"keep\">" : "<code>"
      text(code)
      html += "</code>"
    case .link(let destination, let title, let content):
      link(to: destination, title: title, content)
    case .image(let image): write(image)
    case .softBreak: html += "\n"
    case .lineBreak: html += "<br>\n"
    case .rawHTML(let markup): rawHTML(markup, isBlock: false)
    case .math(let tex, let position): formula(tex, isDisplay: false, at: position)
    case .displayMath(let math): formula(math.tex, isDisplay: true, at: math.position)
    case .value(let value): self.value(value)
    case .reference(let label, let numberOnly, _): reference(to: label, numberOnly: numberOnly)
    case .footnoteReference(let number, _): footnoteReference(number)
    }
  }

  private func element(_ tag: String, _ content: [Inline]) {
    html += "<\(tag)>"
    write(content)
    html += "</\(tag)>"
  }

  private func link(to destination: String, title: String?, _ content: [Inline]) {
    guard !isInLink, notebook.frontMatter.rawHTML || LinkPolicy.isHarmless(destination) else {
      return write(content)
    }
    html += "<a href=\"\(HTMLEscaping.escaped(destination))\""
    if let title { html += " title=\"\(HTMLEscaping.escaped(title))\"" }
    html += ">"
    label(content)
    html += "</a>"
  }

  private func value(_ value: InlineValue) {
    guard let text = log.inlineValues[value.index] else {
      html += "<span class=\"blank\"></span>"
      return
    }
    self.text(text)
  }

  private func reference(to label: String, numberOnly: Bool) {
    guard let target = notebook.targets[label] else { return text("@\(label)") }
    let words = wording.words(for: target, numberOnly: numberOnly)
    guard !isInLink else { return text(words) }
    html += "<a class=\"reference\" href=\"#\(HTMLEscaping.escaped(target.anchor))\">"
    text(words)
    html += "</a>"
  }
}
