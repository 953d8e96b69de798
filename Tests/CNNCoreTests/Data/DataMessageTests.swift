import CNNCore
import Foundation
import Testing

/// What a reader is told whose files are not what they should be.
@Suite struct DataMessageTests {
  @Test(
    arguments: [
      (
        [],
        "is no IDX file: it begins with nothing; expected were 00 00, a type and the number of axes"
      ),
      (
        Array("<!DOCTYPE".utf8),
        "is no IDX file: it begins with 3c 21 44 4f; expected were 00 00, a type and the number of "
          + "axes"
      ),
      ([0, 0, 7, 1], "has IDX type 07; 08, 09, 0b, 0c, 0d and 0e are known"),
      (
        [0, 0, 8, 3, 0, 0],
        "ends within its header: 6 of 16 bytes are there; get it anew"
      ),
      (
        idxBytes([10, 28, 28], [1, 2, 3]),
        "announces 10×28×28 numbers, which take 7856 bytes with the header, but has 19; get it anew"
      ),
      (
        idxBytes([0xffff_ffff, 0xffff_ffff, 0xffff_ffff], []),
        "announces 4294967295×4294967295×4294967295 numbers, more than can be counted"
      ),
      (
        idxBytes([2], [1, 2, 3]),
        "goes on after the 10 bytes that its header announces; get it anew"
      ),
    ] as [([UInt8], String)])
  func idx(bytes: [UInt8], message: String) throws {
    try expectDataError(message, bytes) { _ = try Tensor<Double>(idx: $0) }
  }

  @Test func compressed() throws {
    try withTemporaryFolder { folder in
      let packed = try gzipped(idxBytes([4], [1, 2, 3, 4]), in: folder)
      let read = { (path: String) in _ = try Tensor<Double>(idx: path) }
      try expectDataError(
        "is compressed by gzip and damaged: it ends too early; get it anew",
        Array(packed.dropLast()), read)
      var wrong = packed
      wrong[wrong.count - 8] ^= 1
      try expectDataError(
        "is compressed by gzip and damaged: incorrect data check; get it anew", wrong, read)
      try expectDataError(
        "is compressed by gzip and damaged: incorrect header check; get it anew",
        packed + [1, 2, 3],
        read)
      let short = try gzipped(idxBytes([40], [1, 2, 3, 4]), in: folder)
      try expectDataError(
        "announces 40 numbers, which take 48 bytes with the header, but has 12; get it anew",
        short, read)
      let huge = try gzipped(idxBytes([0x7fff_ffff], [1, 2, 3, 4]), in: folder)
      try expectDataError(
        "announces 2147483647 numbers of 2147483647 bytes, which its \(huge.count) compressed bytes "
          + "cannot hold; get it anew", huge, read)
    }
  }

  @Test func files() throws {
    let missing = #expect(throws: DataFileError.self) { try Tensor<Double>(idx: "no/such/file") }
    #expect(missing?.description == "'no/such/file' cannot be read: No such file or directory")
    let folder = #expect(throws: DataFileError.self) { try Tensor<Double>(idx: "/") }
    #expect(folder?.description == "'/' is no regular file")
    let device = #expect(throws: DataFileError.self) { try Tensor<Double>(picture: "/dev/zero") }
    #expect(device?.description == "'/dev/zero' is no regular file")
    let unwritable = #expect(throws: DataFileError.self) {
      try Tensor.zeros(2, 2).writePNG(to: "no/such/file.png")
    }
    #expect(
      unwritable?.description == "'no/such/file.png' cannot be written: No such file or directory")
  }

  @Test(
    arguments: [
      (
        idxBytes([2], [1, 2]), idxBytes([2], [1, 2]),
        "'images' holds 2 numbers; images need 3 axes: count, rows and columns. "
          + "Are images and labels exchanged?"
      ),
      (
        idxBytes([1, 1, 1], [1]), idxBytes([1, 1, 1], [1]),
        "'labels' holds 1×1×1 numbers; labels need 1 axis. Are images and labels exchanged?"
      ),
      (
        idxBytes([2, 1, 1], [1, 2]), idxBytes([3], [1, 2, 3]),
        "'labels' has 3 labels for the 2 images of 'images'; the two files do not belong together"
      ),
      (
        idxBytes([2, 1, 1], [1, 2]), idxBytes([2], [1, 10]),
        "'labels' has label 10 at position 1; expected are 0 to 9"
      ),
      (
        idxBytes([1, 1, 1], [1, 2], type: 0x0b), idxBytes([1], [1]),
        "'images' holds numbers of type 16-bit integer; images and labels are unsigned bytes"
      ),
    ])
  func pairs(images: [UInt8], labels: [UInt8], message: String) throws {
    try withTemporaryFolder { folder in
      try write(images, "images", in: folder)
      try write(labels, "labels", in: folder)
      let error = #expect(throws: DataFileError.self) {
        try Dataset<Float>(
          idxImages: "\(folder)/images", labels: "\(folder)/labels", source: "")
      }
      #expect(error?.description.replacingOccurrences(of: "\(folder)/", with: "") == message)
    }
  }

  @Test(
    arguments: [
      ("", "is empty; expected were lines of 65 numbers"),
      ("1,2,3\n", "has 3 values in line 1; expected are 65, the pixels and the label"),
      (
        zeros + ",1\n" + zeros + ",x\n",
        "has 'x' as value 65 of line 2; expected is a whole number"
      ),
      (
        "17" + zeros.dropFirst() + ",1\n", "has pixel 17 as value 1 of line 1; expected are 0 to 16"
      ),
      (zeros + ",10", "has label 10 in line 1; expected are 0 to 9"),
      (String(repeating: "1", count: 5000), "has more than 4096 bytes in line 1"),
    ])
  func tables(text: String, message: String) throws {
    try expectDataError(message, Array(text.utf8)) {
      _ = try Dataset<Double>(digitTable: $0, source: "")
    }
  }

  @Test(
    arguments: [
      (
        [UInt8](repeating: 0, count: 3072),
        "has 3072 bytes; expected are records of 3073 bytes, a label and its picture; get it anew"
      ),
      (
        [11] + [UInt8](repeating: 0, count: 3072), "has label 11 at position 0; expected are 0 to 9"
      ),
    ])
  func batches(bytes: [UInt8], message: String) throws {
    try expectDataError(message, bytes) {
      _ = try Dataset<Double>(cifar10Batches: [$0], source: "")
    }
  }
}

private let zeros = Array(repeating: "0", count: 64).joined(separator: ",")
