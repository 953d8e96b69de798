import NotebookFormat

extension MarkdownBody {
  /// A formula in a sentence.
  func formula(_ tex: String) -> String {
    let tex = tex.split(whereSeparator: \.isNewline).joined(separator: " ")
    guard dialect.protectsMath else { return "$\(tex)$" }
    if !isInTable && Self.isPlain(tex) { return "$\(tex)$" }
    // A pipe divides a table's cells even in a formula.
    let safe =
      isInTable ? tex.replacing("\\|", with: "\\Vert ").replacing("|", with: "\\vert ") : tex
    return "$`\(safe)`$"
  }

  func markdown(_ formula: DisplayMath) -> String {
    let tag = formula.number.map { "\n\\tag{\($0)}" } ?? ""
    let tex = formula.tex.split(separator: "\n").joined(separator: "\n") + tag
    let anchor = formula.label.map { self.anchor($0) + "\n\n" } ?? ""
    return anchor
      + (dialect.protectsMath ? MarkdownEscaping.fence(tex, language: "math") : "$$\n\(tex)\n$$")
  }

  /// Whether Markdown leaves the formula alone, whose rules for `\`, `*`, `_` and `<` go first.
  private static func isPlain(_ tex: String) -> Bool {
    var underscores = 0
    var previous: Character = " "
    for character in tex {
      switch character {
      case "*", "`", "<", ">", "|", "~", "&", "[", "]", "$": return false
      case "_": underscores += 1
      default: if previous == "\\" && !character.isLetter { return false }
      }
      previous = character
    }
    return underscores <= 1 && previous != "\\"
  }
}
