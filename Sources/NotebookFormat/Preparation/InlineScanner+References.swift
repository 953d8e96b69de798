import Diagnostics

extension InlineScanner {
  private static let longestName = 200
  private static let longestAttributes = 2000

  /// Takes `@fig-label`, where it does not stand in a word or an address.
  mutating func takeReference(_ body: inout PreparedBody) {
    guard let label = referenceLabel() else {
      copy(1, &body)
      return
    }
    replace(
      upTo: label.end,
      by: .reference(label: label.name, numberOnly: false, position: position(index)), &body)
  }

  /// The label that the next byte, an `@`, refers to, and where it ends; nil where it is the sign itself.
  func referenceLabel() -> (name: String, end: Int)? {
    let previous = byte(index - 1)
    let isInWord =
      !isAtLineStart && (previous?.isWord == true || previous == UInt8(ascii: "/"))
    return isInWord ? nil : label(at: index + 1)
  }

  /// Takes `[^name]`, `[@fig-label]` or `[-@fig-label; @fig-other]`.
  mutating func takeBracket(_ body: inout PreparedBody) {
    if let end = footnoteEnd() {
      let name = text(index + 2..<end)
      replace(upTo: end + 1, by: .footnote(name: name, position: position(index)), &body)
    } else if let (references, end) = bracketedReferences() {
      for (number, reference) in references.enumerated() {
        if number > 0 { body.write(Array("; ".utf8)[...]) }
        body.add(reference, source: number == 0 ? text(index..<end) : "")
      }
      skip(to: end, &body)
    } else {
      copy(1, &body)
    }
  }

  /// The bracket that ends `[^name]`, where that is what begins here.
  func footnoteEnd() -> Int? {
    guard next(1) == UInt8(ascii: "^") else { return nil }
    let name = bytes[(index + 2)...].prefix(Self.longestName).prefix {
      $0 > .space && $0 != .openBracket && $0 != .closeBracket
    }
    return !name.isEmpty && byte(name.endIndex) == .closeBracket ? name.endIndex : nil
  }

  private func bracketedReferences() -> (references: [PreparedBody.Placeholder], end: Int)? {
    var references: [PreparedBody.Placeholder] = []
    var cursor = index + 1
    while true {
      while byte(cursor)?.isBlank == true { cursor += 1 }
      let isNumberOnly = byte(cursor) == .dash
      if isNumberOnly { cursor += 1 }
      guard byte(cursor) == UInt8(ascii: "@"), let label = label(at: cursor + 1) else { return nil }
      references.append(
        .reference(label: label.name, numberOnly: isNumberOnly, position: position(cursor)))
      cursor = label.end
      if byte(cursor) == UInt8(ascii: ";") {
        cursor += 1
        continue
      }
      let follower = byte(cursor + 1)
      guard byte(cursor) == .closeBracket, follower != UInt8(ascii: "("), follower != .openBracket
      else { return nil }
      return (references, cursor + 1)
    }
  }

  /// The label such as `fig-conv` at an offset, and where it ends.
  private func label(at start: Int) -> (name: String, end: Int)? {
    let mark = bytes[min(start, bytes.count)...].prefix(Self.longestName).prefix {
      $0.isAlphanumeric || $0 == .dash || $0 == UInt8(ascii: "_")
    }
    var name = mark
    while let last = name.last, !last.isAlphanumeric { name.removeLast() }
    guard let dash = name.firstIndex(of: .dash) else { return nil }
    let prefix = name[..<dash].text
    let kind = prefix.prefix(1).lowercased() + prefix.dropFirst()
    guard ReferenceTarget.Kind(rawValue: kind) != nil else { return nil }
    return (kind + name[dash...].text, name.endIndex)
  }
}

// MARK: - Attributes

extension InlineScanner {
  /// Takes the attributes in braces of a picture, a link or a heading.
  mutating func takeAttributes(_ body: inout PreparedBody) {
    guard let (list, end) = followingAttributes() else {
      copy(1, &body)
      return
    }
    replace(upTo: end, by: .attributes(list, position: position(index)), &body)
  }

  /// The attributes that begin here and where they end, where they belong to what is before them.
  func followingAttributes() -> (list: AttributeList, end: Int)? {
    let previous = byte(index - 1)
    let mayFollow = previous == .closeParenthesis || previous == .closeBracket
    guard mayFollow || isInHeading, let (list, end) = attributes(at: index),
      mayFollow || isRestOfHeading(end)
    else { return nil }
    return (list, end)
  }

  private func isRestOfHeading(_ offset: Int) -> Bool {
    let next = bytes[offset...].first { !$0.isBlank && $0 != UInt8(ascii: "#") }
    return next == nil || next == .lineFeed
  }

  /// The attributes at an offset and where they end, or nil.
  func attributes(at offset: Int) -> (list: AttributeList, end: Int)? {
    guard byte(offset) == .openBrace else { return nil }
    let line = bytes[offset...].prefix(Self.longestAttributes).prefix { $0 != .lineFeed }
    guard line.contains(UInt8(ascii: "}")) else { return nil }
    var rest = line.text[...]
    let length = rest.utf8.count
    guard let list = AttributeList.takePrefix(of: &rest) else { return nil }
    return (list, offset + length - rest.utf8.count)
  }
}
