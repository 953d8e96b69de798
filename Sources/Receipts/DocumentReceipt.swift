import Platform

/// Finds the receipt in a document.
public enum DocumentReceipt {
  /// The receipt of an HTML, Markdown or Jupyter document.
  ///
  /// - Throws: `ReceiptError` where it has none, or one that cannot be read.
  public static func read(in document: String) throws -> Receipt {
    let document = document.replacing("\r\n", with: "\n")
    guard let text = inHTML(document) ?? inJupyter(document) ?? inMarkdown(document) else {
      throw ReceiptError("it has none")
    }
    return try Receipt(text: text)
  }

  /// Between the tags of `<pre id="nbrun-receipt">`.
  private static func inHTML(_ document: String) -> String? {
    guard let start = document.ranges(of: "<pre id=\"nbrun-receipt\">").last else { return nil }
    let rest = document[start.upperBound...]
    guard let end = rest.firstRange(of: "</pre>") else { return nil }
    return String(rest[..<end.lowerBound])
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
      .replacing("&amp;", with: "&")
  }

  /// The lines in the notebook's metadata.
  private static func inJupyter(_ document: String) -> String? {
    struct Notebook: Decodable {
      struct Metadata: Decodable { var nbrun: Runner? }
      struct Runner: Decodable { var receipt: [String]? }
      var metadata: Metadata
    }
    guard document.first(where: { !$0.isWhitespace }) == "{",
      let notebook = try? JSON.decode(Notebook.self, from: document.utf8)
    else { return nil }
    return notebook.metadata.nbrun?.receipt?.joined()
  }

  /// The last block of code that begins as a receipt does.
  private static func inMarkdown(_ document: String) -> String? {
    let lines = document.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.lastIndex(of: Receipt.heading[...]), start > 0 else { return nil }
    let fence = lines[start - 1].prefix { $0 == "`" }
    guard let end = lines[start...].firstIndex(of: fence) else { return nil }
    return lines[start..<end].map { $0 + "\n" }.joined()
  }
}
