import Diagnostics

/// The labels of a document, the numbers they stand for, and the `id`s of its headings.
struct LabelRegistry {
  /// What references can point to, by label.
  private(set) var targets: [String: ReferenceTarget] = [:]
  /// The references in document order.
  private(set) var references: [(label: String, position: SourcePosition)] = []

  private var positions: [String: SourcePosition] = [:]
  private var counts: [ReferenceTarget.Kind: Int] = [:]
  private var sectionCounts: [Int] = []
  private var anchors: Set<String> = []
  private var anchorSuffixes: [String: Int] = [:]

  /// The next number of a kind.
  mutating func nextNumber(_ kind: ReferenceTarget.Kind) -> String {
    counts[kind, default: 0] += 1
    return String(counts[kind, default: 0])
  }

  /// The next number of a section at a level, such as `2.1`.
  mutating func nextSectionNumber(level: Int) -> String {
    sectionCounts = Array(sectionCounts.prefix(level))
    while sectionCounts.count < level { sectionCounts.append(0) }
    sectionCounts[level - 1] += 1
    return sectionCounts.drop { $0 == 0 }.map(String.init).joined(separator: ".")
  }

  /// Takes a label; where it is taken already, the place of the first is returned.
  mutating func take(_ label: String, at position: SourcePosition) -> SourcePosition? {
    if let first = positions[label] { return first }
    positions[label] = position
    anchors.insert(label)
    return nil
  }

  /// Records what a label stands for.
  mutating func define(_ label: String, as target: ReferenceTarget) { targets[label] = target }

  /// Records a reference.
  mutating func refer(to label: String, at position: SourcePosition) {
    references.append((label, position))
  }
}

// MARK: - Anchors

extension LabelRegistry {
  /// Gives each heading without a label an `id` from its words, as Pandoc does.
  ///
  /// Called when all labels are known, so that no heading takes what a label needs.
  mutating func anchorHeadings(in blocks: inout [Block]) {
    for index in blocks.indices {
      switch blocks[index] {
      case .heading(var heading) where heading.anchor.isEmpty:
        heading.anchor = uniqueAnchor(heading.content.plainText.anchor)
        blocks[index] = .heading(heading)
      case .container(var container):
        anchorHeadings(in: &container.content)
        blocks[index] = .container(container)
      case .quote(var content):
        anchorHeadings(in: &content)
        blocks[index] = .quote(content)
      case .list(var list):
        for item in list.items.indices { anchorHeadings(in: &list.items[item]) }
        blocks[index] = .list(list)
      default: break
      }
    }
  }

  private mutating func uniqueAnchor(_ wanted: String) -> String {
    let words = wanted.isEmpty ? "section" : wanted
    let base = Self.isOfPage(words) ? "section-\(words)" : words
    var anchor = base
    while !anchors.insert(anchor).inserted {
      anchorSuffixes[base, default: 0] += 1
      anchor = "\(base)-\(anchorSuffixes[base, default: 0])"
    }
    return anchor
  }
}

extension LabelRegistry {
  /// Whether a page may have such an `id` of its own, for its title and main part, a footnote or a tab.
  static func isOfPage(_ anchor: String) -> Bool {
    if ["title", "main", "contents-toggle", "nbrun-receipt"].contains(anchor) { return true }
    return ["footnote-", "tabs-"].contains { prefix in
      anchor.hasPrefix(prefix) && anchor.dropFirst(prefix.count).first?.isWholeNumber == true
    }
  }
}

extension String {
  /// The words as Pandoc makes an identifier of them: in lower case, joined by dashes, without what
  /// stands before the first letter and without punctuation other than `_`, `-` and `.`.
  var anchor: String {
    let kept = lowercased().filter {
      $0.isLetter || $0.isNumber || $0.isWhitespace || "_-.".contains($0)
    }
    return kept.split(whereSeparator: \.isWhitespace).joined(separator: "-").drop { !$0.isLetter }
      .description
  }
}
