import CellEvents
import Diagnostics
import NotebookFormat

/// The text of a student's notebook: what the given one is without its solutions.
///
/// A `.solution` block gives way to a cell that asks for its answers, the code between the marks of a
/// solution to the line `// your code here`, a tainted value in a sentence to a blank. Footnotes that only
/// solutions speak of, references into solutions, and comments go as well.
struct StudentText {
  /// The line that stands for a solution's code.
  static let placeholder = "// your code here"

  /// Where a cell of the student's notebook comes from.
  enum Origin {
    /// A cell of the notebook.
    case cell(Int)
    /// A solution that recorded these answers.
    case solution([ExecutionLog.Answer])
  }

  /// The text.
  var text: String { edits.text }
  /// Where its cells come from, in document order.
  private(set) var origins: [Origin] = []
  /// The inline values that are left, by their index in the notebook, in document order.
  private(set) var inlineValues: [Int] = []

  private let notebook: Notebook
  private let taint: SolutionTaint
  private let log: ExecutionLog
  private var edits: LineEdits

  /// The student's text.
  ///
  /// - Parameters:
  ///   - notebook: The notebook, its seed and parameters as they are to be.
  ///   - taint: What of it depends on solutions.
  ///   - log: What its cells brought forth.
  init(_ notebook: Notebook, taint: SolutionTaint, log: ExecutionLog) {
    self.notebook = notebook
    self.taint = taint
    self.log = log
    edits = LineEdits(notebook.source)
    editFrontMatter()
    let solutions = Self.solutions(in: notebook.blocks + notebook.footnotes.flatMap(\.blocks))
    var placeholders: [Int: [ExecutionLog.Answer]] = [:]
    for solution in solutions { remove(solution, &placeholders) }
    // A footnote that is removed may have been the last to refer to another.
    for _ in notebook.footnotes { removeFootnotes(of: solutions) }
    removeLinkDefinitions()
    for cell in notebook.cells {
      if let answers = placeholders[cell.index] { origins.append(.solution(answers)) }
      guard !edits.isChanged(cell.position.line) else { continue }
      origins.append(.cell(cell.index))
      edit(cell)
    }
    for value in notebook.inlineValues where !edits.isChanged(value.position.line) {
      if !taint.inlineValues.contains(value.index) { inlineValues.append(value.index) }
    }
    // From the end, so that what stands before keeps its column.
    for value in notebook.inlineValues.reversed() where taint.inlineValues.contains(value.index) {
      blank(value)
    }
    removeReferences()
    removeComments()
  }
}

// MARK: - Solutions

extension StudentText {
  private static func solutions(in blocks: [Block]) -> [Container] {
    blocks.flatMap { block -> [Container] in
      if case .container(let container) = block, container.kind == .solution { return [container] }
      return solutions(in: block.children)
    }
  }

  private mutating func remove(
    _ solution: Container, _ placeholders: inout [Int: [ExecutionLog.Answer]]
  ) {
    let lines = solution.position.line...max(solution.position.line, solution.endLine)
    let cells = notebook.cells.filter { lines.contains($0.position.line) }
    let names = cells.flatMap { log.outputs[$0.index] ?? [] }.compactMap { output in
      if case .answer(let name, _) = output { name } else { nil }
    }
    let answers = log.answers.filter { names.contains($0.name) }
    let margin = margin(at: solution.position)
    var new: [String] = []
    if let first = cells.first, !answers.isEmpty {
      placeholders[first.index] = answers
      new = ["```{swift}", Self.placeholder]
      new += answers.map { "// answer(\($0.name.quoted), …)" }
      new.append("```")
      new = new.enumerated().map { ($0 == 0 ? margin.first : margin.rest) + $1 }
    } else if margin.first != margin.rest {
      new = [margin.first]
    }
    edits.replace(lines, with: new)
  }

  /// What stands before a place on its line, and before what belongs to it on the lines below.
  private func margin(at position: SourcePosition) -> (first: String, rest: String) {
    let line = notebook.source.line(position.line) ?? ""
    let first = String(decoding: line.utf8.prefix(position.column - 1), as: UTF8.self)
    return (first, String(first.map { $0 == ">" || $0 == "\t" ? $0 : " " }))
  }
}

// MARK: - Cells and values

extension StudentText {
  private mutating func edit(_ cell: Cell) {
    for lines in cell.solutionLines {
      let first = cell.codePosition.line + lines.lowerBound
      let line = notebook.source.line(first) ?? ""
      let margin = line.firstRange(of: "//").map { String(line[..<$0.lowerBound]) } ?? ""
      edits.replace(
        first...(cell.codePosition.line + lines.upperBound - 1), with: [margin + Self.placeholder])
    }
    removeMistakes(of: cell)
    if taint.cells.contains(cell.index), cell.options.error == nil {
      // The rest of the notebook shall run before this is filled in.
      edits.add(margin(at: cell.position).rest + "//| error: true", after: cell.position.line)
    }
  }

