import CNNCore
import Testing

/// What a reader is told who calls one step of a recurrent layer, or its passes, with shapes that do not fit.
@Suite struct StepMessageTests {
  @Test func simpleFeatures() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let rnn = SimpleRNN(inputWeight: Tensor.ones(2, 3), recurrentWeight: .ones(2, 2))
      _ = rnn.step(.ones(4, 2), state: .ones(4, 2))
    }
    #expect(
      fatalMessage(result)
        == "SimpleRNN: the weight takes 3 features, the input of shape [4, 2] has 2")
  }

  @Test func simpleRank() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let rnn = SimpleRNN(inputWeight: Tensor.ones(2, 3), recurrentWeight: .ones(2, 2))
      _ = rnn.step(.ones(3), state: .ones(1, 2))
    }
    #expect(
      fatalMessage(result)
        == "SimpleRNN: expected samples [N, F], got shape [3]")
  }

  @Test func simpleState() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let rnn = SimpleRNN(inputWeight: Tensor.ones(2, 3), recurrentWeight: .ones(2, 2))
      _ = rnn.step(.ones(4, 3), state: .ones(1, 2))
    }
    #expect(
      fatalMessage(result)
        == "SimpleRNN: the state has shape [1, 2], expected [4, 2]")
  }

  @Test func gruFeatures() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let gru = GRU(weights: GatedWeights(input: Tensor.ones(6, 3), recurrent: .ones(6, 2)))
      _ = gru.step(.ones(4, 2), state: .ones(4, 2))
    }
    #expect(
      fatalMessage(result)
        == "GRU: the weight takes 3 features, the input of shape [4, 2] has 2")
  }

  @Test func gruState() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let gru = GRU(weights: GatedWeights(input: Tensor.ones(6, 3), recurrent: .ones(6, 2)))
      _ = gru.step(.ones(4, 3), state: .ones(4, 1))
    }
    #expect(
      fatalMessage(result)
        == "GRU: the state has shape [4, 1], expected [4, 2]")
  }

  @Test func lstmFeatures() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let lstm = LSTM(weights: GatedWeights(input: Tensor.ones(8, 3), recurrent: .ones(8, 2)))
      _ = lstm.step(.ones(4, 2), state: .ones(4, 2), cell: .ones(4, 2))
    }
    #expect(
      fatalMessage(result)
        == "LSTM: the weight takes 3 features, the input of shape [4, 2] has 2")
  }

  @Test func lstmState() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let lstm = LSTM(weights: GatedWeights(input: Tensor.ones(8, 3), recurrent: .ones(8, 2)))
      _ = lstm.step(.ones(4, 3), state: .ones(2), cell: .ones(4, 2))
    }
    #expect(
      fatalMessage(result)
        == "LSTM: the state has shape [2], expected [4, 2]")
  }

  @Test func lstmCell() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let lstm = LSTM(weights: GatedWeights(input: Tensor.ones(8, 3), recurrent: .ones(8, 2)))
      _ = lstm.step(.ones(4, 3), state: .ones(4, 2), cell: .ones(1, 2))
    }
    #expect(
      fatalMessage(result)
        == "LSTM: the cell has shape [1, 2], expected [4, 2]")
  }

  @Test func lstmInitialCell() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var lstm = LSTM(
        weights: GatedWeights(input: Tensor.ones(8, 3), recurrent: .ones(8, 2)),
        initialCell: .ones(1, 2))
      _ = lstm.forward(.ones(4, 5, 3))
    }
    #expect(
      fatalMessage(result)
        == "LSTM: the initial cell has shape [1, 2], expected [4, 2]")
  }

  @Test func lstmOtherUnits() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var lstm = LSTM(weights: GatedWeights(input: Tensor.ones(4, 3), recurrent: .ones(4, 1)))
      _ = lstm.forward(.ones(4, 5, 3))
      lstm.weights = GatedWeights(input: .ones(8, 3), recurrent: .ones(8, 2))
      _ = lstm.backward(.ones(4, 5, 2))
    }
    #expect(
      fatalMessage(result)
        == "LSTM: the weights have 2 units, those of the forward pass had 1")
  }

  @Test func gruOtherUnits() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var gru = GRU(weights: GatedWeights(input: Tensor.ones(3, 3), recurrent: .ones(3, 1)))
      _ = gru.forward(.ones(4, 5, 3))
      gru.weights = GatedWeights(input: .ones(6, 3), recurrent: .ones(6, 2))
      _ = gru.backward(.ones(4, 5, 2))
    }
    #expect(
      fatalMessage(result)
        == "GRU: the weights have 2 units, those of the forward pass had 1")
  }
}
