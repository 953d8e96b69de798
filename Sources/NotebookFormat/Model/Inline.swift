import Diagnostics

/// A part of a line of text.
public indirect enum Inline: Sendable {
  case text(String)
  case emphasis([Inline])
  case strong([Inline])
  case code(String)
  case link(destination: String, title: String?, content: [Inline])
  case image(Image)
  case softBreak
  case lineBreak
  case rawHTML(String)
  case math(tex: String, position: SourcePosition)
  /// A formula on a line of its own inside a table's cell or a heading; elsewhere it is a block.
  case displayMath(DisplayMath)
  case value(InlineValue)
  /// `@fig-conv`, or `[-@fig-conv]` for the number alone.
  case reference(label: String, numberOnly: Bool, position: SourcePosition)
  /// `[^name]`: its number in the order of first references, from 1, and whether it is the first.
  case footnoteReference(number: Int, occurrence: Int)
}

/// A picture in a paragraph.
public struct Image: Sendable {
  /// The path as written, relative to the notebook's folder, or a `data:` or remote address.
  public var source: String
  /// The text alternative and caption.
  public var content: [Inline]
  /// The title, if any.
  public var title: String?
  /// `fig-alt` or `alt` of the attributes, if any.
  public var alternative: String?
  /// The label of the attributes, `fig-…`, if any.
  public var label: String?
  /// `width` of the attributes, such as `60%`, if any: a length of style sheets with its unit.
  public var width: String?
  /// Where it stands.
  public var position: SourcePosition
}
