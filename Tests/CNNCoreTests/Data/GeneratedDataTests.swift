import CNNCore
import Testing

@Suite struct GeneratedDataTests {
  @Test("the crosses and rectangles of the course, number by number", arguments: 0..<8)
  func crosses(index: Int) {
    let one = Fixture.crosses["cases"][index]
    var random = NumPyRandom(seed: one["seed"].integer)
    #expect(random.uniform(shape: [3, 3]) == one["conv_kernel"].tensor)
    #expect(random.uniform(low: 0, high: 1, shape: [4]) == one["weights_fc"].tensor)
    let rectangle = one["rectangle"].text == "printed10" ? CellShape.openRectangle : .rectangle
    let (image, label) = Tensor.crossOrRectangle(rectangle: rectangle, using: &random)
    #expect(image == one["img"].tensor)
    #expect(label == one["label"].integer)
  }

  @Test(
    arguments: [
      (CellShape.cross, "cross_indices"), (.openRectangle, "rectangle_indices_printed10"),
      (.rectangle, "rectangle_indices_closed12"),
    ])
  func cells(shape: CellShape, key: String) {
    #expect(shape.cells.map { [$0.row, $0.column] } == Fixture.crosses[key].array.map(\.integers))
  }

  @Test func manyCrosses() {
    var random = NumPyRandom(seed: 3)
    var same = NumPyRandom(seed: 3)
    let data: Dataset<Double> = .crossesAndRectangles(count: 5, using: &random)
    for i in 0..<5 {
      let (image, label) = Tensor.crossOrRectangle(using: &same)
      #expect(data.image(i) == image)
      #expect(data.labels[i] == label)
    }
    #expect(data.source == "5 generated images of crosses and rectangles.")
  }

  @Test(
    "the same bits on every machine",
    arguments: [(28, 11_334_653_334_595_788_635), (8, 17_019_857_927_290_683_853)]
      as [(Int, UInt64)])
  func digits(size: Int, hash: UInt64) {
    var random = NumPyRandom(seed: 42)
    let data: Dataset<Double> = .generatedDigits(count: 200, size: size, using: &random)
    let largest = size < 16 ? 16.0 : 255
    let values = data.images.scalars.map { UInt64($0 * largest) } + data.labels.map { UInt64($0) }
    #expect(fingerprint(values) == hash)
    #expect(data.images.shape == [200, 1, size, size])
    #expect(data.classSizes.allSatisfy { $0 > 8 })
    let floats: Dataset<Float> = {
      var random = NumPyRandom(seed: 42)
      return .generatedDigits(count: 200, size: size, using: &random)
    }()
    #expect(floats.images.scalars == data.images.scalars.map { Float($0) })
  }

  @Test func digitsOfOtherSizes() {
    var random = PCG64Random(seed: 1)
    let data: Dataset<Float> = .generatedDigits(count: 20, size: 64, using: &random)
    #expect(data.images.shape == [20, 1, 64, 64])
    #expect(data.images.max() > 0.9 && data.images.min() == 0)
    #expect(data.source == "20 generated digits of 64×64 pixels, drawn by strokes.")
  }

  @Test func landscape() {
    let picture = Tensor<Double>.landscape(height: 48, width: 72, seed: 1)
    #expect(picture.shape == [3, 48, 72])
    #expect(fingerprint(picture.scalars.map { UInt64($0 * 255) }) == 6_166_078_030_857_468_278)
    #expect(Tensor<Float>.landscape(height: 48, width: 72, seed: 1) == Tensor<Float>(picture))
    let gray = Tensor<Double>.grayLandscape(height: 48, width: 72)
    #expect(gray == grayscale(picture).reshaped(48, 72))
    #expect(Tensor<Double>.landscape(height: 48, width: 72, seed: 2) != picture)
  }

  @Test func landscapeOfNoSize() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor<Double>.landscape(height: 0, width: 20)
    }
    #expect(fatalMessage(result) == "landscape: sides are from 1 to 8192, not 0×20")
  }

  @Test func digitsOfNoSize() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = NumPyRandom(seed: 1)
      let _: Dataset<Float> = .generatedDigits(count: 20, size: 4, using: &random)
    }
    #expect(fatalMessage(result) == "generatedDigits: the size 4 is not in 8 … 256")
  }
}

/// A hash of numbers in their order (FNV-1a on whole numbers).
private func fingerprint(_ values: [UInt64]) -> UInt64 {
  values.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ $1) &* 0x100_0000_01b3 }
}
