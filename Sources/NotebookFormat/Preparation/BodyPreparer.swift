import Diagnostics
import MarkdownTree

/// Makes a notebook's body ready for the CommonMark parser; see `PreparedBody`.
struct BodyPreparer {
  private let lines: [Substring]
  private let firstLine: Int
  private let columnOffset: Int
  private var isVerbatim: [Bool]

  /// Prepares lines of a notebook.
  ///
  /// - Parameters:
  ///   - firstLine: The number of the first of them.
  ///   - columnOffset: How many bytes were taken off the front of each.
  static func prepare(
    _ lines: [Substring], firstLine: Int, columnOffset: Int = 0, into body: inout PreparedBody
  ) {
    var preparer = BodyPreparer(lines, firstLine: firstLine, columnOffset: columnOffset)
    preparer.findVerbatimLines(&body)
    preparer.run(&body)
  }

  private init(_ lines: [Substring], firstLine: Int, columnOffset: Int) {
    self.lines = lines
    self.firstLine = firstLine
    self.columnOffset = columnOffset
    isVerbatim = Array(repeating: false, count: lines.count)
  }

  private mutating func run(_ body: inout PreparedBody) {
    var index = 0
    while index < lines.count {
      if let next = takeFootnote(at: index, &body) ?? takeVerbatim(at: index, &body)
        ?? takeContainerFence(at: index, &body) ?? takeTable(at: index, &body)
      {
        index = next
      } else {
        index = takeParagraph(at: index, &body)
      }
    }
  }
}

// MARK: - Code and raw HTML

extension BodyPreparer {
  /// Marks the lines of code blocks and raw HTML, which nothing of ours touches, and reports
  /// fences that are not closed.
  private mutating func findVerbatimLines(_ body: inout PreparedBody) {
    let tree = MarkdownTree(parsing: lines.joined(separator: "\n") + "\n")
    for node in tree.nodes {
      switch node.kind {
      case .htmlBlock: break
      case .codeBlock(let info, let literal):
        reportUnclosedFence(node, info: info, literal: literal, &body)
      default: continue
      }
      let range = (node.start.line - 1)...max(node.start.line - 1, node.end.line - 1)
      for line in range where isVerbatim.indices.contains(line) { isVerbatim[line] = true }
    }
  }

  private func reportUnclosedFence(
    _ node: MarkdownNode, info: String, literal: String, _ body: inout PreparedBody
  ) {
    let opening = lines[node.start.line - 1].utf8.dropFirst(node.start.column - 1)
    guard let mark = opening.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else {
      return
    }
    let length = opening.prefix { $0 == mark }.count
    guard length >= 3 else { return }
    let last = node.end.line > node.start.line ? lines[min(node.end.line, lines.count) - 1] : ""
    let closing = last.trimmingSpaces().drop { $0 == ">" || $0 == " " }.utf8
    if closing.count >= length && closing.allSatisfy({ $0 == mark }) { return }
    let fence = String(repeating: Character(UnicodeScalar(mark)), count: length)
    body.diagnostics.append(
      Diagnostic(
        .error, "the code block that begins with '\(fence)\(info)' has no end",
        at: position(node.start.line - 1, column: node.start.column),
        help: "Close it with a line '\(fence)'."))
  }

  private func takeVerbatim(at index: Int, _ body: inout PreparedBody) -> Int? {
    guard isVerbatim[index] || lines[index].trimmingSpaces().isEmpty else { return nil }
    body.append(String(lines[index]), origin: firstLine + index)
    return index + 1
  }

  private func position(_ index: Int, column: Int = 1) -> SourcePosition {
    SourcePosition(line: firstLine + index, column: column + columnOffset)
  }
}

// MARK: - Containers

extension BodyPreparer {
  private func prefix(_ line: Substring) -> Substring {
    line.prefix { $0 == " " || $0 == ">" }
  }

  private func isContainerFence(_ index: Int) -> Bool {
    !isVerbatim[index] && lines[index].dropFirst(prefix(lines[index]).count).hasPrefix(":::")
  }

  private func takeContainerFence(at index: Int, _ body: inout PreparedBody) -> Int? {
    guard isContainerFence(index) else { return nil }
    let prefix = prefix(lines[index])
    let place = position(index, column: prefix.utf8.count + 1)
    var rest = lines[index].dropFirst(prefix.count).drop { $0 == ":" }.trimmingSpaces()
    while rest.last == ":" { rest = rest.dropLast().trimmingSpaces() }
    let marker: PreparedBody.Marker
    if rest.isEmpty {
      marker = .closeContainer(position: place)
    } else if let attributes = attributes(rest) {
      marker = .openContainer(attributes, position: place)
    } else {
      body.diagnostics.append(
        Diagnostic(
          .error, "the attributes '\(rest)' cannot be read", at: place,
          help: "Write them as in '::: {.callout-note title=\"Mind this\"}'."))
      marker = .openContainer(AttributeList(inner: "")!, position: place)
    }
    body.add(marker, prefix: String(prefix), origin: firstLine + index)
    return index + 1
  }

  private func attributes(_ text: Substring) -> AttributeList? {
    if text.hasPrefix("{") {
      var rest = text
      guard let list = AttributeList.takePrefix(of: &rest) else { return nil }
      return rest.trimmingSpaces().isEmpty ? list : nil
    }
    return text.contains(" ") ? nil : AttributeList(inner: ".\(text)")
  }
}

// MARK: - Paragraphs

