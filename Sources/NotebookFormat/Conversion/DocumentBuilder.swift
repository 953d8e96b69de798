import Diagnostics
import MarkdownTree

/// Builds a notebook's content from the parsed body; the extensions of this type each build one
/// kind of thing.
struct DocumentBuilder {
  let source: SourceText
  let body: PreparedBody
  let tree: MarkdownTree
  let frontMatter: FrontMatter

  /// The cells so far.
  var cells: [Cell] = []
  /// The inline values so far.
  var inlineValues: [InlineValue] = []
  /// What references can point to.
  var targets: [String: ReferenceTarget] = [:]
  /// Where each label was given first.
  var labelPositions: [String: SourcePosition] = [:]
  /// The references, to be checked at the end.
  var references: [(label: String, position: SourcePosition)] = []
  /// The footnotes' names in the order of first references, and how often each is referred to.
  var footnoteOrder: [String] = []
  var footnoteUses: [String: Int] = [:]
  /// The footnotes' contents by name.
  var footnotes: [String: (blocks: [Block], position: SourcePosition)] = [:]
  var footnoteReferencePositions: [String: SourcePosition] = [:]
  /// What was found wrong.
  var diagnostics: [Diagnostic] = []
  /// The numbers given so far.
  var numbers: [ReferenceTarget.Kind: Int] = [:]
  var sectionNumbers: [Int] = []
  /// The `id`s in use.
  var anchors: Set<String> = []
  /// How many `.solution` blocks are open.
  var solutionDepth = 0
  /// How many blocks are open, of whatever kind.
  var depth = 0
  /// The markers that were met.
  var metMarkers: Set<Int> = []

  init(source: SourceText, body: PreparedBody, frontMatter: FrontMatter) {
    self.source = source
    self.body = body
    self.frontMatter = frontMatter
    tree = MarkdownTree(parsing: body.text)
  }

  /// The notebook, complete.
  mutating func notebook(warnings: [Diagnostic]) -> Notebook {
    let blocks = self.blocks(in: MarkdownTree.root)
    reportLostMarkers()
    let footnotes = orderedFootnotes()
    checkReferences()
    return Notebook(
      source: source, frontMatter: frontMatter, blocks: blocks, footnotes: footnotes, cells: cells,
      inlineValues: inlineValues, targets: targets, warnings: warnings)
  }
}

// MARK: - Messages

extension DocumentBuilder {
  /// Adds a message at a place of the notebook.
  mutating func report(
    _ message: String, at position: SourcePosition, severity: Diagnostic.Severity = .error,
    help: String? = nil, notes: [Diagnostic] = []
  ) {
    diagnostics.append(
      Diagnostic(severity, message, file: source.name, at: position, help: help, notes: notes))
  }

  /// The notebook's place of a node.
  func position(of node: MarkdownNode) -> SourcePosition {
    SourcePosition(line: body.origin(ofLine: node.start.line), column: max(1, node.start.column))
  }
}

// MARK: - Labels, numbers and references

extension DocumentBuilder {
  /// The next number of a kind.
  mutating func nextNumber(_ kind: ReferenceTarget.Kind) -> String {
    numbers[kind, default: 0] += 1
    return String(numbers[kind, default: 0])
  }

  /// Records what a label stands for; a label that stands twice is reported.
  mutating func define(
    _ label: String, _ kind: ReferenceTarget.Kind, number: String, title: String? = nil,
    anchor: String, at position: SourcePosition
  ) {
    if let first = labelPositions[label] {
      report(
        "the label '\(label)' is given twice", at: position,
        notes: [Diagnostic(.note, "it was given here first", file: source.name, at: first)])
      return
    }
    labelPositions[label] = position
    targets[label] = ReferenceTarget(kind: kind, number: number, title: title, anchor: anchor)
  }

  /// An `id` like the given one that is not in use yet.
  mutating func uniqueAnchor(_ wanted: String) -> String {
    let base = wanted.isEmpty ? "section" : wanted
    var anchor = base
    var count = 1
    while !anchors.insert(anchor).inserted {
      anchor = "\(base)-\(count)"
      count += 1
    }
    return anchor
  }

  private mutating func checkReferences() {
    for (label, position) in references where targets[label] == nil {
      let near = nearest(to: label, among: targets.keys.sorted())
      report(
        "nothing has the label '\(label)'.\(near.map { " Did you mean '\($0)'?" } ?? "")",
        at: position,
        help: near == nil ? "Give the label to what is meant, or write '\\@' for the sign." : nil)
    }
  }

  /// A `:::` line that the Markdown parser took for something else.
  private mutating func reportLostMarkers() {
    for (index, marker) in body.markers.enumerated() where !metMarkers.contains(index) {
      switch marker {
      case .openContainer(_, let position), .closeContainer(let position):
        report(
          "this ':::' does not stand where a block can begin or end", at: position,
          help: "Indent it like the text around it, by less than four spaces.")
      default: break
      }
    }
  }

  private mutating func orderedFootnotes() -> [Footnote] {
    for (name, content) in footnotes.sorted(by: { $0.value.position < $1.value.position })
    where footnoteUses[name] == nil {
      report(
        "the footnote '[^\(name)]' is never referred to", at: content.position, severity: .warning)
    }
    return footnoteOrder.map { name in
      if footnotes[name] == nil {
        report(
          "the footnote '[^\(name)]' has no text",
          at: footnoteReferencePositions[name] ?? SourcePosition(line: 1),
          help: "Add a line '[^\(name)]: …'.")
      }
      return Footnote(name: name, blocks: footnotes[name]?.blocks ?? [])
    }
  }
}