  /// Removes what tells the grader of common mistakes, which tells students of them as well.
  private mutating func removeMistakes(of cell: Cell) {
    for statement in CellAnalysis(code: cell.code).statements {
      let code = Array(cell.code.utf8)[statement.range]
      guard code.starts(with: "commonMistake(".utf8) else { continue }
      let first = cell.position(ofByte: statement.range.lowerBound).line
      edits.replace(first...cell.position(ofByte: statement.range.upperBound).line, with: [])
    }
  }

  /// Puts a blank in the place of a value; a caption's place is that of its option, so it is looked for.
  private mutating func blank(_ value: InlineValue) {
    let expression = value.expression.split(separator: "\n", omittingEmptySubsequences: false)[0]
    let last = min(value.position.line + 20, notebook.source.lines.count)
    for number in value.position.line...last {
      guard let line = edits.line(number) else { continue }
      let starts = line.ranges(of: "`{swift}").filter { range in
        let rest = line[range.upperBound...].drop(while: \.isWhitespace)
        guard rest.hasPrefix(expression) else { return false }
        let next = rest.dropFirst(expression.count).first { !$0.isWhitespace }
        return next == nil || next == "`" || next == ","
      }
      guard let start = starts.last else { continue }
      let first = line[..<start.lowerBound].lastIndex { $0 != "`" }.map { line.index(after: $0) }
      let head = line[..<(first ?? line.startIndex)]
      let marks = String(line[(first ?? line.startIndex)...].prefix { $0 == "`" })
      if let end = line[start.upperBound...].firstRange(of: marks) {
        edits.replace(number...number, with: [head + Self.blankWord + line[end.upperBound...]])
        return
      }
      edits.replace(number...number, with: [head + Self.blankWord])
      return removeRest(of: marks, after: number)
    }
  }

  /// Removes what of a value stands on the lines below, up to the marks at its end.
  private mutating func removeRest(of marks: String, after number: Int) {
    var next = number + 1
    while let line = edits.line(next) {
      if let end = line.firstRange(of: marks) {
        edits.replace(next...next, with: [String(line[end.upperBound...])])
        return
      }
      edits.replace(next...next, with: [])
      next += 1
    }
  }

  /// What stands for a value that is left out.
  private static let blankWord = "\\_\\_\\_\\_\\_\\_\\_\\_"
}

// MARK: - Footnotes, references, comments

extension StudentText {
  /// Removes the footnotes that only solutions refer to, and the references to those in solutions.
  private mutating func removeFootnotes(of solutions: [Container]) {
    guard !notebook.footnotes.isEmpty else { return }
    var inText = edits.remainingText(notebook.source)
    for footnote in notebook.footnotes {
      let mark = "[^\(footnote.name)]"
      let isReferred = inText.replacing("\(mark):", with: "").contains(mark)
      let isDefined = inText.contains("\(mark):")
      if isReferred && isDefined { continue }
      for number in notebook.source.lines.indices.map({ $0 + 1 }) {
        guard let line = edits.line(number) else { continue }
        if line.drop(while: { $0 == " " || $0 == ">" }).hasPrefix("\(mark):") {
          edits.replace(number...lastLine(ofFootnoteAt: number), with: [])
        } else if line.contains(mark) {
          edits.replace(number...number, with: [line.replacing(mark, with: "")])
        }
      }
      inText = edits.remainingText(notebook.source)
    }
  }

  /// Removes the addresses of links, `[name]: https://…`, that only solutions refer to.
  private mutating func removeLinkDefinitions() {
    let text = edits.remainingText(notebook.source).lowercased()
    for number in notebook.source.lines.indices.map({ $0 + 1 }) {
      guard let line = edits.line(number), let end = line.firstRange(of: "]:"),
        line.prefix(4).drop(while: { $0 == " " }).hasPrefix("["), !line.contains("[^")
      else { continue }
      let mark = line[..<end.lowerBound].drop { $0 == " " }.lowercased() + "]"
      if text.ranges(of: mark).count == 1 { edits.replace(number...number, with: []) }
    }
  }

  private func lastLine(ofFootnoteAt number: Int) -> Int {
    var last = number
    var next = number + 1
    var isAfterBlank = false
    while let line = notebook.source.line(next) {
      let isBlank = line.allSatisfy(\.isWhitespace)
      if !isBlank {
        let isIndented = line.hasPrefix("    ") || line.hasPrefix("\t")
        if (isAfterBlank && !isIndented) || line.hasPrefix("[^") { break }
        last = next
      }
      isAfterBlank = isBlank
      next += 1
    }
    return last
  }

