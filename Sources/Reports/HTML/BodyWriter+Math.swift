import Diagnostics
import NotebookFormat
import Platform

extension BodyWriter {
  func write(_ formula: DisplayMath) {
    html += "<div class=\"equation\"\(id(formula.label))>"
    self.formula(formula.tex, isDisplay: true, at: formula.position)
    if let number = formula.number {
      html += "<span class=\"equation-number\">(\(HTMLEscaping.escaped(number)))</span>"
    }
    html += "</div>\n"
  }

  /// Appends a formula, or notes what is wrong with it.
  func formula(_ tex: String, isDisplay: Bool, at position: SourcePosition) {
    do {
      html += try typesetter.mathML(tex, isDisplay: isDisplay)
    } catch let error as MathError {
      let place = self.place(of: error.offset, in: tex, at: position)
      report("this formula cannot be set: \(error.sentence)", at: place, help: error.help)
    } catch {
      report(
        "formulas cannot be set: \(error)", at: position,
        help: "Install KaTeX: apt-get install libjs-katex.")
    }
  }

  /// The place in the notebook of a place in a formula.
  ///
  /// What stands before a later line of a formula (indentation, `>`) is not in its TeX, so that line is
  /// looked for in the notebook.
  private func place(of offset: Int?, in tex: String, at start: SourcePosition) -> SourcePosition {
    guard let offset else { return start }
    let before = String(decoding: Array(tex.utf16.prefix(offset)), as: UTF16.self)
    let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count > 1, let last = lines.last else {
      return SourcePosition(line: start.line, column: start.column + before.utf8.count)
    }
    let line = start.line + lines.count - 1
    let whole = tex.split(separator: "\n", omittingEmptySubsequences: false)[lines.count - 1]
    let written = notebook.source.line(line) ?? ""
    let indentation = written.utf8.count - whole.utf8.count
    let isThere = indentation >= 0 && written.hasSuffix(whole)
    let margin =
      isThere ? indentation : written.utf8.prefix { $0 == UInt8(ascii: " ") }.count
    return SourcePosition(line: line, column: margin + last.utf8.count + 1)
  }
}

extension MathError {
  /// The reason, names in single quotes, without a full stop.
  fileprivate var sentence: String {
    let unknown = "Undefined control sequence: "
    if reason.hasPrefix(unknown) { return "unknown command '\(reason.dropFirst(unknown.count))'" }
    return reason.prefix(1).lowercased() + reason.dropFirst()
  }

  fileprivate var help: String? {
    reason.hasPrefix("Undefined control sequence")
      ? "KaTeX's commands are listed at https://katex.org/docs/supported.html." : nil
  }
}
