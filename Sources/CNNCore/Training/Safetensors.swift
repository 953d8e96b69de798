/// Named tensors in a `.safetensors` file (https://github.com/huggingface/safetensors): the length of a
/// header in JSON, the header with each tensor's type, shape and place, and the numbers.
///
/// The same tensors make the same bytes. A file is checked whole before anything of it is used.
public struct Safetensors: Sendable {
  /// Why a file cannot be read or written.
  public struct Problem: Error, Hashable, CustomStringConvertible {
    /// The file and what is wrong with it, as one sentence.
    public let description: String
  }

  /// A tensor as it lies in the file.
  struct Entry: Hashable {
    var name: String
    var type: String
    var shape: [Int]
    var range: Range<Int>
  }

  private let file: String
  private let entries: [Entry]
  private let data: ArraySlice<UInt8>

  /// The names of the tensors, in the order of the file's header.
  public var names: [String] { entries.map(\.name) }

  /// The tensors in a file.
  ///
  /// - Throws: `Problem` where the file cannot be read, is cut off or contradicts itself.
  public init(_ path: String) throws {
    let bytes: [UInt8]
    do {
      bytes = try FileBytes.read(path)
    } catch {
      throw Problem(description: "\(error)")
    }
    try self.init(bytes: bytes, named: path)
  }

  /// The tensors in the bytes of a file.
  ///
  /// - Parameter name: What messages call the file.
  /// - Throws: `Problem` where the bytes are cut off or contradict themselves.
  public init(bytes: [UInt8], named name: String) throws {
    func problem(_ words: String) -> Problem { Problem(description: "'\(name)' \(words)") }
    guard bytes.count >= 8 else {
      throw problem("is no .safetensors file: it has \(bytes.count) bytes")
    }
    guard bytes.count == 8 || bytes[8] == UInt8(ascii: "{") else {
      throw problem(
        "is no .safetensors file: no '{' follows its first 8 bytes, which say where a header ends")
    }
    let length: UInt64 = bytes[0..<8].littleEndian(at: 0)
    guard length <= UInt64(bytes.count - 8) else {
      throw problem(
        "is cut off: its header has \(length) bytes, and \(bytes.count - 8) follow its length")
    }
    let headerEnd = 8 + Int(length)
    var parser = SafetensorsHeader(bytes[8..<headerEnd])
    guard let found = parser.entries() else {
      throw problem("has a header that cannot be read, at its byte \(parser.position - 8)")
    }
    file = name
    data = bytes[headerEnd...]
    entries = found
    try check()
  }

  private func check() throws {
    func problem(_ words: String) -> Problem { Problem(description: "'\(file)' \(words)") }
    var end = 0
    var known: Set<String> = []
    // By both ends, since an empty tensor begins where the next one does.
    let inOrder = entries.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    for entry in inOrder {
      guard known.insert(entry.name).inserted else {
        throw problem("has two tensors '\(entry.name)'")
      }
      guard let size = SafetensorsElement(rawValue: entry.type)?.size else {
        throw problem("has tensor '\(entry.name)' of unknown type '\(entry.type)'")
      }
      var bytes = size
      for length in entry.shape {
        let (product, overflow) = bytes.multipliedReportingOverflow(by: length)
        guard length >= 0, !overflow else {
          throw problem("has tensor '\(entry.name)' of impossible shape \(entry.shape)")
        }
        bytes = product
      }
      guard entry.range.count == bytes else {
        throw problem(
          "has tensor '\(entry.name)' of shape \(entry.shape) and type \(entry.type), which takes "
            + "\(bytes) bytes, at a place of \(entry.range.count)")
      }
      guard entry.range.lowerBound == end else {
        throw problem("has tensor '\(entry.name)' where another one lies, or after a gap")
      }
      end = entry.range.upperBound
    }
    guard end == data.count else {
      throw problem(
        "is \(end < data.count ? "too long" : "cut off"): its tensors take \(end) bytes, "
          + "and \(data.count) follow its header")
    }
  }

  /// The tensor of a name, converted where the file holds another type: floats of 16 to 64 bits, integers
  /// and truth values.
  ///
  /// - Throws: `Problem` where there is none, or one of a type that cannot be read.
  public func tensor<Scalar: TensorScalar>(
    _ name: String, as type: Scalar.Type = Scalar.self
  ) throws -> Tensor<Scalar> {
    guard let entry = entries.first(where: { $0.name == name }) else {
      let present = names.map { "'\($0)'" }.joined(separator: ", ")
      throw Problem(description: "'\(file)' has no tensor '\(name)'; it has \(present)")
    }
    let bytes = data.dropFirst(entry.range.lowerBound).prefix(entry.range.count)
    guard let scalars: [Scalar] = SafetensorsElement(rawValue: entry.type)?.numbers(bytes) else {
      throw Problem(
        description: "'\(file)' has tensor '\(name)' of type \(entry.type), which cannot be read")
    }
    return Tensor(shape: entry.shape, scalars: scalars)
  }

  /// The tensor of a name, as doubles where nothing says otherwise.
  ///
  /// - Throws: `Problem` where there is none, or one of a type that cannot be read.
  public func tensor(_ name: String) throws -> Tensor<Double> {
    try tensor(name, as: Double.self)
  }

  /// Writes a file with the given tensors, in their order. A failed write leaves the former file.
  ///
  ///     try Safetensors.write([("weight", weight), ("bias", bias)], to: "layer.safetensors")
  ///
  /// - Throws: `ArrayFileError` where the file cannot be written.
  /// - Precondition: No name is given twice.
  public static func write<Scalar: TensorScalar>(
    _ tensors: [(name: String, tensor: Tensor<Scalar>)], to path: String
  ) throws {
    try FileBytes.write(bytes(tensors), to: path)
  }

  /// The bytes of a file with the given tensors, in their order.
  ///
  /// - Precondition: No name is given twice.
  public static func bytes<Scalar: TensorScalar>(
    _ tensors: [(name: String, tensor: Tensor<Scalar>)]
  ) -> [UInt8] {
    let size = Scalar.self == Float.self ? 4 : 8
    var header: [String] = []
    var data: [UInt8] = []
    var names: Set<String> = []
    for (name, tensor) in tensors {
      require(names.insert(name).inserted, "Safetensors: the name '\(name)' is given twice")
      let end = data.count + tensor.count * size
      header.append(
        "\(SafetensorsHeader.quoted(name)):{\"dtype\":\"F\(size * 8)\",\"shape\":["
          + tensor.shape.map(String.init).joined(separator: ",")
          + "],\"data_offsets\":[\(data.count),\(end)]}")
      data.reserveCapacity(end)
      for scalar in tensor.scalars {
        if size == 4 {
          data.appendLittleEndian(Float(scalar).bitPattern)
        } else {
          data.appendLittleEndian(Double(scalar).bitPattern)
        }
      }
    }
    var text = Array("{\(header.joined(separator: ","))}".utf8)
    while text.count % 8 != 0 { text.append(UInt8(ascii: " ")) }
    var bytes: [UInt8] = []
    bytes.appendLittleEndian(UInt64(text.count))
    return bytes + text + data
  }
}
