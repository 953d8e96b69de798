/// The types of numbers that a `.safetensors` file may hold.
enum SafetensorsElement: String {
  case bool = "BOOL"
  case u8 = "U8"
  case i8 = "I8"
  case f8e5m2 = "F8_E5M2"
  case f8e4m3 = "F8_E4M3"
  case i16 = "I16"
  case u16 = "U16"
  case f16 = "F16"
  case bf16 = "BF16"
  case i32 = "I32"
  case u32 = "U32"
  case f32 = "F32"
  case f64 = "F64"
  case i64 = "I64"
  case u64 = "U64"

  /// How many bytes a number takes.
  var size: Int {
    switch self {
    case .bool, .u8, .i8, .f8e5m2, .f8e4m3: 1
    case .i16, .u16, .f16, .bf16: 2
    case .i32, .u32, .f32: 4
    case .f64, .i64, .u64: 8
    }
  }

  /// The numbers in the given bytes, rounded to the wanted type; nil for floats of 8 bits.
  func numbers<Scalar: TensorScalar>(_ bytes: ArraySlice<UInt8>) -> [Scalar]? {
    func read<Bits: FixedWidthInteger>(_ number: (Bits) -> Scalar) -> [Scalar] {
      (0..<bytes.count / size).map { number(bytes.littleEndian(at: $0 * size)) }
    }
    switch self {
    case .bool, .u8: return read { (bits: UInt8) in Scalar(Int(bits)) }
    case .i8: return read { (bits: UInt8) in Scalar(Int(Int8(bitPattern: bits))) }
    case .i16: return read { (bits: Int16) in Scalar(Int(bits)) }
    case .u16: return read { (bits: UInt16) in Scalar(Int(bits)) }
    case .i32: return read { (bits: Int32) in Scalar(bits) }
    case .u32: return read { (bits: UInt32) in Scalar(bits) }
    case .i64: return read { (bits: Int64) in Scalar(bits) }
    case .u64: return read { (bits: UInt64) in Scalar(bits) }
    case .f16: return read { (bits: UInt16) in Scalar(Float(Float16(bitPattern: bits))) }
    case .bf16: return read { (bits: UInt16) in Scalar(Float(bitPattern: UInt32(bits) << 16)) }
    case .f32: return read { (bits: UInt32) in Scalar(Float(bitPattern: bits)) }
    case .f64: return read { (bits: UInt64) in Scalar(Double(bitPattern: bits)) }
    case .f8e5m2, .f8e4m3: return nil
    }
  }
}
