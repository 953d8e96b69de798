extension MarkdownTree {
  /// The tree as indented lines with the range of each node, for tests and for debugging.
  ///
  ///     document 1:1-3:5
  ///       paragraph 1:1-1:9
  ///         text "a sentence" 1:1-1:9
  public var dump: String {
    var lines: [String] = []
    var pending: [(index: Int, depth: Int)] = nodes.isEmpty ? [] : [(Self.root, 0)]
    while let (index, depth) = pending.popLast() {
      let node = nodes[index]
      let range = "\(node.start.line):\(node.start.column)-\(node.end.line):\(node.end.column)"
      lines.append(String(repeating: "  ", count: depth) + "\(node.kind.dump) \(range)")
      pending += children(of: index).reversed().map { ($0, depth + 1) }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension MarkdownNode.Kind {
  fileprivate var dump: String {
    switch self {
    case .document: "document"
    case .blockQuote: "block quote"
    case .bulletList(let isTight): "bullet list\(isTight ? "" : " (loose)")"
    case .orderedList(let start, let isTight): "list from \(start)\(isTight ? "" : " (loose)")"
    case .item: "item"
    case .codeBlock(let info, let literal, let fence):
      "code\(fence == .closed ? "" : fence == .none ? " (indented)" : " (unclosed)") \(info.debugDescription) \(literal.debugDescription)"
    case .htmlBlock(let text): "html \(text.debugDescription)"
    case .paragraph: "paragraph"
    case .heading(let level): "heading \(level)"
    case .thematicBreak: "thematic break"
    case .text(let text): "text \(text.debugDescription)"
    case .softBreak: "soft break"
    case .lineBreak: "line break"
    case .code(let text): "code span \(text.debugDescription)"
    case .htmlInline(let text): "inline html \(text.debugDescription)"
    case .emphasis: "emphasis"
    case .strong: "strong"
    case .link(let destination, let title):
      "link \(destination.debugDescription) \(title.debugDescription)"
    case .image(let source, let title): "image \(source.debugDescription) \(title.debugDescription)"
    }
  }
}
