import Diagnostics
import Platform

/// The public declarations of the modules that cells import, as the toolchain reads them from the modules.
public struct SymbolGraphs {
  /// The modules that cells import without being asked.
  public static let modules = ["CNNCore", "CellKit", "Figures"]

  /// The symbol graphs of the modules, each a text of JSON.
  ///
  /// - Throws: A `Diagnostic` where the toolchain cannot read a module, `SystemError`.
  public static func read(
    libraries: CellLibraries, toolchain: Toolchain
  ) throws -> [[UInt8]] {
    let folder = try TemporaryFolder()
    return try withExtendedLifetime(folder) {
      let moduleCache = "\(folder.path)/modules"
      try Files.makeFolder(moduleCache)
      let imports = try CoreImports.folder(in: moduleCache)
      for module in modules {
        let said = try MemoryFile()
        let process = try ChildProcess(
          "\(toolchain.binaries)/swift-symbolgraph-extract",
          [
            "-module-name", module, "-I", libraries.modules, "-I", imports,
            "-module-cache-path", moduleCache, "-output-dir", folder.path,
            "-minimum-access-level", "public", "-skip-synthesized-members", "-skip-inherited-docs",
            "-target", "\(Toolchain.architecture)-unknown-linux-gnu",
          ], environment: ["LANG=C.UTF-8", "PATH=/usr/bin:/bin", "TMPDIR=\(folder.path)"],
          descriptors: [-1, said.descriptor, said.descriptor])
        guard process.wait() == 0 else {
          throw Diagnostic(
            .error, "the documentation of \(module) cannot be read",
            help: "The toolchain says: \(said.text(0..<min(said.size, 2000)))")
        }
      }
      return try Files.entries(of: folder.path).sorted()
        .filter { $0.hasSuffix(".symbols.json") }
        .map { try Files.read("\(folder.path)/\($0)") }
    }
  }
}
