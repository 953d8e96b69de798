import Testing

@testable import APIDocs

@Suite("Documentation of the API") struct APIPageTests {
  /// A symbol as graphs have them.
  private static func symbol(_ kind: String, _ path: [String], _ code: String, _ comment: String...)
    -> String
  {
    func quoted(_ text: String) -> String { "\"\(text)\"" }
    let lines = comment.map { "{\"text\": \(quoted($0))}" }.joined(separator: ",")
    return """
      {"kind": {"identifier": "\(kind)"}, "pathComponents": [\(path.map(quoted).joined(separator: ","))],
       "declarationFragments": [{"spelling": "\(code)"}], "docComment": {"lines": [\(lines)]}}
      """
  }

  private static let graph = """
    {"module": {"name": "Core"}, "symbols": [
    \([
      symbol(
        "swift.struct", ["Pool"], "struct Pool", "The largest of each window, see ``pool(_:)``.", "",
        "    y = max x", "", "More words."),
      symbol("swift.method", ["Pool", "forward(_:)"], "func forward(_ x: X) -> X", "Runs it."),
      symbol("swift.init", ["Pool", "init(size:)"], "init(size: Int)", "A layer. Small."),
      symbol("swift.struct", ["Unit"], "struct Unit", "A unit (Cho et al. 2014). More."),
      symbol("swift.method", ["Unit", "forward(_:)"], "func forward(_ x: X)", "Runs the unit."),
      symbol("swift.func", ["pool(_:)"], "func pool(_ x: X) -> X", "Pools a matrix."),
      symbol("swift.associatedtype", ["Pool", "Element"], "associatedtype Element", "No topic."),
    ].joined(separator: ",\n"))
    ]}
    """

  private func page() throws -> APIPage {
    APIPage(try APIIndex(graphs: [Array(Self.graph.utf8)]))
  }

  @Test("a type is shown whole, its members by their first sentences") func type() throws {
    #expect(
      try page().text(for: "Pool") == """
        struct Pool
            [Core]

          The largest of each window, see `pool(_:)`.

              y = max x

          More words.

          init(size: Int)
              A layer.
          func forward(_ x: X) -> X
              Runs it.

        """)
  }

  @Test(
    "names are found whole, without types, and in other spellings",
    arguments: [
      ("Pool.forward", ["func forward(_ x: X) -> X"]),
      ("Unit.forward(_:)", ["func forward(_ x: X)"]),
      ("forward", ["func forward(_ x: X) -> X", "func forward(_ x: X)"]),
      ("pool", ["func pool(_ x: X) -> X"]), ("POOL", ["struct Pool", "func pool(_ x: X) -> X"]),
      ("nothing", []),
    ])
  func names(name: String, declarations: [String]) throws {
    let index = try APIIndex(graphs: [Array(Self.graph.utf8)])
    #expect(index.symbols(named: name).map(\.declaration) == declarations)
  }

  @Test("a word that is no name is looked for in names and sentences") func words() throws {
    #expect(
      try page().text(for: "matrix") == """
        Nothing is called 'matrix'; it is spoken of here:

          pool                      Pools a matrix.

        """)
    #expect(try page().text(for: "tensor") == nil)
  }

  @Test("everything is listed by module") func overview() throws {
    #expect(
      try page().overview.hasPrefix(
        """
        Core

          Pool                      The largest of each window, see `pool(_:)`.
          Unit                      A unit (Cho et al. 2014).
          pool                      Pools a matrix.

        """))
  }
}
