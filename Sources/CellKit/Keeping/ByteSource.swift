/// Hands out the bytes that a `ByteSink` took, in their order.
struct ByteSource {
  private let bytes: UnsafeRawBufferPointer
  private var offset = 0

  /// The given bytes, from the first.
  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  /// Whether all was read.
  var isAtEnd: Bool { offset == bytes.count }

  /// The next bytes.
  ///
  /// - Throws: `KeepingProblem` where there are not so many.
  mutating func read(count: Int) throws -> UnsafeRawBufferPointer {
    guard count >= 0, bytes.count - offset >= count else { throw KeepingProblem.cutShort }
    defer { offset += count }
    return UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count])
  }

  /// A number, a structure of numbers or the like.
  mutating func read<Value: BitwiseCopyable>(raw type: Value.Type) throws -> Value {
    try read(count: MemoryLayout<Value>.size).loadUnaligned(as: type)
  }

  /// A text.
  mutating func readText() throws -> String {
    String(decoding: try read(count: try read(raw: Int.self)), as: UTF8.self)
  }
}
