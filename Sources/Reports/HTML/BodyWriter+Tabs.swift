import NotebookFormat

extension BodyWriter {
  /// Tabs without a script: a radio button, its label and its panel each; the style sheet shows the
  /// panel of the chosen one, and all of them one under the other on paper.
  func tabset(_ container: Container) {
    let tabs = container.content.tabs
    write(tabs.introduction)
    guard !tabs.tabs.isEmpty else { return }
    tabsetCount += 1
    let name = "tabs-\(tabsetCount)"
    html += "<div class=\"tabset\"\(id(container.label)) role=\"group\""
    html += " aria-label=\"\(wording.tabs)\">\n"
    for (index, tab) in tabs.tabs.enumerated() {
      let id = "\(name)-\(index + 1)"
      html += "<input type=\"radio\" name=\"\(name)\" id=\"\(id)\"\(index == 0 ? " checked" : "")>"
      html += "<label for=\"\(id)\">"
      label(tab.heading.content)
      html += "</label>\n<div class=\"tab-panel\"\(self.id(tab.heading.anchor))>\n"
      write(tab.content)
      html += "</div>\n"
    }
    html += "</div>\n"
  }
}

extension [Block] {
  /// The blocks divided at the headings of the first heading's level.
  var tabs: (introduction: [Block], tabs: [(heading: Heading, content: [Block])]) {
    var introduction: [Block] = []
    var tabs: [(heading: Heading, content: [Block])] = []
    for block in self {
      if case .heading(let heading) = block, heading.level <= tabs.first?.heading.level ?? 6 {
        tabs.append((heading, []))
      } else if tabs.isEmpty {
        introduction.append(block)
      } else {
        tabs[tabs.count - 1].content.append(block)
      }
    }
    return (introduction, tabs)
  }
}
