import APIDocs
import Diagnostics
import Engine
import Platform

/// `nbrun doc [NAME]`: what cells can call, from the documentation of the core, the figures and the kit.
struct DocCommand {
  private let name: String?

  init(_ arguments: [String]) throws {
    let operands = try ArgumentReader(arguments, options: []).operands
    guard operands.count <= 1 else {
      throw UsageError("'nbrun doc' takes one name: '\(operands[1])' is too much")
    }
    name = operands.first
  }

  /// Prints what is known of the name, or of everything.
  func run() throws {
    let index = try Self.index()
    guard let name else { return print(APIPage(index).overview, terminator: "") }
    guard let text = APIPage(index).text(for: name) else {
      throw Diagnostic(
        .error, "nothing is called '\(name)'",
        help: index.suggestion(for: name) ?? "'nbrun doc' lists what there is.")
    }
    print(text, terminator: "")
  }

  /// The index, which is made once for each installation.
  private static func index() throws -> APIIndex {
    let libraries = try Installation.current().libraries
    let toolchain = try Toolchain(path: Installation.variable("PATH") ?? "")
    let cache = ContentCache(folder: Installation.cacheFolder)
    let key = SHA256.hex(ofParts: [toolchain.identity, libraries.identity, libraries.modules])
    if let stored = cache.load("doc", key),
      let index = try? JSON.decode(APIIndex.self, from: stored)
    {
      return index
    }
    let index = try APIIndex(
      graphs: SymbolGraphs.read(libraries: libraries, toolchain: toolchain))
    if let bytes = try? JSON.encode(index) { cache.store("doc", key, bytes) }
    return index
  }
}
