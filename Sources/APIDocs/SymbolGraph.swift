/// A symbol graph, as `swift-symbolgraph-extract` writes it; what is not needed is left out.
struct SymbolGraph: Decodable {
  var module: Module
  var symbols: [Symbol]

  struct Module: Decodable { var name: String }

  struct Symbol: Decodable {
    var kind: Kind
    var pathComponents: [String]
    var declarationFragments: [Fragment]
    var docComment: Comment?
  }

  struct Kind: Decodable { var identifier: String }
  struct Fragment: Decodable { var spelling: String }
  struct Comment: Decodable { var lines: [Line] }
  struct Line: Decodable { var text: String }
}

extension APISymbol {
  /// A symbol of a graph; nil where it is nothing that one would look up.
  init?(_ symbol: SymbolGraph.Symbol, in module: String) {
    guard let kind = Kind(identifier: symbol.kind.identifier) else { return nil }
    self.init(
      module: module, kind: kind, path: symbol.pathComponents,
      declaration: symbol.declarationFragments.map(\.spelling).joined(),
      comment: symbol.docComment?.lines.map(\.text) ?? [])
  }
}

extension APISymbol.Kind {
  /// The kind of that name in symbol graphs.
  fileprivate init?(identifier: String) {
    switch identifier {
    case "swift.struct", "swift.class", "swift.enum", "swift.protocol", "swift.typealias",
      "swift.actor":
      self = .type
    case "swift.init": self = .initializer
    case "swift.type.property": self = .typeProperty
    case "swift.type.method": self = .typeMethod
    case "swift.enum.case": self = .enumCase
    case "swift.property": self = .property
    case "swift.method": self = .method
    case "swift.subscript", "swift.type.subscript": self = .subscript
    case "swift.func", "swift.var": self = .function
    case "swift.func.op": self = .operator
    default: return nil
    }
  }
}