extension BodyPreparer {
  private func takeParagraph(at index: Int, _ body: inout PreparedBody) -> Int {
    var end = index + 1
    while end < lines.count, !isVerbatim[end], !lines[end].trimmingSpaces().isEmpty,
      !isContainerFence(end), !isTableStart(end)
    {
      end += 1
    }
    let scanned = InlineScanner.scan(
      lines[index..<end], firstLine: firstLine + index, columnOffset: columnOffset, into: &body)
    for (offset, line) in scanned.enumerated() {
      body.append(line, origin: firstLine + index + offset)
    }
    return end
  }
}

// MARK: - Footnotes

extension BodyPreparer {
  private func takeFootnote(at index: Int, _ body: inout PreparedBody) -> Int? {
    let line = lines[index]
    let indent = line.prefix { $0 == " " }.count
    let text = line.dropFirst(indent)
    guard indent < 4, text.hasPrefix("[^"), let close = text.firstIndex(of: "]"),
      text[text.index(after: close)...].hasPrefix(":")
    else { return nil }
    let name = String(text[text.index(text.startIndex, offsetBy: 2)..<close])
    guard !name.isEmpty, !name.contains(where: \.isWhitespace) else { return nil }
    let content = text[text.index(close, offsetBy: 2)...].drop { $0 == " " }
    var inner: [Substring] = [content]
    var end = index + 1
    while end < lines.count {
      let isBlank = lines[end].trimmingSpaces().isEmpty
      if lines[end].hasPrefix("    ") && !isBlank {
        inner.append(lines[end].dropFirst(4))
      } else if isBlank {
        guard lines[end...].first(where: { !$0.trimmingSpaces().isEmpty })?.hasPrefix("    ") == true
        else { break }
        inner.append("")
      } else if inner.last?.isEmpty == false && !isContainerFence(end) && !isFootnote(end) {
        inner.append(lines[end])
      } else {
        break
      }
      end += 1
    }
    let place = position(index, column: indent + 1)
    body.add(.openFootnote(name: name, position: place), prefix: "", origin: firstLine + index)
    body.append("", origin: firstLine + index)
    Self.prepare(inner, firstLine: firstLine + index, columnOffset: 4, into: &body)
    body.append("", origin: firstLine + end - 1)
    body.add(.closeFootnote, prefix: "", origin: firstLine + end - 1)
    return end
  }

  private func isFootnote(_ index: Int) -> Bool {
    lines[index].hasPrefix("[^") && lines[index].contains("]:")
  }
}

// MARK: - Tables

extension BodyPreparer {
  private func isTableStart(_ index: Int) -> Bool {
    guard index + 1 < lines.count, lines[index].contains("|"), !isVerbatim[index],
      !isVerbatim[index + 1]
    else { return false }
    let prefix = prefix(lines[index])
    let delimiters = lines[index + 1].dropFirst(min(prefix.count, lines[index + 1].count))
    return TableSource.alignments(delimiters)?.count
      == TableSource.cells(of: lines[index].dropFirst(prefix.count)).count
  }

  private func takeTable(at index: Int, _ body: inout PreparedBody) -> Int? {
    guard isTableStart(index) else { return nil }
    let prefix = String(prefix(lines[index]))
    let row = { (line: Int) in lines[line].dropFirst(prefix.count) }
    guard let alignments = TableSource.alignments(row(index + 1)) else { return nil }
    var end = index + 2
    while end < lines.count, !isVerbatim[end], !isContainerFence(end), lines[end].hasPrefix(prefix),
      !row(end).trimmingSpaces().isEmpty, row(end).contains("|")
    {
      end += 1
    }
    let caption = caption(after: end, prefix: prefix)
    body.add(
      .openTable(
        TableSource(
          alignments: alignments, rowCount: end - index - 2, hasCaption: caption != nil,
          label: caption?.label, position: position(index, column: prefix.utf8.count + 1))),
      prefix: prefix, origin: firstLine + index)
    for line in [index] + Array(index + 2..<end) {
      var cells = Array(TableSource.cells(of: row(line)).prefix(alignments.count))
      while cells.count < alignments.count { cells.append("") }
      for cell in cells { append(cell: cell, line: line, prefix: prefix, &body) }
    }
    if let caption { append(cell: caption.text, line: caption.line, prefix: prefix, &body) }
    body.append(prefix, origin: firstLine + end - 1)
    body.add(.closeTable, prefix: prefix, origin: firstLine + end - 1)
    return caption.map { $0.line + 1 } ?? end
  }

  private func append(cell: String, line: Int, prefix: String, _ body: inout PreparedBody) {
    let text = lines[line]
    let start = cell.isEmpty ? nil : text.firstRange(of: cell)?.lowerBound
    let column = start.map { text.utf8.distance(from: text.startIndex, to: $0) } ?? 0
    let scanned = InlineScanner.scan(
      [cell[...]], firstLine: firstLine + line, columnOffset: columnOffset + column, into: &body)
    body.append(prefix, origin: firstLine + line)
    body.append(
      "\(prefix)\(PreparedBody.cellStart)\(scanned.joined(separator: " "))",
      origin: firstLine + line)
  }

  /// The caption line `: Caption {#tbl-label}` after a table, a blank line between them or not.
  private func caption(
    after end: Int, prefix: String
  ) -> (text: String, label: String?, line: Int)? {
    var line = end
    while line < lines.count, lines[line].trimmingSpaces().isEmpty, line <= end { line += 1 }
    guard line < lines.count, !isVerbatim[line], lines[line].hasPrefix("\(prefix): ") else {
      return nil
    }
    var text = lines[line].dropFirst(prefix.count + 2).trimmingSpaces()
    var label: String?
    if text.hasSuffix("}"), let brace = text.lastIndex(of: "{") {
      var attributes = text[brace...]
      if let list = AttributeList.takePrefix(of: &attributes) {
        label = list.label
        text = text[..<brace].trimmingSpaces()
      }
    }
    return (String(text), label, line)
  }
}
