import NotebookFormat

/// What a report says about the run besides notebook and log, and where its pictures are.
public struct ReportContext: Sendable {
  /// A parameter with the value it had in the run.
  public struct Parameter: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Its value as text.
    public var value: String

    /// A parameter with its value as text.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The seed that the run had.
  public var seed: UInt64
  /// The parameters in the order of the front matter.
  public var parameters: [Parameter]
  /// The version of this program, such as `1.0.0`.
  public var version: String
  /// What the document is for.
  public var variant = DocumentVariant.report
  /// The paper that the page is laid out for when it is printed.
  public var paper = PaperSize.a4
  /// For whom the document is, where it is one student's.
  public var recipient: String?
  /// The lines of the run's receipt; empty to have none in the document.
  public var receipt = ""
  /// The notebook's folder; nil where it has none (standard input), and so no pictures.
  public var folder: String?

  /// Which document of a preview this is, counted from 1; nil for a document that stays as it is.
  public var previewNumber: Int?

  /// What a report says about the run.
  public init(seed: UInt64, parameters: [Parameter], version: String, folder: String?) {
    self.seed = seed
    self.parameters = parameters
    self.version = version
    self.folder = folder
  }
}
