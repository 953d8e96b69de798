/// The header of a `.npy` file: a Python dictionary with three keys.
///
/// The format is https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html.
struct NPYHeader: Equatable {
  /// The type of the elements, such as `<f8`.
  var type: String
  /// Whether the first axis varies fastest.
  var isFortranOrder: Bool
  var shape: [Int]

  /// The header as NumPy writes it: with blanks so that the first axis may grow in place, and the
  /// data begins at a multiple of 64.
  var bytes: [UInt8] {
    let lengths = shape.map { "\($0)" }
    let tuple = lengths.joined(separator: ", ") + (shape.count == 1 ? "," : "")
    var text = "{'descr': '\(type)', 'fortran_order': \(isFortranOrder ? "True" : "False"), "
    text += "'shape': (\(tuple)), }"
    let growing = isFortranOrder ? lengths.last : lengths.first
    if let growing { text += String(repeating: " ", count: max(0, 21 - growing.utf8.count)) }
    let isLong = text.utf8.count + 1 + 64 > 0xffff
    let prefix = isLong ? 12 : 10
    text += String(repeating: " ", count: 64 - (prefix + text.utf8.count + 1) % 64) + "\n"
    var bytes: [UInt8] = [0x93] + Array("NUMPY".utf8) + [isLong ? 2 : 1, 0]
    if isLong {
      bytes.appendLittleEndian(UInt32(text.utf8.count))
    } else {
      bytes.appendLittleEndian(UInt16(text.utf8.count))
    }
    return bytes + Array(text.utf8)
  }
}

/// Reads the dictionary of a header, a small part of Python's literals.
struct NPYHeaderReader {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// The header; what cannot be read is thrown.
  mutating func header() throws(ArrayFileError.Problem) -> NPYHeader {
    var type: String?
    var isFortranOrder: Bool?
    var shape: [Int]?
    try expect("{")
    while !take("}") {
      let start = position
      let key = try string()
      try expect(":")
      switch key {
      case "descr" where type == nil: type = try typeName()
      case "fortran_order" where isFortranOrder == nil: isFortranOrder = try boolean()
      case "shape" where shape == nil: shape = try tuple()
      default:
        throw malformed("the keys 'descr', 'fortran_order' and 'shape', each once", at: start)
      }
      if !take(",") {
        try expect("}")
        break
      }
    }
    guard let type, let isFortranOrder, let shape else {
      throw malformed("the keys 'descr', 'fortran_order' and 'shape', each once", at: position)
    }
    skipBlanks()
    if position != bytes.endIndex { throw malformed("nothing more", at: position) }
    return NPYHeader(type: type, isFortranOrder: isFortranOrder, shape: shape)
  }
}

extension NPYHeaderReader {
  private mutating func string() throws(ArrayFileError.Problem) -> String {
    skipBlanks()
    guard position < bytes.endIndex, [0x22, 0x27].contains(bytes[position]),
      let end = bytes[(position + 1)...].firstIndex(of: bytes[position])
    else { throw malformed("a string", at: position) }
    defer { position = end + 1 }
    return String(decoding: bytes[position + 1..<end], as: UTF8.self)
  }

  private mutating func typeName() throws(ArrayFileError.Problem) -> String {
    skipBlanks()
    // The fields of a structured array.
    if take("[") { throw .unsupportedType("with several fields") }
    return try string()
  }

  private mutating func boolean() throws(ArrayFileError.Problem) -> Bool {
    if take("True") { return true }
    if take("False") { return false }
    throw malformed("True or False", at: position)
  }

  private mutating func tuple() throws(ArrayFileError.Problem) -> [Int] {
    try expect("(")
    var lengths: [Int] = []
    while !take(")") {
      lengths.append(try number())
      if lengths.count > 64 { throw malformed("at most 64 axes", at: position) }
      if !take(",") {
        try expect(")")
        break
      }
    }
    return lengths
  }

  private mutating func number() throws(ArrayFileError.Problem) -> Int {
    skipBlanks()
    let digits = bytes[position...].prefix { (0x30...0x39).contains($0) }
    guard let number = Int(String(decoding: digits, as: UTF8.self)) else {
      throw malformed("a length below 2⁶³", at: position)
    }
    position = digits.endIndex
    // Python 2 marked long numbers.
    _ = take("L")
    return number
  }

  private mutating func expect(_ text: String) throws(ArrayFileError.Problem) {
    if !take(text) { throw malformed("'\(text)'", at: position) }
  }

  private mutating func take(_ text: String) -> Bool {
    skipBlanks()
    guard bytes[position...].starts(with: text.utf8) else { return false }
    position += text.utf8.count
    return true
  }

  private mutating func skipBlanks() {
    while position < bytes.endIndex, [0x20, 0x09, 0x0a].contains(bytes[position]) { position += 1 }
  }

  private func malformed(_ expected: String, at place: Int) -> ArrayFileError.Problem {
    .malformedHeader(expected: expected, offset: place - bytes.startIndex)
  }
}

extension ArrayFileError.Problem: Error {}
