import Diagnostics

extension SourceText {
  /// The text in a file's bytes, without a byte order mark.
  ///
  /// - Throws: `NotebookErrors` at the first byte that is no UTF-8, or that is zero.
  init(decoding bytes: [UInt8], name: String) throws {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let content = bytes.starts(with: mark) ? bytes[mark.count...] : bytes[...]
    guard let text = String(validating: content, as: UTF8.self) else {
      let bad = content.firstInvalidIndex
      let digits = String(content[bad], radix: 16, uppercase: true)
      throw NotebookErrors(diagnostics: [
        Diagnostic(
          .error, "the notebook is not UTF-8: byte 0x\(digits)", file: name,
          at: content.position(of: bad), help: "Save it as UTF-8, or convert it with 'iconv'.")
      ])
    }
    if let zero = content.firstIndex(of: 0) {
      throw NotebookErrors(diagnostics: [
        Diagnostic(
          .error, "the notebook holds a zero byte: it is no text", file: name,
          at: content.position(of: zero))
      ])
    }
    self.init(name: name, text: text)
  }
}

extension ArraySlice<UInt8> {
  /// The place of a byte.
  fileprivate func position(of index: Int) -> SourcePosition {
    let before = self[..<index]
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? startIndex
    return SourcePosition(line: before.count { $0 == 0x0A } + 1, column: index - start + 1)
  }

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
