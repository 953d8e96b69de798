import Diagnostics

/// The containers, tables and footnotes that are open among the children of one node.
struct BlockFrames {
  /// What is open.
  enum Kind {
    case container(Container)
    case table(TableSource, cells: [[Inline]])
    case footnote(name: String)
  }

  /// Something open and what is in it so far.
  struct Frame {
    var kind: Kind
    var blocks: [Block] = []
    var position: SourcePosition
  }

  private var blocks: [Block] = []
  private var frames: [Frame] = []

  /// How many are open.
  var depth: Int { frames.count }

  /// Whether the innermost is a table.
  var isInTable: Bool {
    if case .table? = frames.last?.kind { return true }
    return false
  }

  /// Whether a heading that comes now is the title of the innermost container.
  var takesTitle: Bool {
    guard let frame = frames.last, case .container(let container) = frame.kind,
      container.title == nil, frame.blocks.isEmpty
    else { return false }
    switch container.kind {
    case .callout, .exercise, .hint, .solution: return true
    default: return false
    }
  }

  /// Adds blocks to the innermost.
  mutating func append(_ new: [Block]) {
    if frames.isEmpty {
      blocks += new
    } else {
      frames[frames.count - 1].blocks += new
    }
  }

  /// Opens something.
  mutating func open(_ kind: Kind, at position: SourcePosition) {
    frames.append(Frame(kind: kind, position: position))
  }

  /// Closes the innermost and returns it, or nil where nothing is open.
  mutating func close() -> Frame? { frames.popLast() }

  /// Adds a cell to the table that is open.
  mutating func addTableCell(_ content: [Inline]) {
    guard case .table(let source, let cells)? = frames.last?.kind else { return }
    frames[frames.count - 1].kind = .table(source, cells: cells + [content])
  }

  /// Gives the innermost container its title.
  mutating func setTitle(_ title: [Inline]) {
    guard case .container(var container)? = frames.last?.kind else { return }
    container.title = title
    frames[frames.count - 1].kind = .container(container)
  }

  /// What is still open, innermost first, each taken off as it is met.
  mutating func unclosed() -> [Frame] {
    defer { frames = [] }
    return frames.reversed()
  }

  /// The blocks outside of everything.
  func finished() -> [Block] { blocks }
}
