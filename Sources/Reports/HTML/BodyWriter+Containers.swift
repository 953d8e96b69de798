import NotebookFormat

extension BodyWriter {
  func write(_ container: Container) {
    switch container.kind {
    case .callout(let callout): write(callout, container)
    case .exercise: exercise(container)
    case .hint: fold(container, class: "hint", wording.hint)
    case .solution: fold(container, class: "solution", wording.solution)
    case .tabset: tabset(container)
    case .conditional:
      if container.isShown(in: Self.formatNames) { write(container.content) }
    case .other:
      let classes = container.classes.map { HTMLEscaping.escaped($0) }.joined(separator: " ")
      html +=
        "<div\(id(container.label))" + (classes.isEmpty ? "" : " class=\"\(classes)\"") + ">\n"
      write(container.content)
      html += "</div>\n"
    }
  }

  private func write(_ callout: Container.Callout, _ container: Container) {
    let name = "callout callout-\(callout.rawValue)"
    let isOpen = container.isCollapsed != true || (opensSolutions && container.content.haveSolution)
    if container.isCollapsed == nil {
      html += "<div class=\"\(name)\"\(id(container.label))>\n<p class=\"callout-title\">"
    } else {
      html += "<details class=\"\(name)\"\(id(container.label))\(isOpen ? " open" : "")>\n"
      html += "<summary class=\"callout-title\">"
    }
    title(of: container, wording.title(of: callout))
    html += container.isCollapsed == nil ? "</p>\n" : "</summary>\n"
    write(container.content)
    html += container.isCollapsed == nil ? "</div>\n" : "</details>\n"
  }

  private func exercise(_ container: Container) {
    html +=
      "<section class=\"exercise\"\(id(container.label))>\n<p class=\"exercise-title\"><strong>"
    html += wording.exercise
    if let number = container.number { text("\u{A0}\(number)") }
    html += "</strong>"
    if let title = container.title {
      html += " <span class=\"exercise-name\">"
      write(title)
      html += "</span>"
    }
    if let points = container.points {
      html += " <span class=\"points\">\(wording.worth(points))</span>"
    }
    html += "</p>\n"
    write(container.content)
    html += "</section>\n"
  }

  private func fold(_ container: Container, class name: String, _ word: String) {
    let open = container.kind == .solution && opensSolutions ? " open" : ""
    html += "<details class=\"\(name)\"\(id(container.label))\(open)><summary>"
    html += word
    if let number = container.number { text("\u{A0}\(number)") }
    if let title = container.title {
      html += ": "
      label(title)
    }
    html += "</summary>\n<div class=\"fold-content\">\n"
    write(container.content)
    html += "</div></details>\n"
  }

  private func title(of container: Container, _ word: String) {
    if let title = container.title { label(title) } else { html += word }
  }

  func write(_ space: AnswerSpace) {
    // In a key, the solution that stands below fills the lines.
    guard !opensSolutions || !space.prompt.isEmpty else { return }
    html += "<div class=\"answer-space\">"
    if !space.prompt.isEmpty {
      html += "<p>"
      text(space.prompt)
      html += "</p>"
    }
    let lines = opensSolutions ? 0 : max(1, min(space.lines, 100))
    html += String(repeating: "<div></div>", count: lines)
    html += "</div>\n"
  }
}

extension [Block] {
  /// Whether a solution stands in them.
  fileprivate var haveSolution: Bool {
    contains { block in
      if case .container(let container) = block, container.kind == .solution { return true }
      return block.children.haveSolution
    }
  }
}
