/// Named arrays in one `.npz` file, as `np.savez` writes and `np.load` reads it.
///
///     var archive = ArrayArchive()
///     archive.add(weight, as: "weight")
///     try archive.write(to: "model.npz")
///     let weight = try ArrayArchive("model.npz").tensor("weight")
///
/// The same arrays make the same bytes: the archive holds no time stamps.
public struct ArrayArchive: Sendable {
  /// The file that errors name.
  private let file: String
  /// Each array as the bytes of a `.npy` file, in the order of the archive.
  private var entries: [(name: String, bytes: [UInt8])] = []

  /// An archive without arrays, to be filled and written.
  public init() { file = "archive" }

  /// The archive in a `.npz` file, stored or deflated.
  ///
  /// - Throws: `ArrayFileError` if the file cannot be opened, is cut off, or contradicts itself.
  public init(_ path: String) throws {
    try self.init(bytes: try FileBytes.read(path), named: path)
  }

  /// The archive in the bytes of a `.npz` file.
  ///
  /// - Parameter name: What errors call the file.
  /// - Throws: `ArrayFileError` if the bytes are cut off or contradict themselves.
  public init(bytes: [UInt8], named name: String) throws {
    file = name
    do {
      entries = try ZipReader(bytes).entries().map { entry in
        (entry.name.hasSuffix(".npy") ? String(entry.name.dropLast(4)) : entry.name, entry.bytes)
      }
    } catch {
      throw ArrayFileError(file: name, problem: error)
    }
    var known = Set<String>()
    for name in names where !known.insert(name).inserted {
      throw ArrayFileError(file: file, problem: .repeatedName(name))
    }
  }

  /// The names of the arrays, in the order of the archive.
  public var names: [String] { entries.map(\.name) }

  /// The array of a name.
  ///
  /// - Throws: `ArrayFileError` if there is none, or its elements cannot be read.
  public func tensor<Scalar: TensorScalar>(
    _ name: String, as type: Scalar.Type = Scalar.self
  ) throws -> Tensor<Scalar> {
    guard let entry = entries.first(where: { $0.name == name }) else {
      throw ArrayFileError(file: file, problem: .missingArray(name: name, present: names))
    }
    return try Tensor(npyBytes: entry.bytes[...], named: "\(file)/\(name)")
  }

  /// The array of a name, as doubles where nothing says otherwise.
  ///
  /// - Throws: `ArrayFileError` if there is none, or its elements cannot be read.
  public func tensor(_ name: String) throws -> Tensor<Double> {
    try tensor(name, as: Double.self)
  }

  /// Adds an array, or replaces the one of that name.
  public mutating func add(_ tensor: Tensor<some TensorScalar>, as name: String) {
    let bytes = tensor.npyBytes
    if let index = entries.firstIndex(where: { $0.name == name }) {
      entries[index].bytes = bytes
    } else {
      entries.append((name, bytes))
    }
  }

  /// The bytes of a `.npz` file with the arrays, stored as by `np.savez`, or deflated as by
  /// `np.savez_compressed`.
  ///
  /// - Throws: `ArrayFileError` if they exceed 4 GB.
  public func bytes(compressed: Bool = false) throws -> [UInt8] {
    var writer = ZipWriter(isCompressing: compressed)
    do {
      for entry in entries { try writer.add(entry.bytes, as: entry.name + ".npy") }
      return try writer.finished()
    } catch {
      throw ArrayFileError(file: file, problem: error)
    }
  }

  /// Writes the arrays to a `.npz` file.
  ///
  /// - Throws: `ArrayFileError` if the file cannot be written; an old one is left then.
  public func write(to path: String, compressed: Bool = false) throws {
    try FileBytes.write(try bytes(compressed: compressed), to: path)
  }
}
