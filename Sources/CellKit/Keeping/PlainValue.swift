/// A value that says by itself how it is kept: numbers, texts, and what holds other values in a row.
protocol PlainValue {
  /// Writes the value.
  func write(to sink: ByteSink) throws
  /// The value that was written.
  static func read(from source: inout ByteSource) throws -> Self
}

/// A value whose bytes in memory are all there is to it.
protocol RawValue: PlainValue, BitwiseCopyable {}

extension RawValue {
  func write(to sink: ByteSink) { sink.write(raw: self) }

  static func read(from source: inout ByteSource) throws -> Self { try source.read(raw: Self.self) }
}

extension Int: RawValue {}
extension Int8: RawValue {}
extension Int16: RawValue {}
extension Int32: RawValue {}
extension Int64: RawValue {}
extension Int128: RawValue {}
extension UInt: RawValue {}
extension UInt8: RawValue {}
extension UInt16: RawValue {}
extension UInt32: RawValue {}
extension UInt64: RawValue {}
extension UInt128: RawValue {}
extension Float: RawValue {}
extension Double: RawValue {}
extension Bool: RawValue {}

extension String: PlainValue {
  func write(to sink: ByteSink) { sink.write(self) }

  static func read(from source: inout ByteSource) throws -> String { try source.readText() }
}

extension Character: PlainValue {
  func write(to sink: ByteSink) { sink.write(String(self)) }

  static func read(from source: inout ByteSource) throws -> Character {
    Character(try source.readText())
  }
}

extension Optional: PlainValue {
  func write(to sink: ByteSink) throws {
    sink.write(raw: self != nil)
    if let value = self { try keep(value, in: sink) }
  }

  static func read(from source: inout ByteSource) throws -> Wrapped? {
    guard try source.read(raw: Bool.self) else { return nil }
    let value: Wrapped = try keptValue(in: &source)
    return value
  }
}

extension Array: PlainValue {
  func write(to sink: ByteSink) throws {
    sink.write(raw: count)
    if Element.self is any RawValue.Type {
      withUnsafeBytes { sink.write($0) }
    } else {
      for element in self { try keep(element, in: sink) }
    }
  }

  static func read(from source: inout ByteSource) throws -> [Element] {
    let count = try source.read(raw: Int.self)
    if Element.self is any RawValue.Type {
      let bytes = try source.read(count: count * MemoryLayout<Element>.stride)
      return [Element](unsafeUninitializedCapacity: count) { buffer, initialized in
        UnsafeMutableRawBufferPointer(buffer).copyMemory(from: bytes)
        initialized = count
      }
    }
    var elements: [Element] = []
    for _ in 0..<count {
      let element: Element = try keptValue(in: &source)
      elements.append(element)
    }
    return elements
  }
}
