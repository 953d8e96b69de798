import Diagnostics
import Glibc
import Platform

/// A compilation under way: a `swift-frontend` for each file makes an object file, `ld.lld` of these a
/// loadable program.
final class Compilation {
  /// Where the program is once `finish()` has returned.
  let programPath: String

  private let folder: String
  private let toolchain: Toolchain
  private let libraries: CellLibraries
  private let confinement: Confinement?
  private let compilers: [(process: ChildProcess, messages: MemoryFile)]
  private let sources: [String]
  private let objects: [String]

  /// Starts to compile.
  ///
  /// - Parameters:
  ///   - program: What to compile.
  ///   - folder: A folder of its own for the files that arise.
  ///   - confinement: What confines compiler and linker, if anything.
  ///   - moduleCache: Where the compiler keeps its own cache.
  /// - Throws: `SystemError` where a file cannot be written or the compiler not be started.
  init(
    _ program: Program, optimized: Bool, toolchain: Toolchain, libraries: CellLibraries,
    confinement: Confinement?, folder: String, moduleCache: String
  ) throws {
    self.folder = folder
    self.toolchain = toolchain
    self.libraries = libraries
    self.confinement = confinement
    programPath = "\(folder)/program.so"
    let names = program.sources.count == 1 ? ["main"] : ["first", "second"]
    let sources = names.map { "\(folder)/\($0).swift" }
    self.sources = sources
    objects = names.map { "\(folder)/\($0).o" }
    for (path, source) in zip(sources, program.sources) {
      try Files.replace(path, with: Array(source.utf8))
    }
    try Files.makeFolder(moduleCache)
    let imports = try CoreImports.folder(in: moduleCache)
    compilers = try zip(sources, objects).map { source, object in
      let messages = try MemoryFile()
      let command = Self.command(
        "\(toolchain.binaries)/swift-frontend",
        ["-frontend", "-c"] + sources.flatMap { $0 == source ? ["-primary-file", $0] : [$0] } + [
          "-o", object, "-module-name", "notebook", "-swift-version", "5",
          optimized ? "-O" : "-Onone", "-gline-tables-only", "-file-compilation-dir", "/",
          "-empty-abi-descriptor", "-sil-verify-none", "-disable-llvm-verify",
          "-disable-incremental-llvm-codegen", "-I", libraries.modules, "-I", imports,
          "-module-cache-path", moduleCache, "-disable-objc-interop",
          "-diagnostic-style", "llvm", "-no-color-diagnostics",
        ]
          + (program.isScript ? [] : ["-parse-as-library"]),
        confinement: confinement, toolchain: toolchain, libraries: libraries,
        writable: [folder, moduleCache])
      let process = try ChildProcess(
        command.path, command.arguments,
        environment: ["LANG=C.UTF-8", "PATH=/usr/bin:/bin", "TMPDIR=\(folder)", Self.largePages],
        descriptors: [-1, messages.descriptor, messages.descriptor])
      return (process, messages)
    }
  }

  deinit {
    // Where nobody waits for it any more, nothing is to be written to the folder either.
    for (process, _) in compilers where !process.hasEnded() {
      process.end()
      process.wait()
    }
  }

  /// Waits for the compiler and links.
  ///
  /// - Parameter fileName: The notebook's name, which the messages bear.
  /// - Returns: What the compiler said, warnings and errors; the program exists unless there is an
  ///   error among them.
  /// - Throws: A diagnostic where the compiler or the linker itself fails, `DamagedModules`.
  func finish(fileName: String) throws -> [CompilerMessage] {
    var said: [CompilerMessage] = []
    for (process, messages) in compilers {
      let code = process.wait()
      let text = messages.text(0..<messages.size)
      // What both files need, both compilers tell of.
      let new = CompilerMessage.messages(in: text, about: [fileName] + sources)
        .filter { !said.contains($0) }
      said += new
      if code != 0, text.contains(" is not a valid module file") { throw DamagedModules() }
      guard code == 0 || said.contains(where: { $0.severity == .error }) else {
        throw Diagnostic(
          .error, "the Swift compiler failed with exit code \(code)",
          help: text.isEmpty ? nil : "It said: \(text.suffix(2000))")
      }
    }
    if said.contains(where: { $0.severity == .error }) { return said }
    try link()
    return said
  }
}

/// The compiler cannot read what it has kept, as after a loss of power.
struct DamagedModules: Error {}

extension Compilation {
  private func link() throws {
    let messages = try MemoryFile()
    let architecture = "\(toolchain.libraries)/\(Toolchain.architecture)/swiftrt.o"
    let command = Self.command(
      "\(toolchain.binaries)/ld.lld",
      [
        "-shared", "-o", programPath, architecture,
      ] + objects + [
        "-L", libraries.library, "-L", toolchain.libraries, "-lCellKit", "-lswiftCore",
        "-rpath", libraries.library, "-rpath", toolchain.libraries,
      ] + importedLibraries(),
      confinement: confinement, toolchain: toolchain, libraries: libraries, writable: [folder])
    let linker = try ChildProcess(
      command.path, command.arguments, environment: [],
      descriptors: [-1, messages.descriptor, messages.descriptor])
    guard linker.wait() == 0 else {
      throw Diagnostic(
        .error, "the linker failed", help: "It said: \(messages.text(0..<messages.size))")
    }
  }

  /// Lets the compiler's memory grow in large pages and steps: three times fewer page faults.
  private static let largePages =
    "GLIBC_TUNABLES=glibc.malloc.hugetlb=1:glibc.malloc.top_pad=67108864"

  /// A tool's command line, confined where the program's author is a stranger.
  private static func command(
    _ tool: String, _ arguments: [String], confinement: Confinement?, toolchain: Toolchain,
    libraries: CellLibraries, writable: [String]
  ) -> (path: String, arguments: [String]) {
    guard let confinement else { return (tool, arguments) }
    return confinement.command(
      tool, arguments,
      readable: [toolchain.folder, "/usr/include", libraries.modules, libraries.library],
      writable: writable, memory: 4 << 30)
  }

  /// The toolchain's libraries that the object file asks for, such as `-lFoundation`.
  private func importedLibraries() -> [String] {
    // A program with imports of its own has one object.
    guard let object = objects.first.flatMap({ try? Files.read($0) }) else { return [] }
    return object.split(separator: 0).filter { $0.starts(with: Array("-l".utf8)) }
      .map { String(decoding: $0, as: UTF8.self) }
      .filter { Files.exists("\(toolchain.libraries)/lib\($0.dropFirst(2)).so") }
  }
}

extension Toolchain {
  /// The processor's name in the toolchain's folders.
  static var architecture: String {
    #if arch(arm64)
      "aarch64"
    #else
      "x86_64"
    #endif
  }
}
