import CNNCore
import Testing

@Suite struct DatasetTests {
  let data = Dataset(
    images: Tensor.arange(24).reshaped(6, 1, 2, 2), labels: [0, 1, 2, 0, 1, 0],
    classNames: ["a", "b", "c"], source: "Numbers.")

  @Test func parts() {
    #expect(data.count == 6)
    #expect(data.classSizes == [3, 2, 1])
    #expect(data.imageShape == [1, 2, 2])
    #expect(data.image(1) == [[4, 5], [6, 7]])
    #expect(data[2..<4].labels == [2, 0])
    #expect(
      data[2..<4].images == Tensor.arange(24).reshaped(6, 1, 2, 2)[2..<4, 0..<1, 0..<2, 0..<2])
    #expect(data[[5, 0]].image(0) == data.image(5))
    #expect(data.prefix(100) == data)
    #expect(data.split(at: 4).0 == data[0..<4])
    #expect(data.split(at: 4).1 == data[4..<6])
    #expect(data.positions(ofClass: 1) == [1, 4])
    var random = NumPyRandom(seed: 1)
    var same = NumPyRandom(seed: 1)
    #expect(data.shuffled(using: &random) == data[same.permutation(6)])
  }

  @Test func targets() {
    #expect(data.labelTensor == [0, 1, 2, 0, 1, 0])
    #expect(data.prefix(3).oneHotLabels == [[1, 0, 0], [0, 1, 0], [0, 0, 1]])
  }

  @Test func batchesOfCIFAR10() throws {
    try withTemporaryFolder { folder in
      let pixels = (0..<3072).map { UInt8(truncatingIfNeeded: $0) }
      let first = try write([3] + pixels, "data_batch_1.bin", in: folder)
      let second = try write([9] + pixels + [0] + pixels, "data_batch_2.bin", in: folder)
      let data = try Dataset<Double>(cifar10Batches: [first, second], source: "Pixels.")
      #expect(data.images.shape == [3, 3, 32, 32])
      #expect(data.labels == [3, 9, 0])
      #expect(data.images[1, 2, 0, 5] == 5.0 / 255)
      #expect(data.classNames[3] == "cat")
    }
  }

  @Test func tableOfDigits() throws {
    try withTemporaryFolder { folder in
      let row = (0..<64).map { String($0 % 17) }.joined(separator: ",")
      let path = try write(Array("\(row),7\r\n\n\(row),0".utf8), "digits.csv", in: folder)
      let data = try Dataset<Double>(digitTable: path, source: "Rows.")
      #expect(data.images.shape == [2, 1, 8, 8])
      #expect(data.labels == [7, 0])
      #expect(data.images[0, 0, 1, 0] == 8.0 / 16)
    }
  }

  @Test func labelsThatDoNotFit() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Dataset(
        images: Tensor.zeros(2, 1, 3, 3), labels: [0, 2], classNames: ["a", "b"], source: "")
    }
    #expect(fatalMessage(result) == "Dataset: label 2 at position 1 is not in 0 … 1")
  }

  @Test func labelsThatAreMissing() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Dataset(images: Tensor.zeros(2, 1, 3, 3), labels: [0], classNames: ["a"], source: "")
    }
    #expect(fatalMessage(result) == "Dataset: 2 images have 1 labels")
  }
}
