extension Tensor {
  /// The array of a `.npy` file, as `np.load(path)`.
  ///
  /// Versions 1 to 3, C and Fortran order and both byte orders are read. Elements of type b1, i1 to
  /// i8, u1 to u8 and f2 to f8 become this tensor's, rounded to nearest where they hold more digits.
  ///
  /// - Throws: `ArrayFileError` if the file cannot be opened, is cut off, or contradicts itself.
  public init(npy path: String) throws {
    try self.init(npyBytes: try FileBytes.read(path)[...], named: path)
  }

  /// The array of a `.npy` file's bytes.
  ///
  /// - Parameter name: What errors call the file.
  /// - Throws: `ArrayFileError` if the bytes are cut off or contradict themselves.
  public init(npyBytes bytes: ArraySlice<UInt8>, named name: String) throws {
    do {
      self = try Tensor.decoded(bytes)
    } catch {
      throw ArrayFileError(file: name, problem: error)
    }
  }

  /// The bytes of a `.npy` file with this array, the same as NumPy's.
  public var npyBytes: [UInt8] {
    let type = Scalar.self == Float.self ? "<f4" : "<f8"
    var bytes = NPYHeader(type: type, isFortranOrder: false, shape: shape).bytes
    if let numbers = scalars as? [Float] {
      numbers.map(\.bitPattern.littleEndian).withUnsafeBytes { bytes += $0 }
    } else {
      scalars.map { Double($0).bitPattern.littleEndian }.withUnsafeBytes { bytes += $0 }
    }
    return bytes
  }

  /// Writes the array to a `.npy` file, as `np.save(path, array)`.
  ///
  /// - Throws: `ArrayFileError` if the file cannot be written; an old one is left then.
  public func write(npy path: String) throws { try FileBytes.write(npyBytes, to: path) }
}

extension Tensor {
  private static func decoded(_ bytes: ArraySlice<UInt8>) throws(ArrayFileError.Problem) -> Tensor {
    guard bytes.starts(with: [0x93] + Array("NUMPY".utf8)), bytes.count >= 10 else {
      throw .noArrayFile
    }
    let major = Int(bytes[bytes.startIndex + 6])
    let minor = Int(bytes[bytes.startIndex + 7])
    guard (1...3).contains(major) && minor == 0 else {
      throw .unknownVersion(major: major, minor: minor)
    }
    let prefix = major == 1 ? 10 : 12
    guard bytes.count >= prefix else { throw .truncatedHeader(announced: 4, present: 2) }
    let length =
      major == 1
      ? Int(bytes.littleEndian(at: 8, as: UInt16.self))
      : Int(bytes.littleEndian(at: 8, as: UInt32.self))
    let rest = bytes.dropFirst(prefix)
    guard rest.count >= length else {
      throw .truncatedHeader(announced: length, present: rest.count)
    }
    var reader = NPYHeaderReader(rest.prefix(length))
    return try decoded(rest.dropFirst(length), try reader.header())
  }

  /// The elements after a header; nothing is allocated before their length is known to be right.
  private static func decoded(
    _ data: ArraySlice<UInt8>, _ header: NPYHeader
  ) throws(ArrayFileError.Problem) -> Tensor {
    guard let type = NPYType(header.type) else { throw .unsupportedType("'\(header.type)'") }
    var size = type.size
    for length in header.shape where length != 0 {
      let (product, overflow) = size.multipliedReportingOverflow(by: length)
      guard !overflow else { throw .tooManyElements(shape: header.shape) }
      size = product
    }
    if header.shape.contains(0) { size = 0 }
    guard data.count == size else {
      throw .wrongLength(
        shape: header.shape, elementSize: type.size, expected: size, present: data.count)
    }
    let scalars = NPYElements.decoded(
      data, type: type, count: size / type.size, as: Scalar.self)
    if !header.isFortranOrder { return Tensor(unchecked: header.shape, scalars) }
    return Tensor(unchecked: header.shape.reversed(), scalars).transposed()
  }
}
