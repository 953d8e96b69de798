import CNNCore
import Testing

/// What a reader is told who gives batch normalisation numbers that do not fit.
@Suite struct BatchNormMessageTests {
  @Test func weight() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var norm = BatchNorm2D(channels: 2)
      norm.weight = [1]
    }
    #expect(
      fatalMessage(result)
        == "BatchNorm2D: 2 channels need a weight of shape [2], got [1]")
  }

  @Test func bias() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var norm = BatchNorm2D(channels: 2)
      norm.bias = [[1, 2]]
    }
    #expect(
      fatalMessage(result)
        == "BatchNorm2D: 2 channels need a bias of shape [2], got [1, 2]")
  }

  @Test func runningMean() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var norm = BatchNorm2D(channels: 2)
      norm.visitBuffers { name, value in
        if name == "runningMean" { value = [0] }
      }
    }
    #expect(
      fatalMessage(result)
        == "BatchNorm2D: 2 channels need a running mean of shape [2], got [1]")
  }

  @Test func runningVariance() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var norm = BatchNorm2D(channels: 2)
      norm.visitBuffers { name, value in
        if name == "runningVariance" { value = [0, 1, 2] }
      }
    }
    #expect(
      fatalMessage(result)
        == "BatchNorm2D: 2 channels need a running variance of shape [2], got [3]")
  }

  @Test func momentum() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = BatchNorm2D(channels: 2, momentum: 1.5)
    }
    #expect(
      fatalMessage(result)
        == "BatchNorm2D: 'momentum' is 1.5; expected a number from 0 to 1")
  }

  @Test func momentumIsNone() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = BatchNorm2D<Float>(channels: 2, momentum: .nan)
    }
    #expect(
      fatalMessage(result)
        == "BatchNorm2D: 'momentum' is nan; expected a number from 0 to 1")
  }

  @Test func epsilon() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = BatchNorm2D(channels: 2, epsilon: 0)
    }
    #expect(
      fatalMessage(result)
        == "BatchNorm2D: 'epsilon' is 0.0; expected a finite number above 0")
  }
}
