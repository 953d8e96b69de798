import Diagnostics
import Platform

/// The public declarations of some modules, to be looked up by name.
public struct APIIndex: Codable, Sendable {
  /// All of them, by module and name.
  public let symbols: [APISymbol]

  /// The declarations in symbol graphs.
  ///
  /// - Throws: `DecodingError` where a text is no symbol graph.
  public init(graphs: [[UInt8]]) throws {
    let all = try graphs.flatMap { bytes in
      let graph = try JSON.decode(SymbolGraph.self, from: bytes)
      return graph.symbols.compactMap { APISymbol($0, in: graph.module.name) }
    }
    symbols = Set(all).sorted {
      ($0.name, $0.kind.rawValue, $0.declaration) < ($1.name, $1.kind.rawValue, $1.declaration)
    }
  }

  /// What stands outside of all types and has documentation.
  public var topics: [APISymbol] {
    symbols.filter { $0.path.count == 1 && $0.kind != .operator && !$0.comment.isEmpty }
  }

  /// The declarations of a name, `Conv2D`, `Conv2D.forward` or `forward`; whole names come before last ones,
  /// and spelling counts only where it decides.
  public func symbols(named name: String) -> [APISymbol] {
    let names: [(APISymbol) -> String] = [
      { $0.path.joined(separator: ".") }, \.name, \.baseName,
    ]
    for text in names {
      let exact = symbols.filter { text($0) == name }
      if !exact.isEmpty { return exact }
    }
    for text in names.dropFirst() {
      let alike = symbols.filter { text($0).lowercased() == name.lowercased() }
      if !alike.isEmpty { return alike }
    }
    return []
  }

  /// What a type has.
  public func members(of type: APISymbol) -> [APISymbol] {
    symbols.filter {
      $0.path.count == type.path.count + 1 && $0.path.starts(with: type.path) && !$0.comment.isEmpty
    }.sorted { ($0.kind.rawValue, $0.name) < ($1.kind.rawValue, $1.name) }
  }

  /// The declarations in whose names or first sentences a word stands.
  public func symbols(about word: String) -> [APISymbol] {
    let word = word.lowercased()
    let inNames = symbols.filter { $0.name.lowercased().contains(word) && !$0.comment.isEmpty }
    let inWords = symbols.filter {
      !$0.name.lowercased().contains(word) && $0.summary?.lowercased().contains(word) == true
    }
    return inNames + inWords
  }

  /// The sentence that names what may have been meant; nil where nothing is near.
  public func suggestion(for name: String) -> String? {
    Diagnostics.suggestion(for: name, among: Set(symbols.map(\.baseName)).sorted())
  }
}
