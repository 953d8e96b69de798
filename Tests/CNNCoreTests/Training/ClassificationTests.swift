import CNNCore
import Testing

@Suite("Judging classifications") struct ClassificationTests {
  @Test("reports precision and recall of each class") func report() {
    let report = ClassificationReport(
      predicted: [0, 2, 2, 2, 1, 0, 1, 0], labels: [0, 1, 2, 2, 1, 0, 0, 2], classes: 4)
    let shares: [Double] = [2.0 / 3.0, 0.5, 2.0 / 3.0, 0]
    #expect(report.classes.map(\.precision) == shares)
    #expect(report.classes.map(\.recall) == shares)
    #expect(report.classes.map(\.support) == [3, 2, 3, 0])
    #expect(report.accuracy == 0.625)
    #expect(
      report.description == """
        Class             Precision  Recall      F1  Samples
        ────────────────────────────────────────────────────
        0                    0.6667  0.6667  0.6667        3
        1                    0.5000  0.5000  0.5000        2
        2                    0.6667  0.6667  0.6667        3
        3                    0.0000  0.0000  0.0000        0
        macro average        0.4583  0.4583  0.4583        8
        weighted average     0.6250  0.6250  0.6250        8
        accuracy                             0.6250        8
        ────────────────────────────────────────────────────
        """)
  }

  @Test("tells precision from recall") func asymmetric() {
    let report = ClassificationReport([[3, 1], [2, 4]])
    #expect(report.classes[0].precision == 0.6 && report.classes[0].recall == 0.75)
    #expect(report.classes[1].precision == 0.8)
    #expect(report.weightedAverage.recall == 0.7)
  }

  @Test("puts the surest mistakes first") func mistakes() {
    let network = Sequential<Double>(inputShape: [2], layers: [Identity<Double>()])
    let x: Tensor<Double> = [[0, 1], [3, 0], [2, 0], [0, 3], [0, 5]]
    let mistakes = network.mistakes(x, labels: [0, 1, 0, 0, 1])
    #expect(mistakes.map(\.index) == [1, 3, 0])
    #expect(mistakes.map(\.predicted) == [0, 1, 1])
    #expect(mistakes[0].confidence == mistakes[1].confidence)
    #expect(abs(mistakes[2].confidence - Double.sigmoid(1)) < 1e-15)
    #expect(network.mistakes(x, labels: [0, 1, 0, 0, 1], count: 1).count == 1)
  }

  @Test("finds mistakes in one pass") func onePass() {
    let passes = Passes()
    let network = Sequential<Double>(inputShape: [2], layers: [CountingIdentity(passes: passes)])
    _ = network.mistakes([[0, 1], [3, 0]], labels: [0, 0])
    #expect(passes.count == 1)
  }

  @Test("tells a mistake by the logit, however near to 0") func nearLogit() {
    let network = Sequential<Double>(inputShape: [1], layers: [Identity<Double>()])
    let mistakes = network.mistakes([[1e-30], [-1e-30]], labels: [0, 0])
    #expect(mistakes.map(\.index) == [0])
  }
}

/// How often a layer was used.
private final class Passes: @unchecked Sendable { var count = 0 }

/// A layer that hands its input on and counts how often.
private struct CountingIdentity: Layer {
  let passes: Passes
  func forward(_ input: Tensor<Double>) -> Tensor<Double> { predict(input) }
  func predict(_ input: Tensor<Double>) -> Tensor<Double> {
    passes.count += 1
    return input
  }
  func backward(_ outputGradient: Tensor<Double>) -> Tensor<Double> { outputGradient }
  func outputShape(forSample shape: [Int]) -> [Int] { shape }
}
