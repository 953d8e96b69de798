import Diagnostics

/// The footnotes of a document: their texts, and the order of the references to them.
struct FootnoteRegistry {
  /// A footnote's text.
  struct Text {
    var blocks: [Block]
    var isSolution: Bool
    var position: SourcePosition
  }

  /// The texts by name.
  private(set) var texts: [String: Text] = [:]
  /// The names in the order of the first references, with the places of these.
  private(set) var order: [(name: String, position: SourcePosition)] = []
  private var numbers: [String: Int] = [:]
  private var occurrences: [String: Int] = [:]

  /// Adds a text; false where the name has one already.
  mutating func add(_ text: Text, name: String) -> Bool {
    guard texts[name] == nil else { return false }
    texts[name] = text
    return true
  }

  /// The number of the footnote that is referred to, and which reference to it this is.
  mutating func refer(
    to name: String, at position: SourcePosition
  ) -> (number: Int, occurrence: Int) {
    if numbers[name] == nil {
      order.append((name, position))
      numbers[name] = order.count
    }
    occurrences[name, default: 0] += 1
    return (numbers[name, default: 0], occurrences[name, default: 0])
  }

  /// The texts that nothing refers to, in document order.
  var unused: [(name: String, position: SourcePosition)] {
    texts.filter { numbers[$0.key] == nil }.map { ($0.key, $0.value.position) }
      .sorted { $0.1 < $1.1 }
  }
}

extension DocumentBuilder {
  /// Reads a footnote's text.
  mutating func readFootnote(_ start: PreparedBody.FootnoteStart, item: Int) {
    let text = FootnoteRegistry.Text(
      blocks: blocks(in: item), isSolution: solutionDepth > 0, position: start.position)
    if !footnotes.add(text, name: start.name) {
      report("the footnote '[^\(start.name)]' has a text already", at: start.position)
    }
  }

  /// The footnotes in the order of the references; what lacks its other half is reported.
  mutating func orderedFootnotes() -> [Footnote] {
    for (name, position) in footnotes.unused {
      report("nothing refers to the footnote '[^\(name)]'", at: position, severity: .warning)
    }
    return footnotes.order.map { name, position in
      let text = footnotes.texts[name]
      if text == nil {
        let suggestion = trailingSuggestion(for: name, among: footnotes.texts.keys.sorted())
        report(
          "the footnote '[^\(name)]' has no text\(suggestion)", at: position,
          help: suggestion.isEmpty
            ? "Add a line '[^\(name)]: …', or write '\\[^\(name)]' for the text." : nil)
      }
      return Footnote(
        name: name, blocks: text?.blocks ?? [], isSolution: text?.isSolution ?? false)
    }
  }
}
