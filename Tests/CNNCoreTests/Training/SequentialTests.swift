import CNNCore
import Testing

@Suite("Sequential networks") struct SequentialTests {
  /// The lecture's untraditional architecture, on smaller images.
  @Test("infer what follows from the layers before") func asymmetric() {
    var random = NumPyRandom(seed: 1)
    let side = 2
    let network = Sequential<Double>(
      inputShape: [1, 8, 8],
      [
        .conv2D(filters: 3, kernelSize: [7, 1], padding: .same), .leakyReLU(slope: 0.01),
        .conv2D(filters: 2, kernelSize: [1, 7], stride: [2, 1], padding: .same, usesBias: false),
        .maxPool2D(side, stride: [1, 2]), .averagePool2D([2, 1], stride: 1, ceilMode: true),
        .conv2D(filters: 2, kernelSize: [2, 2], dilation: [1, 2], initializer: .heNormal),
        .batchNorm2D,
        .normalization(.standard), .identity, .flatten, .dense(5, usesBias: false), .sigmoid,
        .dropout(0.5), .dense(3), .logSoftmax,
      ], using: &random)
    #expect(
      network.layerSummaries.prefix(6).map(\.outputShape) == [
        [3, 8, 8], [3, 8, 8], [2, 4, 8], [2, 3, 4], [2, 2, 4], [2, 1, 2],
      ])
    #expect(network.parameterCount == 24 + 42 + 18 + 4 + 20 + 18)
    #expect(network.predict(random.randn(4, 1, 8, 8)).shape == [4, 3])
  }

  @Test("count what is trained and what is only remembered") func summary() {
    var random = NumPyRandom(seed: 1)
    let network = Sequential<Float>(
      inputShape: [1, 4, 4],
      [.conv2D(filters: 2, kernelSize: 3), .batchNorm2D, .flatten, .dense(3)], using: &random)
    #expect(network.parameterCount == 20 + 4 + 27)
    #expect(network.layerSummaries[1].bufferCount == 4)
    #expect(
      "\(network)" == """
        Layer        Output shape  Parameters
        ─────────────────────────────────────
        Conv2D       [N, 2, 2, 2]          20
        BatchNorm2D  [N, 2, 2, 2]           8
        Flatten      [N, 8]                 0
        Dense        [N, 3]                27
        ─────────────────────────────────────
        Parameters: 55, of which 51 trainable and 4 not
        """)
  }

  @Test("learn sequences") func recurrent() {
    var random = NumPyRandom(seed: 4)
    let layers: [LayerSpecification] = [
      .simpleRNN(3, activation: .relu, returnsSequence: true), .lstm(4, returnsSequence: true),
      .gru(3, resetsAfterProduct: false), .dense(1),
    ]
    let network = Sequential<Double>(inputShape: [5, 2], layers, using: &random)
    #expect(network.layerSummaries.map(\.outputShape) == [[5, 3], [5, 4], [3], [1]])
    let check = GradientCheck(network, input: random.randn(2, 5, 2), using: &random)
    #expect(check.passes, "\(check)")
  }

  @Test("draw the same parameters from the same seed") func reproducible() {
    func parameters() -> [Tensor<Float>] {
      var random = NumPyRandom(seed: 8)
      var network = Sequential<Float>(
        inputShape: [1, 6, 6],
        [.conv2D(filters: 2, kernelSize: 3), .dropout(0.2), .flatten, .dense(4)], using: &random)
      var tensors: [Tensor<Float>] = []
      network.visitParameters { _, value, _ in tensors.append(value) }
      return tensors
    }
    #expect(parameters() == parameters())
  }

  @Test("train with Dropout drawn alike, and predict without") func dropout() {
    var random = NumPyRandom(seed: 2)
    var network = Sequential<Double>(inputShape: [50], [.dropout(0.5)], using: &random)
    let x = Tensor<Double>.ones(1, 50)
    #expect(network.predict(x) == x)
    #expect(Set(network.forward(x).scalars) == [0, 2])
  }
}
