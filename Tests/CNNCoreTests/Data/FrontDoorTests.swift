import Foundation
import Testing

@testable import CNNCore

/// Real data where it is, else generated data.
@Suite struct FrontDoorTests {
  @Test func generatedDigits() throws {
    let nowhere = DataFolder("/no/such/folder")
    let (training, test) = try MNIST.load(Float.self, from: nowhere, training: 30, test: 20)
    #expect(training.images.shape == [30, 1, 28, 28])
    #expect(test.images.shape == [20, 1, 28, 28])
    #expect(
      training.source
        == "30 generated digits for training, drawn by strokes, since the real ones were not "
        + "downloaded.")
    #expect(test.source.hasPrefix("20 generated digits for testing, "))
    #expect(training.prefix(20).images != test.images)
    let more = try MNIST.load(Float.self, from: nowhere, training: 40, test: 1)
    #expect(more.training.prefix(30).images == training.images)
    let small = try Digits.load(Double.self, from: nowhere, count: nil)
    #expect(small.images.shape == [1797, 1, 8, 8])
    #expect(small.source.hasPrefix("1,797 generated digits, drawn by strokes"))
  }

  @Test func realDigits() throws {
    try withTemporaryFolder { folder in
      let pixels = [UInt8](repeating: 51, count: 3 * 784)
      try write(idxBytes([3, 28, 28], pixels), "mnist/train-images-idx3-ubyte", in: folder)
      let labels = try gzipped(idxBytes([3], [5, 0, 4]), in: folder)
      try write(labels, "mnist/train-labels-idx1-ubyte.gz", in: folder)
      try write(
        idxBytes([1, 28, 28], Array(pixels.prefix(784))), "t10k-images-idx3-ubyte", in: folder)
      let message = #expect(throws: DataFileError.self) {
        try MNIST.load(Float.self, from: DataFolder(folder), training: nil, test: nil)
      }
      #expect(
        message?.description
          == "'mnist/t10k-labels-idx1-ubyte.gz' is missing from the data folder, which has "
          + "'mnist/train-images-idx3-ubyte': all files are needed; get the data anew")
      try write(idxBytes([1], [7]), "mnist/t10k-labels-idx1-ubyte", in: folder)
      let (training, test) = try MNIST.load(
        Double.self, from: DataFolder(folder), training: 2, test: nil)
      #expect(training.images.shape == [2, 1, 28, 28])
      #expect(training.images[0, 0, 0, 0] == 0.2)
      #expect(training.labels == [5, 0])
      #expect(test.labels == [7])
      #expect(training.source == "2 real handwritten digits from MNIST for training.")
      #expect(test.source == "1 real handwritten digits from MNIST for testing.")
    }
  }

  @Test func damagedFilesAreNoReasonToGenerate() throws {
    try withTemporaryFolder { folder in
      try write([1, 2, 3], "digits/digits.csv", in: folder)
      let error = #expect(throws: DataFileError.self) {
        try Digits.load(Double.self, from: DataFolder(folder), count: nil)
      }
      #expect(
        error?.description
          == "'digits/digits.csv' has 1 values in line 1; expected are 65, the pixels and the label"
      )
    }
  }

  @Test("the data is where NBRUN_DATA says, and nowhere else") func environment() {
    let named = ProcessInfo.processInfo.environment["NBRUN_DATA"]
    #expect(DataFolder.current.path == named)
  }

  @Test func picturesThatAreNotThere() {
    let error = #expect(throws: DataFileError.self) {
      try CIFAR10.load(Float.self, from: DataFolder("/no/such/folder"), training: nil, test: nil)
    }
    #expect(
      error?.description
        == "'cifar10/data_batch_1.bin' is not in the data folder; 'nbrun data get cifar10' gets it, "
        + "or NBRUN_DATA names a folder that has it")
  }
}
