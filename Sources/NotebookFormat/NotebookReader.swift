import Diagnostics

/// Reads notebooks.
public struct NotebookReader {
  /// A reader.
  public init() {}

  /// The text in a file's bytes.
  ///
  /// - Parameter name: The name that messages use.
  /// - Throws: `NotebookErrors` where the bytes are no UTF-8.
  public static func text(of bytes: [UInt8], name: String) throws -> SourceText {
    try SourceText(decoding: bytes, name: name)
  }

  /// The notebook in the given text.
  ///
  /// - Throws: `NotebookErrors` with everything found wrong, in document order.
  public func read(_ source: SourceText) throws -> Notebook {
    guard source.text.contains(where: { !$0.isWhitespace }) else {
      throw NotebookErrors(diagnostics: [
        Diagnostic(
          .error, "the notebook is empty", file: source.name,
          help: "'nbrun new NAME' writes one to begin with.")
      ])
    }
    let front = FrontMatterReader(source)
    let body = BodyPreparer.prepare(source, from: front.lineCount + 1)
    var builder = DocumentBuilder(source: source, body: body, frontMatter: front.frontMatter)
    var notebook = builder.notebook()
    let inFile = body.diagnostics.map { diagnostic in
      var diagnostic = diagnostic
      diagnostic.file = source.name
      return diagnostic
    }
    let all = (front.diagnostics + inFile + builder.diagnostics).inDocumentOrder()
    guard !all.contains(where: { $0.severity == .error }) else {
      throw NotebookErrors(diagnostics: all)
    }
    notebook.warnings = all
    return notebook
  }
}

/// Everything that was found wrong with a notebook.
public struct NotebookErrors: Error {
  /// The errors and warnings in document order; at least one is an error.
  public var diagnostics: [Diagnostic]

  /// The given errors.
  public init(diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }
}

extension [Diagnostic] {
  fileprivate func inDocumentOrder() -> [Diagnostic] {
    enumerated().sorted {
      ($0.element.position ?? SourcePosition(line: 0), $0.offset)
        < ($1.element.position ?? SourcePosition(line: 0), $1.offset)
    }.map(\.element)
  }
}

extension SourceText {
  /// The text in a file's bytes.
  ///
  /// - Throws: `NotebookErrors` at the first byte that is no UTF-8.
  fileprivate init(decoding bytes: [UInt8], name: String) throws {
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    guard let text = String(validating: content, as: UTF8.self) else {
      let bad = content.firstInvalidIndex
      let line = content[..<bad].count { $0 == 0x0A } + 1
      let start = content[..<bad].lastIndex(of: 0x0A).map { $0 + 1 } ?? content.startIndex
      throw NotebookErrors(diagnostics: [
        Diagnostic(
          .error, "the notebook is not UTF-8: byte 0x\(String(content[bad], radix: 16))",
          file: name, at: SourcePosition(line: line, column: bad - start + 1),
          help: "Save it as UTF-8, or convert it with 'iconv'.")
      ])
    }
    if let null = content.firstIndex(of: 0) {
      let line = content[..<null].count { $0 == 0x0A } + 1
      throw NotebookErrors(diagnostics: [
        Diagnostic(
          .error, "the notebook holds a null byte: it is no text file", file: name,
          at: SourcePosition(line: line))
      ])
    }
    self.init(name: name, text: text)
  }
}

extension ArraySlice<UInt8> {
  /// The index of the first byte that does not continue valid UTF-8.
  fileprivate var firstInvalidIndex: Int {
    var decoder = UTF8()
    var iterator = makeIterator()
    var index = startIndex
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): index += UTF8.width(scalar)
      case .emptyInput: return Swift.max(startIndex, endIndex - 1)
      case .error: return index
      }
    }
  }
}
