import CNNCore
import Foundation

/// The core's operators against NumPy's, SciPy's and PyTorch's.
struct CoreWorks {
  let python: String
  /// What the names of the works have to contain, if it is not empty.
  let part: String
  let peak: PeakRate

  /// Makes each comparison and hands it over at once.
  func compare(_ handOver: (Comparison) -> Void) {
    func report(_ comparison: Comparison?) { comparison.map(handOver) }
    for size in [256, 512, 1024, 2048] { report(matrixProduct(size)) }
    report(
      convolution(
        input: [64, 32, 14, 14], weight: [64, 32, 3, 3], padding: 1, goal: 1, "PyTorch",
        #"{"work": "torch convolution", "x": [64, 32, 14, 14], "w": [64, 32, 3, 3], "padding": 1}"#)
    )
    report(
      convolution(
        input: [16, 3, 32, 32], weight: [8, 3, 5, 5], padding: 0, goal: 0.1, "NumPy windows",
        #"{"work": "numpy convolution", "x": [16, 3, 32, 32], "w": [8, 3, 5, 5]}"#))
    report(smallNetwork())
    report(lectureNetwork())
    report(blur())
    report(decomposition())
  }
}

extension CoreWorks {
  /// - Parameters:
  ///   - operations: The floating-point operations that the definition asks for, a product and a sum being
  ///     two of them.
  ///   - rate: The most of them per second.
  private func comparison(
    _ work: String, _ peer: String, _ request: String, goal: Double, rounds: Int,
    operations: Double? = nil, at rate: Double = .nan, ours: () -> Void
  ) -> Comparison? {
    guard part.isEmpty || work.contains(part) else { return nil }
    let process = Peer(python: python)
    let missing = process.map { $0.prepare(request) } ?? "missing Python"
    var result = Comparison.measure(
      work, peer: peer, goal: goal, rounds: rounds, remark: missing ?? "", isWarm: true, ours: ours,
      theirs: missing == nil ? { process?.run() ?? .nan } : nil)
    result.shareOfPeak = operations.map { $0 / result.ours / rate }
    return result
  }

  private func matrixProduct(_ size: Int) -> Comparison? {
    let a = Tensor<Float>(repeating: 1, shape: [size, size])
    let b = Tensor<Float>(repeating: 0.5, shape: [size, size])
    let operations = 2 * pow(Double(size), 3)
    let comparison = comparison(
      "matrix product \(size)², single", "OpenBLAS", #"{"work": "matmul", "size": \#(size)}"#,
      goal: 1.18, rounds: size > 1000 ? 11 : 15, operations: operations, at: peak.single
    ) { _ = matmul(a, b) }
    guard var result = comparison else { return nil }
    let rate = operations / result.ours / 1e9
    result.remark = [result.remark, String(format: "%.0f GFLOP/s", rate)]
      .filter { !$0.isEmpty }.joined(separator: ", ")
    return result
  }

  private func convolution(
    input: [Int], weight: [Int], padding: Int, goal: Double, _ peer: String, _ request: String
  ) -> Comparison? {
    let shapes = "(\(text(input)))×(\(text(weight)))"
    func work<Scalar: TensorScalar>(_ type: Scalar.Type) -> () -> Void {
      let x = Tensor<Scalar>(repeating: 0.5, shape: input)
      var layer = Conv2D(
        weight: Tensor<Scalar>(repeating: 0.25, shape: weight), padding: padding)
      return {
        let y = layer.forward(x)
        _ = layer.backward(Tensor<Scalar>(repeating: 1, shape: y.shape))
      }
    }
    let isSingle = peer == "PyTorch"
    let outputs = (2...3).reduce(1) { $0 * (input[$1] + 2 * padding - weight[$1] + 1) }
    // The forward pass and each gradient take as many products.
    let products = 3 * input[0] * outputs * weight.reduce(1, *)
    return comparison(
      "convolution \(shapes), forward and backward", peer, request, goal: goal, rounds: 15,
      operations: 2 * Double(products), at: isSingle ? peak.single : peak.double,
      ours: isSingle ? work(Float.self) : work(Double.self))
  }

  private func text(_ shape: [Int]) -> String { shape.map(String.init).joined(separator: ",") }

  private func smallNetwork() -> Comparison? {
    let steps = 100
    var random = NumPyRandom(seed: 0)
    let x = random.uniform(shape: [6, 6])
    var kernel = random.uniform(low: -1, high: 1, shape: [3, 3])
    var weights = random.uniform(low: -1, high: 1, shape: [1, 4])
    var (convolutionBias, denseBias) = (0.1, 0.1)
    let comparison = comparison(
      "training step of the 6×6 network", "NumPy",
      #"{"work": "small network", "steps": \#(steps)}"#, goal: 0.02, rounds: 15
    ) {
      for _ in 0..<steps {
        let z1 = convolve(x, with: kernel, bias: convolutionBias)
        let pooled = maxPool(relu(z1), size: 2)
        let a3 = pooled.output.asColumn()
        let z4 = (matmul(weights, a3) + denseBias).item
        let delta = binaryCrossEntropyDerivative(logit: z4, target: 1)
        let back = pooled.backward((delta * weights.transposed()).reshaped(2, 2))
        let forZ1 = back * reluDerivative(z1)
        weights -= 0.01 * (delta * a3.transposed())
        denseBias -= 0.01 * delta
        kernel -= 0.01 * convolve(x, with: forZ1)
        convolutionBias -= 0.01 * forZ1.sum()
      }
    }
    guard var result = comparison else { return nil }
    result.ours /= Double(steps)
    result.theirs = result.theirs.map { $0 / Double(steps) }
    return result
  }

  private func lectureNetwork() -> Comparison? {
    let steps = 10
    var random = NumPyRandom(seed: 1)
    let layers: [LayerSpecification] = [
      .conv2D(filters: 32, kernelSize: 3, padding: .same), .relu, .maxPool2D(2),
      .conv2D(filters: 64, kernelSize: 3, padding: .same), .relu, .maxPool2D(2),
      .flatten, .dense(1024), .relu, .dropout(0.5), .dense(10),
    ]
    var network = Sequential<Float>(inputShape: [1, 28, 28], layers, using: &random)
    let images = Tensor<Float>(random.uniform(shape: [64, 1, 28, 28]))
    let targets = Tensor<Float>.oneHot(random.randint(low: 0, high: 10, count: 64), classes: 10)
    // Of the convolutions and dense layers; the first layer has no gradient for its input.
    let products = 64 * (2 * 32 * 28 * 28 * 9 + 3 * (64 * 14 * 14 * 32 * 9 + 3136 * 1024 + 10240))
    let loss = SoftmaxCrossEntropy<Float>()
    var optimizer: any Optimizer<Float> = Adam<Float>()
    let comparison = comparison(
      "training step of the lecture's MNIST network, batch 64", "PyTorch",
      #"{"work": "torch network", "steps": \#(steps)}"#, goal: 0.8, rounds: 15,
      operations: 2 * Double(steps * products), at: peak.single
    ) {
      for _ in 0..<steps {
        let prediction = network.forward(images)
        _ = loss.value(prediction, target: targets)
        network.backwardToParameters(loss.gradient(prediction, target: targets))
        network.step(&optimizer)
      }
    }
    guard var result = comparison else { return nil }
    result.ours /= Double(steps)
    result.theirs = result.theirs.map { $0 / Double(steps) }
    result.remark = [result.remark, String(format: "an epoch in %.1f s", 938 * result.ours)]
      .filter { !$0.isEmpty }.joined(separator: ", ")
    return result
  }

  private func blur() -> Comparison? {
    var random = NumPyRandom(seed: 0)
    let image = random.uniform(shape: [2048, 2048])
    let factor = gaussianFactor(sigma: 2.5, side: 15)
    return comparison(
      "15×15 blur of 2048²", "SciPy", #"{"work": "blur", "size": 2048, "width": 15}"#, goal: 1,
      rounds: 5, operations: 2 * 2 * 15 * 2048 * 2048, at: peak.double
    ) { _ = filter(image, column: factor, row: factor) }
  }

  private func decomposition() -> Comparison? {
    var random = NumPyRandom(seed: 0)
    let matrix = random.randn(800, 1200)
    return comparison(
      "singular values of 800×1200", "NumPy",
      #"{"work": "svd", "rows": 800, "columns": 1200}"#, goal: 1, rounds: 5
    ) { _ = svd(matrix) }
  }
}
