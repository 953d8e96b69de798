import Foundation
import TestSupport
import Testing

@testable import CNNCore

@Suite("Saving a network") struct SavingTests {
  private func network(seed: Int, outputs: Int = 3) -> Sequential<Float> {
    var random = NumPyRandom(seed: seed)
    return Sequential(
      inputShape: [1, 5, 5],
      [.conv2D(filters: 2, kernelSize: 3), .relu, .flatten, .dense(outputs)], using: &random)
  }

  private func path(_ name: String) throws -> String {
    try TestFolder.make().appendingPathComponent(name).path
  }

  @Test("and loading it gives the same network", arguments: ["m.npz", "m.safetensors"])
  func roundTrip(name: String) throws {
    let path = try path(name)
    let saved = network(seed: 1)
    try saved.save(to: path)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    var loaded = network(seed: 2)
    try loaded.load(from: path)
    var random = NumPyRandom(seed: 3)
    let x = Tensor<Float>(random.randn(2, 1, 5, 5))
    #expect(loaded.predict(x) == saved.predict(x))
    try loaded.save(to: path)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
  }

  @Test(
    "a network of another shape is refused and not changed",
    arguments: ["m.safetensors", "m.npz"])
  func otherShape(file: String) throws {
    let path = try path(file)
    try network(seed: 1).save(to: path)
    var other = network(seed: 2, outputs: 4)
    let before = other.predict(.zeros(1, 1, 5, 5))
    let error = #expect(throws: ParameterMismatch.self) { try other.load(from: path) }
    #expect(
      error?.description
        == "'\(path)' has parameter '3.weight' of shape [3, 18], and the network one of shape [4, 18]"
    )
    #expect(other.predict(.zeros(1, 1, 5, 5)) == before)
  }

  @Test(
    "a broken file is told",
    arguments: [
      ("", "'f' is no .safetensors file: it has 0 bytes"),
      (
        "PK: another format",
        "'f' is no .safetensors file: no '{' follows its first 8 bytes, which say where a header ends"
      ),
      ("\u{9}\0\0\0\0\0\0\0{}", "'f' is cut off: its header has 9 bytes, and 2 follow its length"),
      ("\u{2}\0\0\0\0\0\0\0{]", "'f' has a header that cannot be read, at its byte 1"),
      (
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}",
        "'f' is cut off: its tensors take 8 bytes, and 0 follow its header"
      ),
      (
        "{'a':{'dtype':'F32','shape':[3],'data_offsets':[0,8]}}",
        "'f' has tensor 'a' of shape [3] and type F32, which takes 12 bytes, at a place of 8"
      ),
      (
        "{'a':{'dtype':'I9','shape':[3],'data_offsets':[0,3]}}",
        "'f' has tensor 'a' of unknown type 'I9'"
      ),
      (
        "{'a':{'dtype':'F32','shape':[4611686018427387904,9],'data_offsets':[0,8]}}",
        "'f' has tensor 'a' of impossible shape [4611686018427387904, 9]"
      ),
      (
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}}",
        "'f' has tensor 'a' where another one lies, or after a gap"
      ),
    ])
  func broken(header: String, message: String) throws {
    var bytes = Array(header.replacing("'", with: "\"").utf8)
    if header.hasPrefix("{") {
      var length: [UInt8] = []
      length.appendLittleEndian(UInt64(bytes.count))
      bytes = length + bytes
    }
    let error = #expect(throws: Safetensors.Problem.self) {
      try Safetensors(bytes: bytes, named: "f")
    }
    #expect(error?.description == message)
  }

  @Test("reads what safetensors' own library writes") func python() throws {
    // safetensors.numpy.save({'é"\n\\x': zeros((2, 0), float32), 's': array(3.5), 'b': array([True, False]),
    // 'h': array([1, -0.5, 65504], float16), 'i': array([[-7], [9]]), 'f': array([1.5, -2], float32)},
    // metadata={'format': 'np', 'note': '"é\t'})
    let data = try #require(
      Data(
        base64Encoded: """
          iAEAAAAAAAB7Il9fbWV0YWRhdGFfXyI6eyJmb3JtYXQiOiJucCIsIm5vdGUiOiJcIsOpXHQifSwiaSI6eyJk
          dHlwZSI6Ikk2NCIsInNoYXBlIjpbMiwxXSwiZGF0YV9vZmZzZXRzIjpbMCwxNl19LCJzIjp7ImR0eXBlIjoi
          RjY0Iiwic2hhcGUiOltdLCJkYXRhX29mZnNldHMiOlsxNiwyNF19LCJmIjp7ImR0eXBlIjoiRjMyIiwic2hh
          cGUiOlsyXSwiZGF0YV9vZmZzZXRzIjpbMjQsMzJdfSwiw6lcIlxuXFx4Ijp7ImR0eXBlIjoiRjMyIiwic2hh
          cGUiOlsyLDBdLCJkYXRhX29mZnNldHMiOlszMiwzMl19LCJoIjp7ImR0eXBlIjoiRjE2Iiwic2hhcGUiOlsz
          XSwiZGF0YV9vZmZzZXRzIjpbMzIsMzhdfSwiYiI6eyJkdHlwZSI6IkJPT0wiLCJzaGFwZSI6WzJdLCJkYXRh
          X29mZnNldHMiOlszOCw0MF19fSAgIPn/////////CQAAAAAAAAAAAAAAAAAMQAAAwD8AAADAADwAuP97AQA=
          """.split(separator: "\n").joined()))
    let file = try Safetensors(bytes: Array(data), named: "f")
    #expect(file.names == ["i", "s", "f", "é\"\n\\x", "h", "b"])
    #expect(try file.tensor("i") == [[-7], [9]])
    #expect(try file.tensor("s") == Tensor(3.5))
    #expect(try file.tensor("f", as: Float.self) == [1.5, -2])
    let single: Tensor<Float> = try file.tensor("f")
    #expect(single == [1.5, -2])
    #expect(try file.tensor("h") == [1, -0.5, 65504])
    #expect(try file.tensor("b") == [1, 0])
    #expect(try file.tensor("é\"\n\\x").shape == [2, 0])
  }

  @Test("any name is written so that it is read again") func names() throws {
    let names = ["", "\"\\/", "\u{0}\u{1F}\u{7F}", "é 𝄞"]
    let bytes = Safetensors.bytes(names.map { ($0, Tensor<Double>(1)) })
    #expect(try Safetensors(bytes: bytes, named: "f").names == names)
  }

  @Test("reads JSON's escapes") func escapes() throws {
    let header = #"{"\u00e9\ud834\udd1e\n":{"dtype":"BF16","shape":[1],"data_offsets":[0,2]}}"#
    let bytes =
      [UInt8(header.utf8.count), 0, 0, 0, 0, 0, 0, 0] + Array(header.utf8) + [0xC0, 0x3F]
    let file = try Safetensors(bytes: bytes, named: "f")
    #expect(file.names == ["é𝄞\n"])
    #expect(try file.tensor("é𝄞\n") == [1.5])
  }

  @Test("no cut or changed byte breaks the reader") func hostile() {
    let bytes = Safetensors.bytes([("a", Tensor<Float>.ones(2, 3)), ("b", .ones(4))])
    for length in 0..<bytes.count {
      _ = try? Safetensors(bytes: Array(bytes[..<length]), named: "f")
    }
    for place in 0..<min(bytes.count, 160) {
      for change: UInt8 in [1, 0x20, 0x80] {
        var changed = bytes
        changed[place] ^= change
        _ = try? Safetensors(bytes: changed, named: "f").tensor("a", as: Float.self)
      }
    }
  }

  @Test("tensors without a network") func tensors() throws {
    let path = try path("t.safetensors")
    try Safetensors.write([("a", Tensor([1.0, 2])), ("b", Tensor.zeros(2, 3))], to: path)
    let file = try Safetensors(path)
    #expect(file.names == ["a", "b"])
    #expect(try file.tensor("a") == [1, 2])
    #expect(try file.tensor("b").shape == [2, 3])
  }
}
