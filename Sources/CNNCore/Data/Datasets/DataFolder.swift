internal import Glibc

/// The folder with downloaded data, which the environment variable `NBRUN_DATA` names.
struct DataFolder {
  /// The path, or nil where the environment names none.
  let path: String?

  init(_ path: String?) { self.path = path }

  /// The folder that the environment names.
  static var current: DataFolder {
    guard let folder = getenv("NBRUN_DATA"), folder.pointee != 0 else { return DataFolder(nil) }
    return DataFolder(String(cString: folder))
  }

  /// The first of the files that is there, by names relative to the folder.
  ///
  /// Each is opened, not asked for, so that whoever watches `open` sees what was looked for.
  func first(of names: [String]) -> String? {
    guard let path else { return nil }
    return names.first { name in
      let descriptor = open("\(path)/\(name)", O_RDONLY | O_CLOEXEC | O_NONBLOCK)
      guard descriptor >= 0 else { return errno != ENOENT && errno != ENOTDIR }
      close(descriptor)
      return true
    }
  }

  /// A file of the folder, which errors call by its name in the folder.
  func stream(_ name: String) throws -> DataStream {
    try DataStream("\(path ?? "")/\(name)", named: name)
  }

  /// An array in a file of the folder.
  func idx(_ name: String) throws -> IDXFile {
    try IDXFile("\(path ?? "")/\(name)", named: name)
  }
}

extension DataFolder {
  /// All of the files, each under the first of its names that is there; nil where none is.
  ///
  /// - Throws: `DataFileError` where some are there and others are not.
  func all(_ files: [[String]]) throws -> [String]? {
    let found = files.map { first(of: $0) }
    guard let present = found.compactMap({ $0 }).first else { return nil }
    if let missing = found.firstIndex(of: nil) {
      throw DataFileError(file: files[missing][0], problem: .missingPart(needed: "'\(present)'"))
    }
    return found.compactMap { $0 }
  }
}
