import CellEvents
import NotebookFormat

/// Writes a notebook and what its cells brought forth as a PDF document: the HTML document, printed.
public struct PDFWriter {
  private let html: HTMLWriter
  private let browser: Browser
  private let environment: [String]

  /// A writer.
  ///
  /// - Parameters:
  ///   - html: What writes the page that is printed.
  ///   - browser: What prints it.
  ///   - environment: The browser's environment, `name=value`.
  public init(html: HTMLWriter, browser: Browser, environment: [String]) {
    self.html = html
    self.browser = browser
    self.environment = environment
  }

  /// The document; the same notebook, log and context yield the same bytes under the same browser.
  ///
  /// - Throws: What `HTMLWriter` throws; a `Diagnostic` where the browser fails.
  public func document(
    for notebook: Notebook, log: ExecutionLog, context: ReportContext
  ) throws -> [UInt8] {
    let page = try html.document(for: notebook, log: log, context: context)
    return PDFDates.fixed(try browser.print(page, environment: environment))
  }
}
