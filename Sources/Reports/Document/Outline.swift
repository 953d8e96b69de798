import NotebookFormat

/// The levels of a document's headings: the title is `h1`, the notebook's highest level `h2`, and no
/// level is skipped on the way down.
struct Outline {
  /// A heading in the contents list.
  struct Entry {
    var heading: Heading
    /// 2 to 6.
    var level: Int
  }

  /// The title in the notebook's first heading, where the front matter has none.
  let titleHeading: Heading?
  /// The headings outside containers, in document order.
  let entries: [Entry]
  private let levels: [String: Int]

  /// The outline of a notebook in a document of the format that goes by the given names.
  init(_ notebook: Notebook, formats: [String]) {
    titleHeading = Self.titleHeading(of: notebook)
    let skipped = titleHeading?.anchor
    var all: [(heading: Heading, isInContainer: Bool)] = []
    for block in notebook.blocks { Self.collect(block, formats, isInContainer: false, into: &all) }
    all.removeAll { $0.heading.anchor == skipped }
    let highest = all.filter { !$0.isInContainer }.map(\.heading.level).min() ?? 1
    var previous = 1
    var entries: [Entry] = []
    var levels: [String: Int] = [:]
    for (heading, isInContainer) in all {
      let level = max(2, min(heading.level - highest + 2, previous + 1, 6))
      levels[heading.anchor] = level
      previous = level
      if !isInContainer { entries.append(Entry(heading: heading, level: level)) }
    }
    self.entries = entries
    self.levels = levels
  }

  /// The level of a heading in HTML, 2 to 6.
  func level(of heading: Heading) -> Int {
    levels[heading.anchor] ?? 2
  }
}

extension Outline {
  private static func titleHeading(of notebook: Notebook) -> Heading? {
    guard notebook.title == nil, case .heading(let first)? = notebook.blocks.first,
      first.level == 1
    else { return nil }
    let others = notebook.blocks.dropFirst().contains {
      if case .heading(let heading) = $0 { heading.level == 1 } else { false }
    }
    return others ? nil : first
  }

  private static func collect(
    _ block: Block, _ formats: [String], isInContainer: Bool,
    into headings: inout [(heading: Heading, isInContainer: Bool)]
  ) {
    switch block {
    case .heading(let heading):
      headings.append((heading, isInContainer))
    case .quote(let blocks):
      for block in blocks { collect(block, formats, isInContainer: true, into: &headings) }
    case .list(let list):
      for block in list.items.joined() {
        collect(block, formats, isInContainer: true, into: &headings)
      }
    case .container(let container):
      guard container.kind != .tabset, container.isShown(in: formats) else { return }
      let isPlain = if case .conditional = container.kind { true } else { container.kind == .other }
      for block in container.content {
        collect(block, formats, isInContainer: isInContainer || !isPlain, into: &headings)
      }
    default: break
    }
  }
}

extension Container {
  /// Whether its content is for the format that goes by the given names.
  func isShown(in formatNames: [String]) -> Bool {
    guard case .conditional(let formats, let isVisible) = kind else { return true }
    return formats.contains(where: formatNames.contains) == isVisible
  }
}
