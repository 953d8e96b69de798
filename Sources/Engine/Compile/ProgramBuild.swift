import Diagnostics
import NotebookFormat
import Platform

/// A program that is taken from the cache or compiled.
final class ProgramBuild {
  /// Where the program is once `finish()` has returned no errors.
  let programPath: String
  /// The toolchain it is made with.
  let toolchain: Toolchain

  private let programWarnings: [Diagnostic]
  private let compilation: Compilation?
  private let startAgain: () throws -> Compilation
  private let cache: ContentCache
  private let key: String
  private var messages: [CompilerMessage] = []

  /// Takes the program from the cache or starts the compiler.
  init(
    _ program: Program, optimized: Bool, toolchain: Toolchain, libraries: CellLibraries,
    confinement: Confinement? = nil, folder: String, cache: ContentCache, usesCache: Bool
  ) throws {
    self.toolchain = toolchain
    programWarnings = program.warnings
    self.cache = cache
    key = SHA256.hex(
      ofParts: [
        String(optimized), toolchain.identity, libraries.identity, libraries.library,
      ] + program.sources)
    if usesCache, let stored = cache.load("program", key) {
      programPath = "\(folder)/program.so"
      try Files.replace(programPath, with: stored)
      compilation = nil
      startAgain = { preconditionFailure("a program from the cache is not compiled") }
    } else {
      let modules = Self.moduleCache(
        in: cache, isForStrangers: confinement != nil, or: "\(folder)/modules")
      func start() throws -> Compilation {
        try Compilation(
          program, optimized: optimized, toolchain: toolchain, libraries: libraries,
          confinement: confinement, folder: folder, moduleCache: modules)
      }
      let compilation = try start()
      self.compilation = compilation
      programPath = compilation.programPath
      startAgain = {
        Files.remove(modules)
        return try start()
      }
    }
  }

  /// The compiler's own cache; its files hold their paths, so that a folder moved elsewhere needs new ones.
  ///
  /// - Parameter other: Where it is when the cache cannot be written.
  private static func moduleCache(
    in cache: ContentCache, isForStrangers: Bool, or other: String
  ) -> String {
    let place = SHA256.hex(of: cache.folder).prefix(8)
    let path = "\(cache.folder)/\(isForStrangers ? "modules-of-strangers" : "modules")/\(place)"
    return (try? Files.makeFolder(path)) != nil && Files.isWritable(path) ? path : other
  }

  /// Waits for the program.
  ///
  /// - Parameter fileName: The notebook's name.
  /// - Returns: The compiler's errors; the program exists where there are none.
  func finish(fileName: String) throws -> [CompilerMessage] {
    guard let compilation else { return [] }
    do {
      messages = try compilation.finish(fileName: fileName)
    } catch is DamagedModules {
      messages = try startAgain().finish(fileName: fileName)
    }
    let errors = messages.filter { $0.severity == .error }
    // A program that the compiler warns of is compiled each time, so that the warnings are told.
    if messages.isEmpty, let program = try? Files.read(programPath) {
      cache.store("program", key, program)
    }
    return errors
  }

  /// The warnings about cells that want to hear them: the program's and the compiler's.
  func warnings(for notebook: Notebook) -> [Diagnostic] {
    let compilers = messages.filter { message in
      guard message.severity == .warning, message.file == notebook.source.name else { return false }
      let cell = notebook.cells.last { $0.codePosition <= message.position }
      return cell?.options.warning ?? true
    }
    return programWarnings + compilers.map(\.diagnostic)
  }
}
