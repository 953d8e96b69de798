import Platform

/// The C modules that the core and the kit import for themselves.
///
/// The compiler looks for them whenever a cell imports the core, although cells cannot use them. Empty
/// modules of their names satisfy it, without the libraries' headers.
enum CoreImports {
  private static let names = ["CoreKernels", "CorePictures", "Czlib", "Cxxhash"]

  /// A folder in which the compiler finds the modules.
  ///
  /// - Parameter cache: The compiler's own cache, in which the folder is made.
  /// - Throws: `SystemError` where it cannot be written.
  static func folder(in cache: String) throws -> String {
    let folder = "\(cache)/core-imports"
    let map = Array(names.map { "module \($0) {}\n" }.joined().utf8)
    let path = "\(folder)/module.modulemap"
    if (try? Files.read(path)) != map {
      try Files.makeFolder(folder)
      try Files.replace(path, with: map)
    }
    return folder
  }
}
