@_spi(Reflection) import Swift

// A value of any type is kept by what it is made of: structures and tuples by their parts, down to
// numbers, texts and arrays; an `any Layer` with the name of the type that is in it. Functions and
// objects have parts that nothing outside of their process could know: values that hold one are
// turned down.

/// How a value was kept.
private enum Form: UInt8 {
  /// Its type says how.
  case plain
  /// Part by part.
  case parts
  /// As the bytes of an enum that holds nothing but numbers.
  case cases
  /// With the name of its type, which is behind a protocol.
  case existential
}

/// Writes a value.
///
/// - Throws: `KeepingProblem` where it has parts that cannot be kept.
func keep<Value>(_ value: Value, in sink: ByteSink) throws {
  let type = type(of: value as Any)
  if type != Value.self {
    // A private type is not found by its name.
    guard let name = _mangledTypeName(type), _typeByName(name) == type else {
      throw KeepingProblem.type("\(type)")
    }
    sink.write(raw: Form.existential.rawValue)
    sink.write(name)
    return try keep(value, as: type, in: sink)
  }
  if let plain = value as? any PlainValue {
    sink.write(raw: Form.plain.rawValue)
    return try plain.write(to: sink)
  }
  let style = Mirror(reflecting: value).displayStyle
  if style == .enum {
    guard _isPOD(Value.self) else { throw KeepingProblem.type("\(type)") }
    sink.write(raw: Form.cases.rawValue)
    return try withUnsafeBytes(of: value) {
      try sink.write($0, standingFor: { try tell(value, in: sink) })
    }
  }
  guard canBeMoved(Value.self) else { throw KeepingProblem.type("\(type)") }
  var parts: [(offset: Int, type: Any.Type)] = []
  try forEachPart(of: Value.self) { parts.append(($0, $1)) }
  // Functions and pointers have no parts either.
  guard !parts.isEmpty || style == .struct || style == .tuple else {
    throw KeepingProblem.type("\(type)")
  }
  sink.write(raw: Form.parts.rawValue)
  try withUnsafeBytes(of: value) { bytes in
    for part in parts { try keepPart(part.type, at: bytes.baseAddress! + part.offset, in: sink) }
  }
}

/// Whether a value stays what it is where its bytes are moved; one with a weak reference does not, and the
/// parts of its type do not tell.
///
/// The flags stand in the type's value witnesses, which the ABI fixes: behind eight functions, the size and
/// the stride, each a word long.
private func canBeMoved(_ type: Any.Type) -> Bool {
  let metadata = unsafeBitCast(type, to: UnsafePointer<UnsafeRawPointer>.self)
  let flags = metadata[-1].load(fromByteOffset: 10 * MemoryLayout<Int>.size, as: UInt32.self)
  return flags & 0x10_0000 == 0
}

/// Writes what tells an enum's value from others: the bytes beside its parts may be anything.
private func tell<Value>(_ value: Value, in sink: ByteSink) throws {
  if let part = Mirror(reflecting: value).children.first {
    sink.write(part.label ?? "")
    let type = type(of: part.value)
    try keep(part.value, as: type, in: sink)
  } else if value is any CustomStringConvertible {
    withUnsafeBytes(of: value) { sink.write($0) }
  } else {
    sink.write("\(value)")
  }
}

/// The value of this type that comes next.
///
/// - Throws: `KeepingProblem` where it is another one.
func keptValue<Value>(in source: inout ByteSource) throws -> Value {
  guard let form = Form(rawValue: try source.read(raw: UInt8.self)) else {
    throw KeepingProblem.cutShort
  }
  switch form {
  case .plain:
    guard let type = Value.self as? any PlainValue.Type,
      let value = try type.read(from: &source) as? Value
    else { throw KeepingProblem.type("\(Value.self)") }
    return value
  case .existential:
    let name = try source.readText()
    guard let type = _typeByName(name) else { throw KeepingProblem.unknownType(name) }
    guard let value = try anyValue(type, in: &source) as? Value else {
      throw KeepingProblem.type("\(type)")
    }
    return value
  case .parts:
    let memory = UnsafeMutablePointer<Value>.allocate(capacity: 1)
    defer { memory.deallocate() }
    try forEachPart(of: Value.self) { offset, type in
      try readPart(type, to: UnsafeMutableRawPointer(memory) + offset, from: &source)
    }
    return memory.move()
  case .cases:
    let bytes = try source.read(count: MemoryLayout<Value>.size)
    return withUnsafeTemporaryAllocation(of: Value.self, capacity: 1) { memory in
      UnsafeMutableRawBufferPointer(memory).copyMemory(from: bytes)
      return memory[0]
    }
  }
}

private func keep<Dynamic>(_ value: Any, as type: Dynamic.Type, in sink: ByteSink) throws {
  guard let value = value as? Dynamic else { throw KeepingProblem.type("\(type)") }
  try keep(value, in: sink)
}

private func keepPart<Part>(
  _ type: Part.Type, at place: UnsafeRawPointer, in sink: ByteSink
) throws {
  try keep(place.load(as: type), in: sink)
}

private func readPart<Part>(
  _ type: Part.Type, to place: UnsafeMutableRawPointer, from source: inout ByteSource
) throws {
  place.initializeMemory(as: type, to: try keptValue(in: &source))
}

private func anyValue<Value>(_ type: Value.Type, in source: inout ByteSource) throws -> Any {
  let value: Value = try keptValue(in: &source)
  return value
}

/// The offsets and types of a structure's or a tuple's stored parts, in order.
private func forEachPart(
  of type: Any.Type, _ body: (_ offset: Int, _ type: Any.Type) throws -> Void
) throws {
  var problem: (any Error)?
  _forEachField(of: type) { _, offset, part, _ in
    do {
      try body(offset, part)
      return true
    } catch {
      problem = error
      return false
    }
  }
  if let problem { throw problem }
}
