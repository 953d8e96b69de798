/// Something that can be drawn.
public protocol Figure: FigureRowPart {
  /// The drawing.
  var svg: SVG { get }
  /// The figure as HTML for a page that has ``FigureStyle/css`` once.
  var html: String { get }
  /// What the figure shows, in a sentence or two, for those who do not see it.
  var alternative: String { get }
  /// The figure for a reader of plain text: its numbers, aligned.
  var plainText: String { get }
  /// The figure's numbers as a table that a screen reader reaches; nil where words tell enough.
  var dataTable: DataTable? { get }
}

extension Figure {
  /// The drawing in a container that scrolls where a phone is too narrow for it.
  public var html: String {
    "<div class=\"nb-figures\">\(svg.text)\(dataTable?.html ?? "")</div>"
  }

  /// None.
  public var dataTable: DataTable? { nil }

  /// The text that the drawing carries.
  public var alternative: String { svg.alternative }
}

/// What can stand in a ``FigureRow``: a figure, a tensor, or a text such as `"⋆"` or `"="`.
public protocol FigureRowPart: Sendable {
  /// The part as it stands in a row.
  var rowPart: FigureRow.Part { get }
}
