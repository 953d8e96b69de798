import Diagnostics

/// The containers and tables that are open among the children of one node.
struct BlockFrames {
  /// What is open.
  enum Kind {
    case container(Container)
    /// A container that stands too deep to be kept.
    case skipped
    case table(TableSource)
  }

  /// Something open and what is in it so far.
  struct Frame {
    var kind: Kind
    var blocks: [Block] = []
    /// A table's cells, the last one still open.
    var cells: [[Inline]] = [[]]
    var position: SourcePosition
  }

  /// The blocks outside of everything.
  private(set) var blocks: [Block] = []
  private var frames: [Frame] = []

  /// Whether the innermost is a table.
  var isInTable: Bool {
    if case .table? = frames.last?.kind { return true }
    return false
  }

  /// Whether the innermost is a tabset, whose headings begin tabs and no sections.
  var isInTabset: Bool {
    if case .container(let container)? = frames.last?.kind { return container.kind == .tabset }
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

  /// The number of the innermost exercise, or nil outside of all.
  var exerciseNumber: String? {
    frames.lazy.reversed().compactMap { frame in
      if case .container(let container) = frame.kind, container.kind == .exercise {
        return container.number
      }
      return nil
    }.first
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

  /// Adds text to the table's open cell.
  mutating func addToTableCell(_ content: [Inline]) {
    let frame = frames.count - 1
    frames[frame].cells[frames[frame].cells.count - 1] += content
  }

  /// Begins the table's next cell.
  mutating func beginTableCell() {
    if isInTable { frames[frames.count - 1].cells.append([]) }
  }

  /// Gives the innermost container its title.
  mutating func setTitle(_ title: [Inline]) {
    guard case .container(var container)? = frames.last?.kind else { return }
    container.title = title
    frames[frames.count - 1].kind = .container(container)
  }
}
