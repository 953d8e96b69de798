import CNNCore
import Testing

@Suite struct IDXTests {
  @Test func plainAndCompressed() throws {
    try withTemporaryFolder { folder in
      let numbers = (0..<24).map { UInt8($0 * 10) }
      let plain = try write(idxBytes([2, 3, 4], numbers), "plain", in: folder)
      let expected = (Tensor.arange(24) * 10).reshaped(2, 3, 4)
      #expect(try Tensor<Double>(idx: plain) == expected)
      #expect(try Tensor<Float>(idx: plain) == Tensor<Float>(expected))
      let packed = try gzipped(idxBytes([2, 3, 4], numbers), in: folder)
      #expect(try Tensor<Double>(idx: write(packed, "packed.gz", in: folder)) == expected)
    }
  }

  @Test func severalMembersOfGzip() throws {
    try withTemporaryFolder { folder in
      let bytes = idxBytes([6], [1, 2, 3, 4, 5, 6])
      let packed =
        try gzipped(Array(bytes[..<9]), in: folder) + gzipped(Array(bytes[9...]), in: folder)
      #expect(
        try Tensor<Double>(idx: write(packed, "packed.gz", in: folder)) == [1, 2, 3, 4, 5, 6])
    }
  }

  @Test func more() throws {
    try withTemporaryFolder { folder in
      let count = 1_000_000
      let numbers = (0..<count).map { UInt8(truncatingIfNeeded: $0 * $0 >> 7) }
      let packed = try gzipped(idxBytes([count], numbers), in: folder)
      let tensor = try Tensor<Float>(idx: write(packed, "packed.gz", in: folder))
      #expect(tensor.scalars == numbers.map { Float($0) })
    }
  }

  @Test(
    arguments: [
      (0x09, [0xff, 0x7f], [-1.0, 127.0]), (0x0b, [0xff, 0xfe, 0x01, 0x02], [-2, 258]),
      (0x0c, [0xff, 0xff, 0xff, 0xfd, 0, 1, 0, 0], [-3, 65536]),
      (0x0d, [0x3f, 0x80, 0, 0, 0xc0, 0x20, 0, 0], [1, -2.5]),
      (
        0x0e, [0x3f, 0xf8] + [0, 0, 0, 0, 0, 0] + [0xbf, 0xd0] + [0, 0, 0, 0, 0, 0], [1.5, -0.25]
      ),
    ] as [(UInt8, [UInt8], [Double])])
  func otherTypes(type: UInt8, bytes: [UInt8], expected: [Double]) throws {
    try withTemporaryFolder { folder in
      let path = try write(idxBytes([2], bytes, type: type), "file", in: folder)
      #expect(try Tensor<Double>(idx: path).scalars == expected)
    }
  }

  @Test func singleNumberAndEmpty() throws {
    try withTemporaryFolder { folder in
      #expect(try Tensor<Double>(idx: write(idxBytes([], [7]), "one", in: folder)).item == 7)
      let none = try Tensor<Double>(idx: write(idxBytes([0, 28, 28], []), "none", in: folder))
      #expect(none.shape == [0, 28, 28])
    }
  }

  @Test func images() throws {
    try withTemporaryFolder { folder in
      let images = try write(idxBytes([2, 1, 2], [0, 255, 51, 102]), "images", in: folder)
      let labels = try write(idxBytes([2], [3, 9]), "labels", in: folder)
      let data = try Dataset<Double>(idxImages: images, labels: labels, source: "Four pixels.")
      #expect(data.images.shape == [2, 1, 1, 2])
      #expect(data.images.scalars == [0, 1, 0.2, 0.4])
      #expect(data.labels == [3, 9])
      #expect(data.source == "Four pixels.")
    }
  }

  @Test func cutAtAnyByteOrChanged() throws {
    try withTemporaryFolder { folder in
      let plain = idxBytes([2, 3], [1, 2, 3, 4, 5, 6])
      let packed = try gzipped(plain, in: folder)
      for bytes in [plain, packed] {
        for length in 0..<bytes.count {
          let path = try write(Array(bytes[..<length]), "cut", in: folder)
          #expect(throws: DataFileError.self) { try Tensor<Double>(idx: path) }
        }
        for position in bytes.indices {
          var changed = bytes
          changed[position] ^= 0x85
          _ = try? Tensor<Double>(idx: write(changed, "changed", in: folder))
        }
      }
    }
  }
}
