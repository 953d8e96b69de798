import NotebookFormat

extension MarkdownBody {
  func markdown(_ container: Container) -> String {
    switch container.kind {
    case .callout(let callout): return markdown(callout, container)
    case .exercise: return exercise(container)
    case .hint: return fold(container, wording.hint)
    case .solution: return fold(container, wording.solution)
    case .tabset: return tabs(container)
    case .conditional:
      return container.isShown(in: dialect.names) ? markdown(container.content) : ""
    case .other: return [anchor(container.label), markdown(container.content)].joinedBlocks
    }
  }

  private func markdown(_ callout: Container.Callout, _ container: Container) -> String {
    if container.isCollapsed != nil {
      return fold(container, wording.title(of: callout), isOpen: container.isCollapsed == false)
    }
    let isAlert = dialect.hasAlerts && depth == 0
    let content = nested(container.content)
    let title =
      container.title.map { "**\(oneLine($0))**" }
      ?? (isAlert ? "" : "**\(wording.title(of: callout))**")
    let body = [title, content].joinedBlocks
    let head = isAlert ? "[!\(callout.rawValue.uppercased())]\n" : ""
    return [anchor(container.label), (head + body).indented(first: "> ", rest: "> ")].joinedBlocks
  }

  private func exercise(_ container: Container) -> String {
    var title = "**\(wording.exercise)\(container.number.map { " \($0)" } ?? "")"
    if let words = container.title { title += ": \(oneLine(words))" }
    title += "**"
    if let points = container.points { title += " (\(wording.worth(points)))" }
    return [anchor(container.label), title, markdown(container.content)].joinedBlocks
  }

  /// Something that the reader unfolds.
  private func fold(_ container: Container, _ word: String, isOpen: Bool = false) -> String {
    var title = word + (container.number.map { " \($0)" } ?? "")
    if let words = container.title {
      let isCallout = if case .callout = container.kind { true } else { false }
      let plain = HTMLEscaping.escaped(words.plainText(values: log.inlineValues))
      title = isCallout ? plain : "\(title): \(plain)"
    }
    return [anchor(container.label), fold(title, nested(container.content), isOpen: isOpen)]
      .joinedBlocks
  }

  /// Markdown under a title that the reader unfolds; GitHub reads Markdown between blank lines there.
  func fold(_ title: String, _ content: String, isOpen: Bool = false) -> String {
    "<details\(isOpen ? " open" : "")>\n<summary>\(title)</summary>\n\n\(content)\n\n</details>"
  }

  private func tabs(_ container: Container) -> String {
    let tabs = container.content.tabs
    let parts = tabs.tabs.flatMap { tab in
      ["**\(label(tab.heading.content))**", markdown(tab.content)]
    }
    return ([markdown(tabs.introduction)] + parts).joinedBlocks
  }
}

extension [String] {
  /// The blocks that are not empty, a blank line apart.
  var joinedBlocks: String { filter { !$0.isEmpty }.joined(separator: "\n\n") }
}
