extension MarkdownTree {
  /// Puts a language's quotation marks in place of libcmark's, which are the English ones.
  mutating func setQuotes(_ quotes: QuoteMarks) {
    for parent in nodes.indices {
      var setter = QuoteSetter(quotes)
      // A sequence of the children would hold the nodes, and each change copy them all.
      var next = nodes[parent].firstChild
      while let index = next {
        next = nodes[index].nextSibling
        switch nodes[index].kind {
        case .text(let text): nodes[index].kind = .text(setter.set(text))
        case .softBreak, .lineBreak: setter.before = " "
        default: setter.before = "$"
        }
      }
    }
  }
}

/// Sets the quotation marks in the texts of a paragraph, one after the other.
private struct QuoteSetter {
  private let quotes: QuoteMarks
  private var innerQuotesOpen = 0
  /// The character before the next text.
  var before: Character = " "

  init(_ quotes: QuoteMarks) {
    self.quotes = quotes
  }

  mutating func set(_ text: String) -> String {
    let characters = Array(text)
    return String(
      characters.indices.map { index in
        let next = index + 1 < characters.count ? characters[index + 1] : " "
        defer { before = characters[index] }
        return mark(for: characters[index], before: next)
      })
  }

  private mutating func mark(for character: Character, before next: Character) -> Character {
    switch character {
    case "“": return quotes.outerOpening
    case "”": return quotes.outerClosing
    case "‘" where !isInWord:
      innerQuotesOpen += 1
      return quotes.innerOpening
    // libcmark takes an apostrophe behind a formula, code or marked text for an opening mark, as in
    // `relu`'s slope.
    case "‘": return "’"
    case "’" where innerQuotesOpen > 0 && !next.isLetter && !next.isNumber:
      innerQuotesOpen -= 1
      return quotes.innerClosing
    default: return character
    }
  }

  private var isInWord: Bool { !before.isWhitespace && !"([{“‘–—-/".contains(before) }
}
