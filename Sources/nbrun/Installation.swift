import Engine
import Glibc
import Platform

/// Where the parts of this installation are, found from the executable's own place.
///
/// Installed, `bin/nbrun` has `lib/nbrun` and `share/nbrun` beside its folder; built in place, the
/// build folder has everything and the templates are at the package's root.
struct Installation {
  /// What the cells are compiled against and run by.
  let libraries: CellLibraries
  /// The folder with the page templates.
  let templates: String

  /// The installation that the running executable belongs to.
  ///
  /// - Throws: `SystemError` where parts are missing.
  static func current() throws -> Installation {
    guard let executable = Files.realPath("/proc/self/exe") else {
      throw SystemError("cannot find the nbrun executable itself")
    }
    let folder = executable.parentFolder
    let prefix = folder.parentFolder
    if Files.exists("\(prefix)/lib/nbrun/libCellKit.so") {
      let library = "\(prefix)/lib/nbrun"
      return Installation(
        libraries: CellLibraries(
          modules: "\(library)/modules", library: library, host: "\(library)/nbrun-cell"),
        templates: "\(prefix)/share/nbrun/templates")
    }
    var root = folder
    while !root.isEmpty && !Files.exists("\(root)/templates/report.html") {
      root = root.parentFolder
    }
    guard Files.exists("\(folder)/libCellKit.so"), !root.isEmpty else {
      throw SystemError("nbrun's own libraries are missing beside '\(executable)'", code: ENOENT)
    }
    return Installation(
      libraries: CellLibraries(
        modules: "\(folder)/Modules", library: folder, host: "\(folder)/nbrun-cell"),
      templates: "\(root)/templates")
  }

  /// Changes whenever a part of the installation does.
  var identity: String {
    libraries.identity
      + Files.entries(of: templates).map { Files.identity("\(templates)/\($0)") }.joined()
  }

  /// The program that confines strangers' cells.
  var confiner: String { "\(libraries.host.parentFolder)/nbrun-confine" }

  /// The folder for stored programs and results.
  static var cacheFolder: String {
    if let folder = variable("NBRUN_CACHE") { return folder }
    if let folder = variable("XDG_CACHE_HOME") { return "\(folder)/nbrun" }
    if let home = variable("HOME") { return "\(home)/.cache/nbrun" }
    return "/tmp/nbrun-cache-\(getuid())"
  }

  /// The folder for downloaded data, from the root: `NBRUN_DATA`, or `data` in the cache folder.
  static var dataFolder: String {
    let folder = variable("NBRUN_DATA") ?? "\(cacheFolder)/data"
    if let real = Files.realPath(folder) { return real }
    guard !folder.hasPrefix("/"), let current = Files.realPath(".") else { return folder }
    return "\(current)/\(folder)"
  }

  /// An environment variable, or nil where it is missing or empty.
  static func variable(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}
