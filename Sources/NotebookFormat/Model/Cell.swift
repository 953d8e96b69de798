import Diagnostics

/// A cell: code that is compiled and run.
public struct Cell: Sendable {
  /// Its number in document order, from 0.
  public var index: Int
  /// The code without the option lines.
  public var code: String
  /// Where the code's first line begins, after the indentation that its container takes away.
  public var codePosition: SourcePosition
  /// For each line of the code the column of its first byte: 1, or more in a list or a quote, where
  /// the lines need not be indented alike.
  public var lineColumns: [Int] = []
  /// The lines of the code, from 0, that `// BEGIN SOLUTION` and `// END SOLUTION` hold, with these.
  public var solutionLines: [Range<Int>] = []
  /// Where the opening fence stands.
  public var position: SourcePosition
  /// The line of the closing fence.
  public var endLine = 0
  /// Its options, with the defaults of the front matter filled in.
  public var options: CellOptions
  /// Whether it stands in a `.solution` block.
  public var isSolution: Bool
  /// Whether all of it is the reader's to write, in a handout.
  public var isToWrite = false
  /// The caption of the options, read as Markdown.
  public var caption: [Inline]?
}

/// The options of a cell, `//| key: value`; nil means that nothing was said.
public struct CellOptions: Hashable, Sendable {
  /// `label`: the name for cross references and messages.
  public var label: String?
  /// `echo`: whether the code is shown. Default true.
  public var echo: Bool?
  /// `eval`: whether the code is run. Default true.
  public var eval: Bool?
  /// `output`: whether the outputs are shown. Default true.
  public var output: Bool?
  /// `include`: whether anything of the cell is shown. Default true.
  public var include: Bool?
  /// `error`: whether an error is shown in its place instead of ending the run. Default false.
  public var error: Bool?
  /// `warning`: whether the compiler's warnings are told. Default true.
  public var warning: Bool?
  /// `fig-cap`, or `tbl-cap` or `lst-cap`: the caption under the cell's figures, as written.
  public var figureCaption: String?
  /// `fig-alt`: the text alternative in place of the automatic one.
  public var figureAlternative: String?
  /// `code-fold`: whether the reader finds the code folded, and print leaves it out. Default false.
  public var codeFold: Bool?
  /// `code-summary`: the words on the fold. Default "Code".
  public var codeSummary: String?
  /// `cache`: true where the cell's results are kept by themselves; false where none of the notebook's may
  /// be taken from the cache.
  public var cache: Bool?
  /// `optimize`: whether the program is compiled with optimisation. Default false.
  public var optimize: Bool?
  /// `timeout`: how long the cell may run, in seconds. Default: the command line's.
  public var timeout: Double?

  /// No options.
  public init() {}
}

/// A value in a sentence, `` `{swift} loss, digits: 4` ``.
public struct InlineValue: Sendable {
  /// Its number in document order, from 0.
  public var index: Int
  /// The Swift expression.
  public var expression: String
  /// How many digits after the point, or nil for the shortest exact form.
  public var digits: Int?
  /// Where the expression begins.
  public var position: SourcePosition
  /// The number of cells before it: it is computed after `cells[precedingCells - 1]`.
  public var precedingCells: Int
  /// Whether it stands in a `.solution` block.
  public var isSolution: Bool
}
