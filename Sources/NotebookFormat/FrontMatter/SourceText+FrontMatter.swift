import Diagnostics

extension SourceText {
  /// Whether the first line begins front matter.
  var beginsWithFrontMatter: Bool {
    guard let first = lines.first, Self.isFence(first), lines.count > 1 else { return false }
    return lines[1].contains { !$0.isWhitespace }
  }

  /// How many lines the front matter takes, with both its `---` lines; 0 where there is none or it has
  /// no end.
  public var frontMatterLineCount: Int {
    guard beginsWithFrontMatter else { return 0 }
    let end = lines.dropFirst().firstIndex { Self.isFence($0) || $0.hasPrefix("...") }
    return end.map { $0 + 1 } ?? 0
  }

  private static func isFence(_ line: Substring) -> Bool {
    line.hasPrefix("---") && line.dropFirst(3).allSatisfy(\.isWhitespace)
  }
}
