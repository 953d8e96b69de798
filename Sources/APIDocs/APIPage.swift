/// What a terminal shows of the declarations that were looked up.
public struct APIPage {
  /// How many declarations of one name are shown in full.
  private static let mostInFull = 8
  /// How many are listed.
  private static let mostListed = 60

  private let index: APIIndex

  /// Pages of an index.
  public init(_ index: APIIndex) {
    self.index = index
  }

  /// What there is, by module.
  public var overview: String {
    var text = ""
    for module in Set(index.topics.map(\.module)).sorted() {
      text += "\(module)\n\n"
      for topic in index.topics where topic.module == module { text += Self.line(topic) }
      text += "\n"
    }
    return text
      + "'nbrun doc NAME' shows more: of a type, a function, or a member, 'Conv2D.forward'.\n"
  }

  /// What is known of a name, or of a word where nothing has that name; nil where nothing is.
  public func text(for name: String) -> String? {
    let found = index.symbols(named: name)
    if !found.isEmpty {
      return found.count > Self.mostInFull
        ? Self.list(found) : found.map(full).joined(separator: "\n")
    }
    let about = index.symbols(about: name)
    if about.isEmpty { return nil }
    return "Nothing is called '\(name)'; it is spoken of here:\n\n" + Self.list(about)
  }
}

extension APIPage {
  private func full(_ symbol: APISymbol) -> String {
    let place = symbol.path.count > 1 ? "\(symbol.module), \(symbol.name)" : symbol.module
    var text = "\(symbol.declaration)\n    [\(place)]\n"
    if !symbol.comment.isEmpty {
      text += "\n" + symbol.comment.map { Self.indented($0.withoutLinks) + "\n" }.joined()
    }
    let members = symbol.kind == .type ? index.members(of: symbol) : []
    if !members.isEmpty { text += "\n" }
    for member in members {
      text += Self.indented(member.declaration) + "\n"
      if let summary = member.summary { text += "      \(summary)\n" }
    }
    return text
  }

  private static func indented(_ line: String) -> String { line.isEmpty ? "" : "  \(line)" }

  private static func list(_ symbols: [APISymbol]) -> String {
    var seen: Set<String> = []
    let lines = symbols.map(line).filter { seen.insert($0).inserted }
    let rest = lines.count - mostListed
    return lines.prefix(mostListed).joined() + (rest > 0 ? "  … and \(rest) more\n" : "")
  }

  /// The name with the first sentence beside it.
  private static func line(_ symbol: APISymbol) -> String {
    let name = symbol.name
    guard let summary = symbol.summary else { return "  \(name)\n" }
    return name.count < 26
      ? "  \(name)\(String(repeating: " ", count: 26 - name.count))\(summary)\n"
      : "  \(name)\n\(String(repeating: " ", count: 28))\(summary)\n"
  }
}
