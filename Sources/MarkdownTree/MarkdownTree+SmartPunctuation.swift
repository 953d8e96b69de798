extension MarkdownTree {
  /// A line without Markdown, its straight quotes, hyphens and dots as smart punctuation.
  public static func smartPunctuation(_ line: String) -> String {
    let escaped = line.map { character in
      let isMark = character.isASCII && (character.isPunctuation || character.isSymbol)
      return isMark && !"\"'-.".contains(character) ? "\\\(character)" : String(character)
    }
    // In a heading no hyphen begins a list.
    let tree = MarkdownTree(parsing: "# " + escaped.joined(), smartPunctuation: true)
    return tree.nodes.map { node in
      if case .text(let words) = node.kind { words } else { "" }
    }.joined()
  }

  /// Makes an apostrophe of what libcmark takes for an opening quote behind a formula, code or marked
  /// text, as in `` `relu`'s `` slope.
  mutating func turnQuotesWithinWords() {
    for parent in nodes.indices {
      var before: Character = " "
      for index in children(of: parent) {
        switch nodes[index].kind {
        case .text(let text): nodes[index].kind = .text(Self.turned(text, after: &before))
        case .softBreak, .lineBreak: before = " "
        default: before = "$"
        }
      }
    }
  }

  /// - Parameter before: The character before the text; afterwards the text's last one.
  private static func turned(_ text: String, after before: inout Character) -> String {
    String(
      text.map { character in
        let isInWord = !before.isWhitespace && !"([{“‘–—-/".contains(before)
        before = character
        return character == "‘" && isInWord ? "’" : character
      })
  }
}
