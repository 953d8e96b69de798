import Diagnostics
import Platform

/// What keeps a stranger's cells from doing harm: the program `nbrun-confine` around the compiler, the
/// linker and the cells.
///
/// They read the toolchain, nbrun's own libraries and the files named here, and write to a temporary
/// folder; they reach no network, start no program, and have bounded time, memory and files.
public struct Confinement: Sendable {
  /// The path of `nbrun-confine`.
  public var program: String
  /// Files and folders that the cells may read beside the libraries.
  public var readable: [String] = []
  /// Files that are copied into the folder in which the cells run, under these names.
  public var files: [(name: String, path: String)] = []
  /// The seconds of processor time that all cells together may use.
  public var processorTime = 120
  /// The bytes that a single file may have.
  public var fileSize = 32 << 20
  /// The bytes that all files together may have beside the copied ones.
  public var folderSize = 64 << 20

  /// A confinement with the default limits.
  public init(program: String) {
    self.program = program
  }

  /// What the compiler and the cells read of the system: its libraries and the list of processors.
  private static let system = [
    "/usr/lib", "/lib", "/lib64", "/usr/lib64", "/etc/ld.so.cache", "/usr/share/zoneinfo",
    "/sys/devices/system/cpu", "/proc/cpuinfo", "/proc/meminfo", "/dev/null", "/dev/urandom",
  ]

  /// Makes sure that this system can confine programs.
  ///
  /// - Throws: A diagnostic that says what it lacks.
  public func check() throws {
    let said = try MemoryFile()
    let command = command(
      "/bin/true", [], readable: ["/bin", "/usr/bin"], writable: [], memory: 1 << 28)
    let trial = try ChildProcess(
      command.path, command.arguments, environment: [], descriptors: [-1, -1, said.descriptor])
    guard trial.wait() == 0 else {
      throw Diagnostic(
        .error, "strangers' notebooks cannot be run safely here",
        help:
          "The system says: \(said.text(0..<said.size).split(separator: "\n").last ?? "nothing")"
          + ". Use Linux 5.13 or later with Landlock enabled.")
    }
  }

  /// A command that runs another one confined.
  ///
  /// - Parameters:
  ///   - readable: What it may read beside the system's libraries.
  ///   - writable: The folders in which it may write.
  ///   - memory: The bytes of memory it may use.
  func command(
    _ path: String, _ arguments: [String], readable: [String], writable: [String], memory: Int
  ) -> (path: String, arguments: [String]) {
    var words: [String] = []
    for path in Self.system + readable { words += ["--read", path] }
    for folder in writable { words += ["--write", folder] }
    words += ["--cpu", String(processorTime), "--memory", String(memory)]
    words += ["--file-size", String(fileSize), "--", path]
    return (program, words + arguments)
  }
}
