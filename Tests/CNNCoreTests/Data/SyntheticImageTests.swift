import CNNCore
import Testing

@Suite struct SyntheticImageTests {
  @Test(arguments: 0..<5) func drawsOfTheCourse(index: Int) {
    let expected = Fixture.squareVersusNoise["cases"][index]
    var random = NumPyRandom(seed: expected["seed"].integer)
    #expect(Tensor.uniformNoise(size: 6, using: &random) == expected["X0"].tensor)
    let placed = Tensor.placedSquare(size: 6, side: 3, using: &random)
    #expect(placed.image == expected["X1"].tensor)
    #expect([placed.row, placed.column] == expected["X1_square_top_left_row_col"].integers)
  }

  @Test func squareHasItsValue() {
    var random = NumPyRandom(seed: 1)
    var again = random
    let image = Tensor.square(size: 4, side: 2, value: 9, using: &random)
    #expect(image == Tensor.placedSquare(size: 4, side: 2, value: 9, using: &again).image)
    #expect(image.map { $0 == 9 ? 1.0 : 0 }.sum() == 4)
  }

  @Test func bellCurves() {
    for expected in Fixture.squareVersusNoise["helpers"]["gaussian"].array {
      // The source's centre is (x, y), that is column first.
      let center = expected["center"].numbers
      let image = Tensor.gaussian(
        size: expected["ndim"].integer, center: (row: center[1], column: center[0]),
        sigma: expected["sigma"].number)
      expectClose(image, expected["out"].tensor)
    }
  }
}
