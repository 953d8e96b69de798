/// An array in the IDX format: a magic number, the length of each axis, the numbers, all big-endian.
///
/// Source: Y. LeCun, C. Cortes, C. Burges, *The MNIST database of handwritten digits* (1998),
/// http://yann.lecun.com/exdb/mnist.
struct IDXFile {
  /// The type of the numbers by its code.
  enum Element: UInt8 {
    case unsignedByte = 0x08
    case signedByte = 0x09
    case short = 0x0b
    case integer = 0x0c
    case float = 0x0d
    case double = 0x0e

    var size: Int {
      switch self {
      case .unsignedByte, .signedByte: 1
      case .short: 2
      case .integer, .float: 4
      case .double: 8
      }
    }
  }

  let name: String
  let element: Element
  let shape: [Int]
  let bytes: [UInt8]

  /// Reads a file, plain or compressed by gzip.
  ///
  /// The lengths are checked against the file's before room for the numbers is made.
  init(_ path: String, named name: String? = nil) throws {
    let stream = try DataStream(path, named: name)
    self.name = stream.name
    let start = try stream.read(4)
    guard start.count == 4, start[0] == 0, start[1] == 0 else {
      throw stream.error(.noIDXFile(start: start))
    }
    guard let element = Element(rawValue: start[2]) else {
      throw stream.error(.unknownIDXType(code: start[2]))
    }
    self.element = element
    let header = 4 + 4 * Int(start[3])
    let lengths = try stream.read(header - 4)
    guard lengths.count == header - 4 else {
      throw stream.error(.cutHeader(present: 4 + lengths.count, expected: header))
    }
    let shape = (0..<Int(start[3])).map { axis in
      lengths[4 * axis..<4 * axis + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    self.shape = shape
    var size = element.size
    for length in shape {
      let (product, isTooMuch) = size.multipliedReportingOverflow(by: length)
      guard !isTooMuch, product < 1 << 48 else { throw stream.error(.tooManyNumbers(shape: shape)) }
      size = product
    }
    try Self.checkLength(of: stream, header: header, size: size, shape: shape)
    bytes = try stream.read(size)
    guard bytes.count == size else {
      let problem = DataFileError.Problem.wrongLength(
        shape: shape, expected: header + size, present: header + bytes.count)
      throw stream.error(problem)
    }
    guard try stream.isAtEnd() else { throw stream.error(.trailingBytes(announced: header + size)) }
  }

  private static func checkLength(
    of stream: DataStream, header: Int, size: Int, shape: [Int]
  ) throws {
    if stream.isCompressed {
      guard size <= stream.largestContent else {
        throw stream.error(
          .cannotHold(shape: shape, expected: size, compressed: stream.fileLength))
      }
    } else if header + size > stream.fileLength {
      throw stream.error(
        .wrongLength(shape: shape, expected: header + size, present: stream.fileLength))
    }
  }
}
