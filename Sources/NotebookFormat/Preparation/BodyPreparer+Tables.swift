import Diagnostics

extension BodyPreparer {
  /// The alignments of the table that begins at a line of a paragraph, or nil where none does.
  ///
  /// - Parameter end: The line behind the paragraph.
  func tableAlignments(at index: Int, end: Int) -> [Table.Alignment]? {
    guard index + 1 < end, let alignments = TableSource.alignments(row(index + 1)),
      TableSource.cells(of: row(index)).count == alignments.count
    else { return nil }
    return alignments
  }

  /// Writes the table that begins at a line of a paragraph.
  ///
  /// Each cell becomes a paragraph between marks.
  ///
  /// - Returns: The line behind the table and its caption.
  mutating func takeTable(at index: Int, end: Int) -> Int {
    guard let alignments = tableAlignments(at: index, end: end) else { return end }
    let rowsEnd = (index + 2..<end).first { isCaption($0) } ?? end
    let caption = captionLines(after: rowsEnd, end: end)
    let attributes = caption.flatMap { self.attributes(ofCaption: $0) }
    let source = TableSource(
      alignments: alignments, rowCount: rowsEnd - index - 2, hasCaption: caption != nil,
      attributes: attributes?.list,
      position: lines[index].position(lines.textOffset(index)))
    let prefixes = prefixes(at: index)
    beginMark(.openTable(source), prefix: prefixes.first, line: index)
    if let footnote = lines.scanned(index).footnote { body.add(footnote) }
    for line in [index] + Array(index + 2..<rowsEnd) {
      writeRow(line, width: alignments.count, prefix: prefixes.other)
    }
    if let caption {
      writeCaption(caption, attributesStart: attributes?.start, prefix: prefixes.other)
      beginMark(.nextTableCell, prefix: prefixes.other, line: caption.upperBound - 1)
    }
    beginMark(.closeTable, prefix: prefixes.other, line: rowsEnd - 1)
    return caption?.upperBound ?? rowsEnd
  }

  /// The text of a line without the containers that it stands in.
  private func row(_ index: Int) -> Bytes {
    lines[index].text.dropFirst(lines.textOffset(index))
  }
}

// MARK: - Cells

extension BodyPreparer {
  /// What stands before the first line of the table and before the others: the containers.
  private func prefixes(at index: Int) -> (first: Bytes, other: Bytes) {
    let first = lines[index].text.prefix(lines.textOffset(index))
    return (first, first.map { $0 == .quote || $0 == .tab ? $0 : .space }[...])
  }

  private mutating func beginMark(_ mark: PreparedBody.Mark, prefix: Bytes, line: Int) {
    let scanned = lines.scanned(line)
    body.beginLine(at: scanned.start)
    body.write(prefix)
    body.write(PreparedBody.markText)
    body.add(mark)
  }

  private mutating func writeRow(_ index: Int, width: Int, prefix: Bytes) {
    var cells = TableSource.cells(of: row(index)).prefix(width)[...]
    for _ in 0..<width {
      if let cell = cells.popFirst(), !cell.text.isEmpty {
        let offset = lines.textOffset(index) + cell.offset
        writeText(
          [
            InlineScanner.Line(
              text: cell.text, prefixLength: 0, start: lines[index].position(offset))
          ],
          prefix: prefix)
      }
      beginMark(.nextTableCell, prefix: prefix, line: index)
    }
  }

  /// Writes lines as one paragraph that no block of CommonMark's can begin in.
  private mutating func writeText(_ text: [InlineScanner.Line], prefix: Bytes) {
    var text = text
    for index in text.indices {
      let start = prefix + (index == 0 ? PreparedBody.cellStart : [])
      text[index].text = start + text[index].text.dropFirst(text[index].prefixLength)
      text[index].start.column += text[index].prefixLength
      text[index].prefixLength = start.count
      text[index].shift = -start.count
    }
    var scanner = InlineScanner(text)
    scanner.run(into: &body)
  }
}

// MARK: - Captions

extension BodyPreparer {
  private func isCaption(_ index: Int) -> Bool {
    let row = row(index)
    return row.first == .colon && row.dropFirst().first?.isBlank == true
  }

  /// The lines of the caption that begins at `index` or behind one blank line, or nil.
  private func captionLines(after index: Int, end: Int) -> Range<Int>? {
    if index < end { return index..<end }
    var start = index
    if start < lines.count, lines[start].text.dropFirst(lines[start].text.quotePrefixLength).isEmpty
    {
      start += 1
    }
    guard lines.leaf(start) != nil, isCaption(start) else { return nil }
    return start..<lines.leafEnd(from: start)
  }

  /// The attributes at the end of a caption and the offset in its last line where they begin.
  private func attributes(ofCaption lines: Range<Int>) -> (list: AttributeList, start: Int)? {
    let last = self.lines[lines.upperBound - 1].text
    guard last.trimmed.last == UInt8(ascii: "}"), let start = last.lastIndex(of: .openBrace) else {
      return nil
    }
    var text = last[start...].text[...]
    guard let list = AttributeList.takePrefix(of: &text) else { return nil }
    return (list, start - last.startIndex)
  }

  private mutating func writeCaption(_ range: Range<Int>, attributesStart: Int?, prefix: Bytes) {
    var lines = range.map(lines.scanned)
    if let attributesStart {
      var text = lines[lines.count - 1].text.prefix(attributesStart)
      while text.last?.isBlank == true { text.removeLast() }
      lines[lines.count - 1].text = text
    }
    lines[0].prefixLength +=
      lines[0].text.dropFirst(lines[0].prefixLength).prefix {
        $0 == .colon || $0.isBlank
      }.count
    writeText(lines, prefix: prefix)
  }
}
