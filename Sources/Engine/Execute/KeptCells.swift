import Platform

/// The folder in which `CellKit` keeps what cells with `cache: true` bring forth.
///
/// It holds the results of one core and one compiler; when it grows too large, those go first that were
/// not used for the longest time.
struct KeptCells: Sendable {
  private let folder: String
  private let size: Int

  /// The folder below the cache.
  ///
  /// - Parameters:
  ///   - options: Those of the run; what its cells can see of the system is part of the folder's name.
  ///   - size: How many bytes the files of all such folders may have: 4 GiB.
  /// - Returns: Nil where nothing is to be kept.
  init?(
    in cache: ContentCache, options: RunOptions, toolchain: Toolchain, libraries: CellLibraries,
    size: Int = 4 << 30
  ) {
    guard options.usesCache, options.keepsResults, options.confinement == nil else { return nil }
    let identity = SHA256.hex(
      ofParts: [toolchain.identity, libraries.identity] + options.environment)
    folder = "\(cache.folder)/cell/\(identity)"
    self.size = size
    guard (try? Files.makeFolder(folder)) != nil else { return nil }
  }

  /// Tells the cells of the folder.
  var environment: [String] { ["NBRUN_CELLS=\(folder)"] }

  /// Removes what was not used for the longest time, down to the size.
  func tidy() {
    let parent = folder.parentFolder
    let files = Files.entries(of: parent).flatMap { part in
      Files.entries(of: "\(parent)/\(part)").compactMap { Files.use(of: "\(parent)/\(part)/\($0)") }
    }
    var total = files.reduce(0) { $0 + $1.size }
    for file in files.sorted(by: { $0.lastUse < $1.lastUse }) where total > size {
      Files.remove(file.path)
      total -= file.size
    }
  }
}
