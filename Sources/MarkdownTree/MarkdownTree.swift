/// A Markdown document as libcmark reads it: CommonMark 0.30 and nothing else.
///
/// The nodes stand in one array in document order and name each other by index, so that a document
/// nested a hundred thousand levels deep needs no deep stack to build, walk or free.
public struct MarkdownTree: Sendable {
  /// The nodes in document order; the first is the document.
  public internal(set) var nodes: [MarkdownNode]

  /// The node with the given index.
  public subscript(index: Int) -> MarkdownNode { nodes[index] }

  /// The index of the document node.
  public static let root = 0

  /// The indices of a node's children in order.
  public func children(of index: Int) -> some Sequence<Int> {
    sequence(state: nodes[index].firstChild) { next in
      defer { next = next.flatMap { nodes[$0].nextSibling } }
      return next
    }
  }
}
