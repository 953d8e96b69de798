/// The elements of a `.npy` file, by their type.
enum NPYElements {
  /// The elements as numbers, rounded to nearest where the type holds more digits.
  ///
  /// The bytes are as many as the type and `count` need.
  static func decoded<Scalar: TensorScalar>(
    _ bytes: ArraySlice<UInt8>, type: NPYType, count: Int, as scalar: Scalar.Type
  ) -> [Scalar] {
    switch type.kind {
    case .boolean: bytes.map { $0 == 0 ? 0 : 1 }
    case .signed(8): numbers(bytes, type, count, UInt8.self) { Scalar(Int8(bitPattern: $0)) }
    case .signed(16): numbers(bytes, type, count, UInt16.self) { Scalar(Int16(bitPattern: $0)) }
    case .signed(32): numbers(bytes, type, count, UInt32.self) { Scalar(Int32(bitPattern: $0)) }
    case .signed: numbers(bytes, type, count, UInt64.self) { Scalar(Int64(bitPattern: $0)) }
    case .unsigned(8): numbers(bytes, type, count, UInt8.self) { Scalar($0) }
    case .unsigned(16): numbers(bytes, type, count, UInt16.self) { Scalar($0) }
    case .unsigned(32): numbers(bytes, type, count, UInt32.self) { Scalar($0) }
    case .unsigned: numbers(bytes, type, count, UInt64.self) { Scalar($0) }
    case .float(16):
      numbers(bytes, type, count, UInt16.self) { Scalar(Float(Float16(bitPattern: $0))) }
    case .float(32): numbers(bytes, type, count, UInt32.self) { Scalar(Float(bitPattern: $0)) }
    case .float: numbers(bytes, type, count, UInt64.self) { Scalar(Double(bitPattern: $0)) }
    }
  }

  private static func numbers<Bits: FixedWidthInteger, Scalar>(
    _ bytes: ArraySlice<UInt8>, _ type: NPYType, _ count: Int, _ bits: Bits.Type,
    _ convert: (Bits) -> Scalar
  ) -> [Scalar] {
    bytes.withUnsafeBytes { buffer in
      (0..<count).map { index in
        let raw = buffer.loadUnaligned(fromByteOffset: index * Bits.bitWidth / 8, as: Bits.self)
        return convert(type.isBigEndian ? Bits(bigEndian: raw) : Bits(littleEndian: raw))
      }
    }
  }
}

/// A type of elements, such as `<f8`.
struct NPYType: Equatable {
  enum Kind: Equatable {
    case boolean
    case signed(Int)
    case unsigned(Int)
    case float(Int)
  }

  let kind: Kind
  let isBigEndian: Bool

  /// The type with NumPy's name, if it is one that can be read.
  init?(_ name: String) {
    var letters = Array(name)
    guard letters.count == 3 || letters.count == 2 else { return nil }
    let order = letters.count == 3 ? letters.removeFirst() : "="
    guard "<>=|".contains(order), let size = letters[1].wholeNumberValue else { return nil }
    switch (letters[0], size) {
    case ("b", 1): kind = .boolean
    case ("i", 1), ("i", 2), ("i", 4), ("i", 8): kind = .signed(8 * size)
    case ("u", 1), ("u", 2), ("u", 4), ("u", 8): kind = .unsigned(8 * size)
    case ("f", 2), ("f", 4), ("f", 8): kind = .float(8 * size)
    default: return nil
    }
    isBigEndian = order == ">"
  }

  /// The bytes of an element.
  var size: Int {
    switch kind {
    case .boolean: 1
    case .signed(let bits), .unsigned(let bits), .float(let bits): bits / 8
    }
  }
}
