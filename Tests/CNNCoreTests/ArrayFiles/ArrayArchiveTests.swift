import CNNCore
import Testing

/// Archives that NumPy 2.4.6 wrote, `Fixtures/array-files.json`, and the core's own.
@Suite struct ArrayArchiveTests {
  @Test(arguments: ["stored", "deflated"]) func reading(key: String) throws {
    let bytes = Fixture.arrayFiles[key].bytes
    let archive = try ArrayArchive(bytes: bytes, named: "x.npz")
    #expect(archive.names == ["weight", "bias", "labels"])
    let weight: Tensor<Double> = try archive.tensor("weight")
    #expect(weight == (Tensor.arange(12) - 3).reshaped(3, 4) * 0.25)
    #expect(try archive.tensor("bias", as: Float.self) == Tensor<Float>([1, 2, 3]))
    let single: Tensor<Float> = try archive.tensor("bias")
    #expect(single == Tensor<Float>([1, 2, 3]))
    let labels = try archive.tensor("labels")
    #expect(labels.shape == [300] && labels[299] == 5)
  }

  @Test(arguments: [false, true]) func writing(compressed: Bool) throws {
    try withTemporaryFolder { folder in
      var archive = ArrayArchive()
      archive.add(Tensor.zeros(3, 4), as: "weight")
      archive.add(Tensor<Float>([1, 2]), as: "bias")
      archive.add(Tensor.arange(1000), as: "größe")
      archive.add(Tensor.ones(3, 4), as: "weight")
      try archive.write(to: "\(folder)/a.npz", compressed: compressed)
      let again = try ArrayArchive("\(folder)/a.npz")
      #expect(again.names == ["weight", "bias", "größe"])
      #expect(try again.tensor("weight") == Tensor.ones(3, 4))
      #expect(try again.tensor("bias") == Tensor([1, 2]))
      #expect(try again.tensor("größe") == Tensor.arange(1000))
      #expect(try again.bytes(compressed: compressed) == archive.bytes(compressed: compressed))
    }
  }

  @Test func emptyArchive() throws {
    let bytes = try ArrayArchive().bytes()
    #expect(try ArrayArchive(bytes: bytes, named: "x").names.isEmpty)
  }

  @Test(arguments: ["stored", "deflated"]) func brokenFiles(key: String) throws {
    let bytes = Fixture.arrayFiles[key].bytes
    for length in 0..<bytes.count {
      #expect(throws: ArrayFileError.self) {
        try ArrayArchive(bytes: Array(bytes[..<length]), named: key)
      }
    }
    for position in bytes.indices {
      var changed = bytes
      changed[position] ^= 0x81
      guard let archive = try? ArrayArchive(bytes: changed, named: key) else { continue }
      for name in archive.names { _ = try? archive.tensor(name) }
    }
  }

  @Test func messages() throws {
    var archive = ArrayArchive()
    archive.add(Tensor([1.0, 2.0]), as: "a")
    archive.add(Tensor([3.0]), as: "b")
    let bytes = try archive.bytes()
    let directory = try #require(
      (0..<bytes.count).first { bytes[$0...].starts(with: [0x50, 0x4b, 1, 2]) })
    let end = bytes.count - 22
    expect("is no .npz file: it has no end record of a zip archive", Array(bytes.dropLast()))
    expect("is no .npz file: it has no end record of a zip archive", [])
    expect("has entry 'a.npy' whose checksum is wrong", bytes) { $0[160] ^= 1 }
    expect("is encrypted: entry 'a.npy'", bytes) { $0[directory + 8] = 1 }
    expect(
      "has entry 'a.npy' compressed by method 12; 0 (stored) and 8 (deflated) can be read", bytes
    ) { $0[directory + 10] = 12 }
    expect("has entry 'a.npy' whose compressed data is broken", bytes) { $0[directory + 10] = 8 }
    expect("has entry 'a.npy' whose compressed data is broken", bytes) { $0[directory + 24] = 0 }
    expect("has a broken zip directory: 'a.npy' is not at byte 3", bytes) { $0[directory + 42] = 3 }
    expect("has a broken zip directory: entry 2 of 3 is not there", bytes) { $0[end + 10] = 3 }
    expect("has a broken zip directory: its entries overlap", bytes) { $0[directory + 21] = 4 }
    expect("has a broken zip directory: 102 bytes at 65886 reach beyond its end at 452", bytes) {
      $0[end + 18] = 1
    }
    expect("has two arrays 'a'", bytes) { $0[directory + 51 + 46] = UInt8(ascii: "a") }
    let missing = #expect(throws: ArrayFileError.self) { try archive.tensor("c") }
    #expect(missing?.description == "'archive' has no array 'c'; it has 'a', 'b'")
    let none = #expect(throws: ArrayFileError.self) { try ArrayArchive().tensor("c") }
    #expect(none?.description == "'archive' has no array 'c'; it has none")
  }

  private func expect(
    _ message: String, _ bytes: [UInt8], _ change: (inout [UInt8]) -> Void = { _ in }
  ) {
    var bytes = bytes
    change(&bytes)
    let error = #expect(throws: ArrayFileError.self) {
      try ArrayArchive(bytes: bytes, named: "x.npz")
    }
    #expect(error?.description == "'x.npz' \(message)")
  }
}
