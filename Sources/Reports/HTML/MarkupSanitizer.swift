/// Lets through of a cell's HTML and SVG what can only be looked at.
///
/// Elements and attributes that are not on the list are left out, with scripts and style sheets goes
/// their content; what is open is closed and what was not opened is not closed, so that no output can
/// reach out of its place. Addresses may only lead inside the page or be embedded pictures.
struct MarkupSanitizer {
  /// The markup without what is not allowed.
  func sanitized(_ markup: String) -> String {
    var scanner = MarkupScanner(markup)
    var result = ""
    result.reserveCapacity(markup.utf8.count)
    var open: [String] = []
    while let token = scanner.next() {
      switch token {
      case .text(let text):
        appendText(text, to: &result)
      case .open(let name, let attributes, let isEmpty):
        if MarkupAllowlist.droppedWithContent.contains(name.lowercased()) {
          if !isEmpty { scanner.skip(past: name) }
          continue
        }
        guard MarkupAllowlist.elements.contains(name) else { continue }
        if let ended = Self.endedByNext[name] {
          while let last = open.last, ended.contains(last) { open.removeLast() }
        }
        result += "<\(name)"
        append(attributes, to: &result)
        if MarkupAllowlist.voidElements.contains(name) {
          result += ">"
        } else if isEmpty {
          result += MarkupAllowlist.isSVG(name) ? "/>" : "></\(name)>"
        } else {
          result += ">"
          open.append(name)
        }
      case .close(let name):
        guard let index = open.lastIndex(of: name) else { continue }
        while open.count > index {
          let last = open.removeLast()
          if last == name || Self.endedByNext[last] == nil { result += "</\(last)>" }
        }
      }
    }
    while let name = open.popLast() { result += "</\(name)>" }
    return result
  }
}

extension MarkupSanitizer {
  /// Parts of tables, whose end tags may be left out: what is open and ends where one of them begins.
  private static let endedByNext: [String: Set<String>] = [
    "td": ["td", "th"], "th": ["td", "th"], "tr": ["td", "th", "tr"],
    "tbody": ["td", "th", "tr", "thead", "tbody"], "tfoot": ["td", "th", "tr", "thead", "tbody"],
    "thead": [],
  ]

  /// Text keeps its character references; a lone `<` or `>` is escaped.
  private func appendText(_ text: Substring, to result: inout String) {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }) else {
      result += text
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  private func append(_ attributes: [MarkupScanner.Attribute], to result: inout String) {
    for (index, attribute) in attributes.enumerated() {
      guard MarkupAllowlist.allows(attribute),
        !attributes[..<index].contains(where: { $0.name == attribute.name })
      else { continue }
      result += " \(attribute.name)=\""
      let isPlain = attribute.value.utf8.allSatisfy {
        $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">")
      }
      guard !isPlain else {
        result += attribute.value
        result += "\""
        continue
      }
      for scalar in attribute.value.unicodeScalars {
        switch scalar {
        case "\"": result += "&quot;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        default: result.unicodeScalars.append(scalar)
        }
      }
      result += "\""
    }
  }
}
