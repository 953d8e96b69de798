import Testing

@testable import CNNCore

/// Serialized, since the threads and the form are the whole process's.
@Suite("Training bits", .serialized) struct ThreadTests {
  private func learnt() -> [Tensor<Float>] {
    var random = NumPyRandom(seed: 1)
    var network = Sequential<Float>(
      inputShape: [1, 12, 12],
      [
        .conv2D(filters: 8, kernelSize: 3, padding: .same), .relu, .maxPool2D(2),
        .conv2D(filters: 9, kernelSize: 3), .batchNorm2D, .tanh, .flatten, .dense(33), .relu,
        .dropout(0.5), .dense(10),
      ], using: &random)
    let x = Tensor<Float>(random.randn(40, 1, 12, 12))
    network.fit(x, labels: (0..<40).map { $0 % 10 }, epochs: 2, batchSize: 16, using: &random)
    var tensors: [Tensor<Float>] = []
    network.visitParameters { _, value, _ in tensors.append(value) }
    return tensors + [network.predictAll(x)]
  }

  @Test("do not depend on threads or on the processor") func bits() {
    let (threads, form) = (KernelThreads.count, KernelForm.current)
    defer { (KernelThreads.count, KernelForm.current) = (threads, form) }
    let expected = learnt()
    for other in [1, 2, 5] {
      KernelThreads.count = other
      #expect(learnt() == expected, "\(other) threads")
    }
    for other in KernelForm.allCases where other.isAvailable {
      KernelForm.current = other
      #expect(learnt() == expected, "\(other)")
    }
  }
}
