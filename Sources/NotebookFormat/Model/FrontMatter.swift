import Diagnostics
public import MarkdownTree

/// What the front matter of a notebook says; each default is what a notebook without it gets.
public struct FrontMatter: Sendable {
  /// The document's title as written, in Markdown; ``Notebook/title`` is what it says.
  public var title: String?
  /// A second line under the title as written, in Markdown.
  public var subtitle: String?
  /// The authors.
  public var authors: [String] = []
  /// The date as written; nothing is taken from the clock.
  public var date: String?
  /// The document's language as a BCP 47 tag.
  public var language = "en"
  /// Whether straight quotes, hyphens and dots in text become typographic quotes, dashes and
  /// ellipses; nil for yes where the language's quotes are known.
  public var smart: Bool?
  /// The seed, `0` where none is given.
  public var seed: UInt64 = 0
  /// Where the seed stands, or nil where none is given.
  public var seedRange: Range<SourcePosition>?
  /// The parameters in the order written.
  public var parameters: [Parameter] = []
  /// The defaults of the cell options.
  public var execute = CellOptions()
  /// Whether the document has a contents list.
  public var tableOfContents = true
  /// Whether sections are numbered.
  public var numberSections = false
  /// Whether raw HTML is passed through rather than shown as text.
  public var rawHTML = false
  /// The paper of the PDF document.
  public var paperSize = PaperSize.a4
  /// What makes the digests of answers in handouts such that nobody can guess a value from them.
  public var salt: String?
  /// Where it begins in the file, or nil where there is none.
  public var position: SourcePosition?
  /// Where the title stands.
  var titlePosition: SourcePosition?
  /// Where the subtitle stands.
  var subtitlePosition: SourcePosition?

  /// The quotes of the text, which has smart punctuation then; nil where it stays as it is written.
  public var quotes: QuoteMarks? {
    guard smart ?? true else { return nil }
    return QuoteMarks(language: language) ?? (smart == true ? .english : nil)
  }

  /// The front matter of a notebook that has none.
  public init() {}
}

/// The paper that a document is printed on; the raw value is its name in the front matter.
public enum PaperSize: String, CaseIterable, Sendable {
  case a4
  case letter
}

/// A parameter: a constant in the cells that the command line can set.
public struct Parameter: Hashable, Sendable {
  /// The name, a Swift identifier.
  public var name: String
  /// The default, which also decides the type.
  public var value: ParameterValue
  /// Where it stands in the file.
  public var position: SourcePosition
  /// Where its default stands.
  public var valueRange: Range<SourcePosition>
}

/// A parameter's value; its case decides the type of the constant in the cells.
public enum ParameterValue: Hashable, Sendable {
  case integer(Int)
  case number(Double)
  case boolean(Bool)
  case text(String)

  /// The value as text, as the running cells read it.
  public var text: String {
    switch self {
    case .integer(let value): String(value)
    case .number(let value): "\(value)"
    case .boolean(let value): String(value)
    case .text(let value): value
    }
  }
}
