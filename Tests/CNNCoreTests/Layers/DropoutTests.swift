import CNNCore
import Testing

@Suite struct DropoutTests {
  @Test func invertedDropout() {
    let expected = Fixture.lectureLayers["dropout"]
    var random = NumPyRandom(seed: 2023)
    let a = random.randn(3, 6)
    var dropout = Dropout(rate: expected["p"].number, generator: random)
    expectClose(dropout.forward(a), expected["inverted_train_pytorch"].tensor)
    expectClose(dropout.predict(a), expected["inverted_test_pytorch"].tensor)
    let gradient = dropout.backward(.ones(3, 6))
    #expect(gradient == 2 * expected["mask"].tensor)
  }

  @Test func eachPassDrawsAnew() {
    let x = Tensor.ones(20, 50)
    var dropout = Dropout(rate: 0.25, seed: 7)
    let first = dropout.forward(x)
    let second = dropout.forward(x)
    #expect(first != second)
    // 1000 draws: the part that stays has a deviation of 0.014.
    for output in [first, second] {
      let part = output.scalars.map { $0 == 0 ? 0.0 : 1.0 }.reduce(0, +) / 1000
      #expect(abs(part - 0.75) < 0.06)
      #expect(output.max() == 1 / 0.75)
    }
    var again = Dropout(rate: 0.25, seed: 7)
    #expect(again.forward(x) == first)
    var keepsAll = Dropout(rate: 0, seed: 7)
    #expect(keepsAll.forward(x) == x)
  }
}
