import Diagnostics

/// A node of a Markdown document.
public struct MarkdownNode: Hashable, Sendable {
  /// What a node is, with what belongs to it alone.
  public enum Kind: Hashable, Sendable {
    case document
    case blockQuote
    case bulletList(isTight: Bool)
    case orderedList(start: Int, isTight: Bool)
    case item
    case codeBlock(info: String, literal: String, fence: Fence)
    case htmlBlock(String)
    case paragraph
    case heading(level: Int)
    case thematicBreak
    case text(String)
    case softBreak
    case lineBreak
    case code(String)
    case htmlInline(String)
    case emphasis
    case strong
    case link(destination: String, title: String)
    case image(source: String, title: String)
  }

  /// What stands around a code block.
  public enum Fence: Hashable, Sendable {
    /// Nothing: the code is indented.
    case none
    /// A fence before it and one after it.
    case closed
    /// A fence before it; its container's end or the text's ends the code.
    case unclosed
  }

  /// What it is.
  public var kind: Kind
  /// The first character's place; a code span's is that of its text.
  public var start: SourcePosition
  /// The last character's place: of a closed code block that of its fence; a break in a line has
  /// none (line 0).
  public var end: SourcePosition
  /// The index of the first child, or nil.
  public internal(set) var firstChild: Int?
  /// The index of the next child of the same parent, or nil.
  public internal(set) var nextSibling: Int?
}