  /// Removes comments, which are the author's own notes; a line that was a comment stays as an empty one,
  /// so that what stands around it does not become one paragraph.
  private mutating func removeComments() {
    // From the end, so that what stands before keeps its column.
    for start in notebook.comments.reversed() {
      guard let line = edits.line(start.line), line.utf8.count >= start.column else { continue }
      let before = String(decoding: line.utf8.prefix(start.column - 1), as: UTF8.self)
      var rest = line.utf8.dropFirst(start.column - 1)
      var last = start.line
      while rest.firstRange(of: "-->".utf8) == nil, let next = edits.line(last + 1) {
        rest = next.utf8[...]
        last += 1
      }
      guard let end = rest.firstRange(of: "-->".utf8) else { continue }
      let after = String(decoding: rest[end.upperBound...], as: UTF8.self)
      edits.replace(start.line...last, with: [before + after])
    }
  }

  /// Replaces references to what stood in a solution.
  private mutating func removeReferences() {
    let defined = edits.remainingText(notebook.source).definedLabels
    let lost = notebook.targets.keys.filter { !defined.contains($0) }.sorted {
      $0.utf8.count > $1.utf8.count
    }
    guard !lost.isEmpty else { return }
    let word =
      notebook.frontMatter.language.lowercased().hasPrefix("de") ? "die Lösung" : "the solution"
    for number in notebook.source.lines.indices.map({ $0 + 1 }) {
      guard var line = edits.line(number), line.contains("@") else { continue }
      for label in lost { line = line.replacingReference(to: label, with: word) }
      if line != edits.line(number) { edits.replace(number...number, with: [line]) }
    }
  }
}

// MARK: - Front matter

extension StudentText {
  /// Writes the seed and the parameters of this run into the front matter and takes out comments and the
  /// salt.
  private mutating func editFrontMatter() {
    edits.setFrontMatter(of: notebook)
    let lines = 1...max(1, notebook.source.frontMatterLineCount)
    for number in lines {
      guard let line = edits.line(number), let mark = line.firstRange(of: "#") else { continue }
      let before = line[..<mark.lowerBound]
      if before.allSatisfy(\.isWhitespace) {
        edits.replace(number...number, with: [])
      } else if before.last?.isWhitespace == true, !before.contains(where: { "\"'".contains($0) }) {
        let end = before.lastIndex { !$0.isWhitespace } ?? before.startIndex
        edits.replace(number...number, with: [String(before[...end])])
      }
    }
    guard let salt = lines.first(where: { edits.line($0)?.hasPrefix("salt:") == true }) else {
      return
    }
    let more = (salt + 1...lines.upperBound + 1).prefix {
      edits.line($0)?.first?.isWhitespace == true
    }
    edits.replace(salt...(more.last ?? salt), with: [])
  }
}

extension LineEdits {
  /// The text without what is removed so far.
  fileprivate func remainingText(_ source: SourceText) -> String {
    source.lines.indices.compactMap { line($0 + 1) }.joined(separator: "\n")
  }
}

extension String {
  fileprivate var quoted: String {
    "\"" + replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// The labels that something in the text has: `{#label}`, or the option `label:` of a cell.
  fileprivate var definedLabels: Set<String> {
    func label(_ bytes: Substring.UTF8View) -> String {
      let rest = bytes.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\"") }
      return String(
        Substring(
          rest.prefix { byte in
            byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte >= 0x80
              || Character(UnicodeScalar(byte)).isLetter || Character(UnicodeScalar(byte)).isNumber
          }))
    }
    var labels: Set<String> = []
    for line in split(separator: "\n") {
      var rest = line.utf8
      while let mark = rest.firstIndex(of: UInt8(ascii: "#")) {
        rest = rest[rest.index(after: mark)...]
        labels.insert(label(rest))
      }
      if line.utf8.contains(UInt8(ascii: "|")), let option = line.utf8.firstRange(of: "label:".utf8)
      {
        labels.insert(label(line.utf8[option.upperBound...]))
      }
    }
    return labels
  }

  /// The text with other words for `@label`.
  fileprivate func replacingReference(to label: String, with word: String) -> String {
    var result = ""
    var rest = self[...]
    while let found = rest.firstRange(of: "@\(label)") {
      let after = rest[found.upperBound...]
      let ends = after.first.map { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") } ?? true
      let isWord = rest[..<found.lowerBound].last.map { $0.isLetter || $0.isNumber } ?? false
      result += rest[..<found.lowerBound] + (ends && !isWord ? word : "@\(label)")
      rest = after
    }
    return result + rest
  }
}

extension Substring {
  fileprivate func suffix(while condition: (Character) -> Bool) -> Substring {
    let end = lastIndex { !condition($0) }.map { index(after: $0) } ?? startIndex
    return self[end...]
  }
}
