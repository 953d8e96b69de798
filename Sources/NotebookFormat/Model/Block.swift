import Diagnostics

/// A part of the document that stands on lines of its own.
public indirect enum Block: Sendable {
  case paragraph([Inline])
  case heading(Heading)
  /// Code that is shown and not run.
  case codeBlock(language: String?, code: String)
  case list(ListBlock)
  case quote([Block])
  case thematicBreak
  case rawHTML(String)
  case table(Table)
  case displayMath(DisplayMath)
  /// A picture alone in its paragraph, with its caption.
  case figure(ImageFigure)
  case container(Container)
  case cell(Cell)
  /// Space for a student's answer.
  case answerSpace(AnswerSpace)
}

/// A section's heading.
public struct Heading: Sendable {
  /// 1 to 6, as written.
  public var level: Int
  /// What it says.
  public var content: [Inline]
  /// The `id` in HTML: its label, or made from its words; unique in the document.
  public var anchor: String
  /// The section's number such as `2.1`, where the front matter asks for numbers.
  public var number: String?
}

/// A bulleted or numbered list.
public struct ListBlock: Sendable {
  /// The first number of a numbered list, nil for bullets.
  public var start: Int?
  /// Whether the items' paragraphs are set without space between them.
  public var isTight: Bool
  /// The items.
  public var items: [[Block]]
}

/// A pipe table.
public struct Table: Sendable {
  /// How a column is set.
  public enum Alignment: Sendable { case none, left, center, right }

  /// How each column is set.
  public var alignments: [Alignment]
  /// The cells of the first row.
  public var header: [[Inline]]
  /// The cells of the other rows, each as long as the header.
  public var rows: [[[Inline]]]
  /// The caption, from a line `: Caption {#tbl-label}` after the table.
  public var caption: [Inline]?
  /// Its label, `tbl-…`.
  public var label: String?
  /// Its number as printed, where it has a label.
  public var number: String?
}

/// A formula on lines of its own, `$$…$$ {#eq-label}`.
public struct DisplayMath: Sendable {
  /// The TeX source.
  public var tex: String
  /// Its label, `eq-…`.
  public var label: String?
  /// Its number as printed, where it has a label.
  public var number: String?
  /// Where the TeX begins.
  public var position: SourcePosition
}

/// A picture with its caption, `![caption](file.png){#fig-label}`.
public struct ImageFigure: Sendable {
  /// The picture.
  public var image: Image
  /// Its label, `fig-…`.
  public var label: String?
  /// Its number as printed, where it has a label.
  public var number: String?
}

/// A block between `:::` lines.
public struct Container: Sendable {
  /// What kind of block it is.
  public enum Kind: Hashable, Sendable {
    case callout(Callout)
    case exercise
    case hint
    case solution
    /// `.panel-tabset`: each heading inside begins a tab.
    case tabset
    /// `.content-visible` with the formats it is for, or `.content-hidden` with those it is not.
    case conditional(formats: [String], isVisible: Bool)
    /// Any other class: passed on to the document.
    case other
  }

  /// The kinds of callout.
  public enum Callout: String, CaseIterable, Sendable {
    case note, tip, warning, important, caution
  }

  /// What kind of block it is.
  public var kind: Kind
  /// The title, from `title="…"` or a heading that comes first.
  public var title: [Inline]?
  /// The points of an exercise.
  public var points: Double?
  /// Whether a callout starts folded; nil where it cannot be folded.
  public var isCollapsed: Bool?
  /// Its label, such as `exr-forward`.
  public var label: String?
  /// Its number as printed, for exercises.
  public var number: String?
  /// The classes as written, without the dots.
  public var classes: [String]
  /// What is in it.
  public var content: [Block]
  /// Where its opening `:::` stands.
  public var position: SourcePosition
  /// The line of its closing `:::`.
  public var endLine = 0
}

/// Space for a student's answer, from an ` ```{answer} ` cell.
public struct AnswerSpace: Sendable {
  /// How many empty lines to draw. Default 3.
  public var lines: Int
  /// What stands in the space, if anything.
  public var prompt: String
}
