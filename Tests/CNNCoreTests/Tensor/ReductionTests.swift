import CNNCore
import Testing

@Suite struct ReductionTests {
  let x = Tensor([[3, 1, 2], [6, 6, 4]])

  @Test func ofAllElements() {
    #expect(x.sum() == 22 && x.mean() == 22.0 / 6)
    #expect(x.min() == 1 && x.max() == 6)
    #expect(x.argmin() == 1 && x.argmax() == 3)
    #expect(Tensor<Double>([Double]()).sum() == 0)
  }

  @Test func alongAnAxis() {
    #expect(x.sum(axis: 0) == [9, 7, 6] && x.sum(axis: -1) == [6, 16])
    #expect(x.mean(axis: 0) == [4.5, 3.5, 3])
    #expect(x.min(axis: 1) == [1, 4] && x.max(axis: 0) == [6, 6, 4])
    #expect(x.argmax(axis: 1) == [0, 0] && x.argmax(axis: 0) == [1, 1, 1])
    let cube = Tensor.arange(24).reshaped(2, 3, 4)
    #expect(cube.sum(axis: 1) == [[12, 15, 18, 21], [48, 51, 54, 57]])
  }

  @Test("indices are exact also where a Float's digits end") func largeIndices() {
    var x = Tensor<Float>(repeating: 0, shape: [1, 1 << 24 + 2])
    x[0, 1 << 24 + 1] = 1
    #expect(x.argmax(axis: 1) == [16_777_217])
  }

  @Test func notANumberWins() {
    let broken = Tensor([1, .nan, 3])
    #expect(broken.max().isNaN && broken.min().isNaN)
    #expect(broken.argmax() == 1 && broken.argmin() == 1)
  }

  /// NumPy 2.4.6: `np.random.seed(3); x = np.random.uniform(-1, 1, n) * 2.0**np.random.randint(-8, 8, n)`,
  /// `x.sum()` and `x.astype(np.float32).sum()`, which follow the same rule.
  @Test(arguments: sumCases)
  func sumsAsNumPyDoes(count: Int, double: Double, float: Float) {
    var random = NumPyRandom(seed: 3)
    let uniform = random.uniform(low: -1, high: 1, shape: [count])
    let powers = random.randint(low: -8, high: 8, count: count)
    let numbers = zip(uniform.scalars, powers).map {
      $0 * Double(sign: .plus, exponent: $1, significand: 1)
    }
    let x = Tensor(numbers)
    #expect(x.sum() == double)
    #expect(Tensor<Float>(x).sum() == float)
    #expect(x.reshaped(1, -1).sum(axis: 1).item == double)
    #expect(x.reshaped(-1, 1).sum(axis: 0).item == double)
  }

  @Test func spreadOfAllElements() {
    let y = Tensor([[1, 2], [3, 6]])
    #expect(y.variance() == 3.5)
    #expect(y.variance(correction: 1) == 14.0 / 3)
    #expect(y.standardDeviation() == 3.5.squareRoot())
    #expect(y.variance(axis: 0) == [1, 4] && y.standardDeviation(axis: -2) == [1, 2])
    #expect(y.variance(axis: 1, correction: 1, keepingAxes: true) == [[0.5], [4.5]])
  }

  @Test func keepingAnAxis() {
    #expect(x.sum(axis: 1, keepingAxes: true) == [[6], [16]])
    #expect(x.mean(axis: 0, keepingAxes: true) == [[4.5, 3.5, 3]])
    #expect(x.min(axis: -1, keepingAxes: true) == [[1], [4]])
    #expect(x.max(axis: 0, keepingAxes: true) == [[6, 6, 4]])
    #expect(x.max(axis: 0, keepingAxes: false) == [6, 6, 4])
    #expect((x / x.sum(axis: 1, keepingAxes: true)).sum(axis: 1) == [1, 1])
  }

  @Test func runningSums() {
    #expect(x.cumsum() == [3, 4, 6, 12, 18, 22])
    #expect(x.cumsum(axis: 0) == [[3, 1, 2], [9, 7, 6]])
    #expect(x.cumsum(axis: -1) == [[3, 4, 6], [6, 12, 16]])
    #expect(Tensor.arange(8).reshaped(2, 2, 2).cumsum(axis: 1)[1, 1, 0] == 10)
    #expect(Tensor.zeros(2, 0).cumsum(axis: 1).shape == [2, 0])
  }
}

private let sumCases: [(count: Int, double: Double, float: Float)] = [
  (1, 0.20319161029830202, 0.2031916081905365),
  (7, -11.673924813196813, -11.673924446105957),
  (8, 0.24432565082281815, 0.24432483315467834),
  (9, 42.04890137321826, 42.04890823364258),
  (15, -19.419330630004538, -19.419334411621094),
  (64, 145.8147059838593, 145.814697265625),
  (128, 115.29478274154107, 115.29476928710938),
  (129, -97.67104253770987, -97.67103576660156),
  (130, -110.36878749468724, -110.36878204345703),
  (200, 46.82402535759735, 46.82402801513672),
  (1000, 64.58270740487615, 64.5826416015625),
  (4099, 308.0437477273764, 308.043701171875),
]
