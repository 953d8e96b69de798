extension Tensor {
  /// The array in an IDX file, the format of MNIST, plain or compressed by gzip.
  ///
  /// - Shapes: That of the file; the numbers are as they are stored, images 0 … 255.
  /// - Throws: `DataFileError` where the file cannot be opened, is none, is cut off or goes on after
  ///   its end.
  public init(idx path: String) throws {
    let file = try IDXFile(path)
    self.init(unchecked: file.shape, file.numbers())
  }
}

extension IDXFile {
  /// The numbers in another type, rounded to nearest.
  func numbers<Scalar: TensorScalar>() -> [Scalar] {
    switch element {
    case .unsignedByte: scaled(bytes, by: 1)
    case .signedByte: bytes.map { Scalar(Int8(bitPattern: $0)) }
    case .short: words(UInt16.self).map { Scalar(Int16(bitPattern: $0)) }
    case .integer: words(UInt32.self).map { Scalar(Int32(bitPattern: $0)) }
    case .float: words(UInt32.self).map { Scalar(Float(bitPattern: $0)) }
    case .double: words(UInt64.self).map { Scalar(Double(bitPattern: $0)) }
    }
  }

  private func words<Word: FixedWidthInteger & UnsignedInteger>(_ type: Word.Type) -> [Word] {
    stride(from: 0, to: bytes.count, by: element.size).map { start in
      bytes[start..<start + element.size].reduce(0) { $0 << 8 | Word($1) }
    }
  }
}

/// Each byte divided by a number, such as 255.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
func scaled<Scalar: TensorScalar>(_ bytes: [UInt8], by divisor: Scalar) -> [Scalar] {
  let values = (0...255).map { Scalar($0) / divisor }
  return [Scalar](unsafeUninitializedCapacity: bytes.count) { target, count in
    values.withUnsafeBufferPointer { values in
      bytes.withUnsafeBufferPointer { bytes in
        for i in bytes.indices { (target.baseAddress! + i).initialize(to: values[Int(bytes[i])]) }
      }
    }
    count = bytes.count
  }
}
