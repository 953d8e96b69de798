import Diagnostics

/// A notebook as it was read: its front matter and its content, each part with its place.
public struct Notebook: Sendable {
  /// The file's text, with the name that messages use.
  public var source: SourceText
  /// What stands between the `---` lines at the top.
  public var frontMatter: FrontMatter
  /// The document's title, of the front matter.
  public var title: [Inline]?
  /// A second line under the title.
  public var subtitle: [Inline]?
  /// The content in document order.
  public var blocks: [Block]
  /// The footnotes in the order of their first reference.
  public var footnotes: [Footnote]
  /// The executable cells in document order; `cells[i].index == i`.
  public var cells: [Cell]
  /// The inline values in document order; `inlineValues[i].index == i`.
  public var inlineValues: [InlineValue]
  /// What cross references point to, by label.
  public var targets: [String: ReferenceTarget]
  /// Warnings met while reading, in document order.
  public var warnings: [Diagnostic]
  /// Where HTML comments begin.
  public var comments: [SourcePosition] = []
}

/// A footnote's content.
public struct Footnote: Sendable {
  /// The name in `[^name]`.
  public var name: String
  /// What it says.
  public var blocks: [Block]
  /// Whether its text stands in a `.solution` block.
  public var isSolution = false
}

/// Something that a cross reference can point to.
public struct ReferenceTarget: Hashable, Sendable {
  /// What kind of thing it is; the raw value is the label's prefix.
  public enum Kind: String, Sendable {
    case figure = "fig"
    case table = "tbl"
    case listing = "lst"
    case equation = "eq"
    case section = "sec"
    case exercise = "exr"
    case solution = "sol"
  }

  /// What kind of thing it is.
  public var kind: Kind
  /// Its number as printed: `3`, `2.1` for a section, empty for a section without one.
  public var number: String
  /// The words of a section's heading, for sections without numbers.
  public var title: String?
  /// The `id` of the element in HTML.
  public var anchor: String
}
