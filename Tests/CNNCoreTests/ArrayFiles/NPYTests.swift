import CNNCore
import Testing

private let readable = [
  "type i1", "type <i2", "type >i2", "type <i4", "type >i4", "type <i8", "type >i8", "type <f4",
  "type >f4", "type <f8", "type >f8", "type u1", "type <u2", "type >u2", "type <u4", "type >u4",
  "type <u8", "type >u8", "bool", "fortran", "scalar", "empty", "vector", "version 2", "version 3",
  "rank 5",
]

/// Files that NumPy 2.4.6 wrote, `Fixtures/array-files.json`.
@Suite struct NPYTests {
  @Test(arguments: readable) func reading(name: String) throws {
    let file = Fixture.arrayFiles["files"][name]
    let expected = file.shapedTensor
    let bytes = file["file"].bytes
    #expect(try Tensor<Double>(npyBytes: bytes[...], named: name) == expected)
    let floats = try Tensor<Float>(npyBytes: bytes[...], named: name)
    #expect(floats == Tensor<Float>(expected))
  }

  @Test(arguments: ["type <f8", "scalar", "empty", "vector", "rank 5"])
  func writesWhatNumPyWrites(name: String) {
    let file = Fixture.arrayFiles["files"][name]
    #expect(file.shapedTensor.npyBytes == file["file"].bytes)
  }

  @Test func writesFloats() {
    let file = Fixture.arrayFiles["files"]["type <f4"]
    #expect(Tensor<Float>(file.shapedTensor).npyBytes == file["file"].bytes)
  }

  @Test func files() throws {
    try withTemporaryFolder { folder in
      let x = Tensor.arange(6).reshaped(2, 3) / 7
      try x.write(npy: "\(folder)/x.npy")
      try x.write(npy: "\(folder)/x.npy")
      #expect(try Tensor<Double>(npy: "\(folder)/x.npy") == x)
    }
  }

  @Test func bytesInTheMiddleOfOthers() throws {
    let bytes = [1, 2] + Tensor([3.5]).npyBytes + [4]
    #expect(try Tensor<Double>(npyBytes: bytes[2..<bytes.count - 1], named: "x") == Tensor([3.5]))
  }

  /// Whatever is cut off or changed, reading throws or yields numbers; it never ends the program.
  @Test(arguments: ["type <i2", "fortran", "version 2"]) func brokenFiles(name: String) {
    let bytes = Fixture.arrayFiles["files"][name]["file"].bytes
    for length in 0..<bytes.count {
      #expect(throws: ArrayFileError.self) {
        try Tensor<Double>(npyBytes: bytes[..<length], named: name)
      }
    }
    for position in bytes.indices {
      for change: UInt8 in [0x01, 0x10, 0xff] {
        var changed = bytes
        changed[position] ^= change
        _ = try? Tensor<Double>(npyBytes: changed[...], named: name)
      }
    }
  }
}

/// What a reader is told of a file that cannot be read.
@Suite struct NPYMessageTests {
  @Test func missing() {
    expect("'/nowhere/x.npy' cannot be read: No such file or directory") {
      _ = try Tensor<Double>(npy: "/nowhere/x.npy")
    }
  }

  @Test func folder() {
    expect("'/' cannot be read: Is a directory") { _ = try Tensor<Double>(npy: "/") }
  }

  @Test func unwritable() {
    expect("'/nowhere/x.npy' cannot be written: No such file or directory") {
      try Tensor([1]).write(npy: "/nowhere/x.npy")
    }
  }

  @Test func magic() {
    expect(
      Array("PK\u{3}\u{4}, 20 bytes".utf8),
      "is no .npy file: it does not begin with the bytes of \\x93NUMPY")
  }

  @Test func version() {
    var bytes = Tensor([1.0]).npyBytes
    bytes[6] = 9
    expect(bytes, "is of .npy version 9.0; versions 1.0, 2.0 and 3.0 are known")
  }

  @Test func cutInHeader() {
    let bytes = Array(Tensor([1.0]).npyBytes.prefix(40))
    expect(bytes, "ends within its header: 118 bytes are announced, 30 are there")
  }

  @Test func cutInData() {
    let bytes = Array(Tensor.zeros(2, 3).npyBytes.dropLast(36))
    expect(
      bytes,
      "has shape [2, 3] of 8-byte elements, which takes 48 bytes, but 12 follow its header")
  }

  @Test func moreThanItsShape() {
    expect(
      Tensor([1.0]).npyBytes + [0],
      "has shape [1] of 8-byte elements, which takes 8 bytes, but 9 follow its header")
  }

  @Test func hugeShapes() {
    expect(
      file("{'descr': '<f8', 'fortran_order': False, 'shape': (4294967296, 4294967296), }"),
      "has shape [4294967296, 4294967296], which holds more elements than can be counted")
    expect(
      file("{'descr': '<f8', 'fortran_order': False, 'shape': (1000000000000,), }"),
      "has shape [1000000000000] of 8-byte elements, which takes 8000000000000 bytes, but 0 follow "
        + "its header")
    expect(
      file("{'descr': '<f8', 'fortran_order': False, 'shape': (99999999999999999999,), }"),
      "has a header that cannot be read: expected a length below 2⁶³ at its byte 51")
  }

  @Test func headers() {
    let keys = "the keys 'descr', 'fortran_order' and 'shape', each once"
    let cases = [
      ("", "'{' at its byte 0"), ("{'descr': 8}", "a string at its byte 10"),
      ("{'shape': (-1,)}", "a length below 2⁶³ at its byte 11"),
      ("{'fortran_order': 0}", "True or False at its byte 18"),
      ("{'shape': (1,), 'shape': (1,)}", "\(keys) at its byte 16"),
      ("{'descr': '<f8'}", "\(keys) at its byte 16"), ("{'other': 1}", "\(keys) at its byte 1"),
      ("{'descr': '<f8', 'fortran_order': False, 'shape': ()} x", "nothing more at its byte 54"),
    ]
    for (header, expected) in cases {
      expect(file(header), "has a header that cannot be read: expected \(expected)")
    }
  }

  @Test func types() {
    let tail = "; b1, i1 to i8, u1 to u8 and f2 to f8 can be read"
    expect(
      Fixture.arrayFiles["files"]["complex"]["file"].bytes, "holds elements of type '<c16'\(tail)")
    expect(
      Fixture.arrayFiles["files"]["structured"]["file"].bytes,
      "holds elements of type with several fields\(tail)")
  }

  private func file(_ header: String) -> [UInt8] {
    [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(header.utf8.count), 0] + Array(header.utf8)
  }

  private func expect(_ bytes: [UInt8], _ message: String) {
    expect("'x.npy' \(message)") { _ = try Tensor<Double>(npyBytes: bytes[...], named: "x.npy") }
  }

  private func expect(_ message: String, _ body: () throws -> Void) {
    let error = #expect(throws: ArrayFileError.self) { try body() }
    #expect(error?.description == message)
  }
}
