import CNNCore
import Testing

@Suite struct BatchNormTests {
  @Test func trainingAndUse() {
    var random = NumPyRandom(seed: 5)
    let x = random.normal(mean: 3, standardDeviation: 2, shape: [4, 2, 3, 5])
    var norm = BatchNorm2D(channels: 2)
    let y = norm.forward(x)
    for channel in 0..<2 {
      let numbers = Tensor(stacking: (0..<4).map { y[slice: $0][slice: channel] })
      #expect(abs(numbers.mean()) < 1e-14)
      // The variance of the output is σ² / (σ² + ε).
      expectClose((numbers * numbers).mean(), 1, relative: 1e-5)
      let inputs = Tensor(stacking: (0..<4).map { x[slice: $0][slice: channel] })
      let mean = inputs.mean()
      let squares = ((inputs - mean) * (inputs - mean)).sum()
      expectClose(norm.runningMean[channel], 0.1 * mean)
      expectClose(norm.runningVariance[channel], 0.9 + 0.1 * squares / 59)
      expectClose(
        norm.predict(x)[1, channel, 2, 3],
        (x[1, channel, 2, 3] - norm.runningMean[channel])
          / (norm.runningVariance[channel] + 1e-5).squareRoot())
    }
    var buffers: [String] = []
    norm.visitBuffers { name, value in
      buffers.append(name)
      #expect(value.shape == [2])
    }
    #expect(buffers == ["runningMean", "runningVariance"])
  }

  @Test func runningAveragesSettle() {
    var random = NumPyRandom(seed: 1)
    var norm = BatchNorm2D<Float>(channels: 1)
    for _ in 0..<60 {
      let x = random.normal(mean: -2, standardDeviation: 3, shape: [8, 1, 4, 4])
      _ = norm.forward(Tensor<Float>(x))
    }
    // 0.1 of each new batch leaves a tenth or so of a batch's own deviation.
    #expect(abs(norm.runningMean[0] + 2) < 0.5)
    #expect(abs(norm.runningVariance[0] - 9) < 2)
  }
}
