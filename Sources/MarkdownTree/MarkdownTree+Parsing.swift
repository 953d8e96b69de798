internal import Ccmark
import Diagnostics

extension MarkdownTree {
  /// Parses a text; any text is a Markdown document.
  ///
  /// - Parameter quotes: The marks that straight quotes become; then `--` and `---` become dashes, too,
  ///   and `...` an ellipsis. What stands behind a backslash stays, and so does all with nil.
  public init(parsing text: String, quotes: QuoteMarks? = nil) {
    self.init(
      uncorrected: text, options: CMARK_OPT_SOURCEPOS | (quotes == nil ? 0 : CMARK_OPT_SMART))
    if let quotes { setQuotes(quotes) }
    PositionCorrector(text).correct(&nodes)
  }

  private init(uncorrected text: String, options: CInt) {
    var text = text
    let document = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        cmark_parse_document($0.baseAddress, $0.count, options)
      }
    }
    defer { cmark_node_free(document) }
    nodes = []
    var ancestors: [(index: Int, lastChild: Int?)] = []
    let iterator = cmark_iter_new(document)
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { break }
      let node = cmark_iter_get_node(iterator)
      if event == CMARK_EVENT_EXIT {
        ancestors.removeLast()
        continue
      }
      guard let node, let kind = MarkdownNode.Kind(node), kind != .text("") else { continue }
      let index = nodes.count
      nodes.append(MarkdownNode(kind: kind, start: node.start, end: node.end))
      if let parent = ancestors.last {
        if let previous = parent.lastChild {
          nodes[previous].nextSibling = index
        } else {
          nodes[parent.index].firstChild = index
        }
        ancestors[ancestors.count - 1].lastChild = index
      }
      if !kind.isLeaf { ancestors.append((index, nil)) }
    }
  }
}

extension MarkdownNode.Kind {
  /// Whether libcmark visits the node once, without an exit.
  fileprivate var isLeaf: Bool {
    switch self {
    case .codeBlock, .htmlBlock, .thematicBreak, .text, .softBreak, .lineBreak, .code, .htmlInline:
      true
    default: false
    }
  }

  fileprivate init?(_ node: OpaquePointer) {
    func literal() -> String { String(cString: cmark_node_get_literal(node)) }
    switch cmark_node_get_type(node) {
    case CMARK_NODE_DOCUMENT: self = .document
    case CMARK_NODE_BLOCK_QUOTE: self = .blockQuote
    case CMARK_NODE_LIST:
      let isTight = cmark_node_get_list_tight(node) == 1
      self =
        cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
        ? .orderedList(start: Int(cmark_node_get_list_start(node)), isTight: isTight)
        : .bulletList(isTight: isTight)
    case CMARK_NODE_ITEM: self = .item
    case CMARK_NODE_CODE_BLOCK:
      let info = String(cString: cmark_node_get_fence_info(node))
      self = .codeBlock(info: info, literal: literal(), fence: .none)
    case CMARK_NODE_HTML_BLOCK: self = .htmlBlock(literal())
    case CMARK_NODE_PARAGRAPH: self = .paragraph
    case CMARK_NODE_HEADING: self = .heading(level: Int(cmark_node_get_heading_level(node)))
    case CMARK_NODE_THEMATIC_BREAK: self = .thematicBreak
    case CMARK_NODE_TEXT: self = .text(literal())
    case CMARK_NODE_SOFTBREAK: self = .softBreak
    case CMARK_NODE_LINEBREAK: self = .lineBreak
    case CMARK_NODE_CODE: self = .code(literal())
    case CMARK_NODE_HTML_INLINE: self = .htmlInline(literal())
    case CMARK_NODE_EMPH: self = .emphasis
    case CMARK_NODE_STRONG: self = .strong
    case CMARK_NODE_LINK:
      self = .link(
        destination: String(cString: cmark_node_get_url(node)),
        title: String(cString: cmark_node_get_title(node)))
    case CMARK_NODE_IMAGE:
      self = .image(
        source: String(cString: cmark_node_get_url(node)),
        title: String(cString: cmark_node_get_title(node)))
    default: return nil
    }
  }
}

extension OpaquePointer {
  fileprivate var start: SourcePosition {
    SourcePosition(
      line: Int(cmark_node_get_start_line(self)), column: Int(cmark_node_get_start_column(self)))
  }

  fileprivate var end: SourcePosition {
    SourcePosition(
      line: Int(cmark_node_get_end_line(self)), column: Int(cmark_node_get_end_column(self)))
  }
}
