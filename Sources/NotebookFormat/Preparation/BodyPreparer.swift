import Diagnostics

/// Makes a notebook's body ready for the CommonMark parser; see `PreparedBody`.
struct BodyPreparer {
  let lines: BodyLines
  var body = PreparedBody()

  /// The prepared body of a notebook.
  ///
  /// - Parameter first: The number of the first line below the front matter.
  static func prepare(_ source: SourceText, from first: Int) -> PreparedBody {
    var preparer = BodyPreparer(BodyLines(BodyLine.lines(of: source, from: first)))
    preparer.run()
    return preparer.body
  }

  private init(_ lines: BodyLines) {
    self.lines = lines
  }

  private mutating func run() {
    var index = 0
    while index < lines.count {
      switch lines.roles[index] {
      case .text: index = takeText(at: index)
      case .mark:
        takeContainerFence(lines[index])
        index += 1
      case .verbatim, .other:
        write(index)
        index += 1
      }
    }
  }

  /// Writes a line as it is, but for the beginning of a footnote.
  private mutating func write(_ index: Int) {
    let line = lines.scanned(index)
    body.beginLine(at: line.start)
    if let footnote = line.footnote { body.add(footnote) }
    body.write(line.text)
  }

  /// Adds an error.
  mutating func report(_ message: String, at position: SourcePosition, help: String) {
    body.diagnostics.append(Diagnostic(.error, message, at: position, help: help))
  }
}

// MARK: - Containers

extension BodyPreparer {
  private mutating func takeContainerFence(_ line: BodyLine) {
    guard case .container(var text)? = line.mark else { return }
    let position = line.position(line.indent)
    body.beginLine(at: line.position(0))
    body.write(line.text)
    while text.last == .colon { text = text.dropLast().trimmed }
    if text.isEmpty {
      body.add(.closeContainer(position: position))
      return
    }
    let attributes = AttributeList(ofContainer: text.text)
    if attributes == nil {
      report(
        "the attributes '\(text.text)' cannot be read", at: position,
        help: "Write them as in '::: {.callout-note title=\"Mind this\"}'.")
    }
    body.add(.openContainer(attributes ?? AttributeList(), position: position))
  }

  private mutating func reportMisplacedFences(_ range: Range<Int>) {
    for index in range {
      let line = lines[index]
      guard case .container? = line.mark else { continue }
      report(
        "this ':::' does not stand where a block can begin or end",
        at: line.position(line.indent), help: "Indent it like the text around it.")
    }
  }
}

// MARK: - Text

extension BodyPreparer {
  private mutating func takeText(at index: Int) -> Int {
    let end = lines.leafEnd(from: index)
    reportMisplacedFences(index..<end)
    if lines.isHeading(index) { return scan(index..<end) }
    let table = (index..<end).first { tableAlignments(at: $0, end: end) != nil }
    if table == index { return takeTable(at: index, end: end) }
    return scan(index..<(table ?? end))
  }

  /// Writes lines of one paragraph or heading with their inline marks replaced.
  ///
  /// - Returns: The line behind the last one written; a formula may reach into what follows.
  private mutating func scan(_ range: Range<Int>) -> Int {
    var next = range.upperBound
    let lines = self.lines
    var scanner = InlineScanner(range.map(lines.scanned)) { lines.takeParagraph(at: &next) }
    scanner.run(into: &body)
    return next
  }
}
