import CNNCore
import Testing

@Suite("Splitting and standardising") struct DataSplitTests {
  @Test("draws as scikit-learn does") func split() {
    let expected = Fixture.lecture["split"]
    var random = NumPyRandom(seed: 0)
    // The lecture draws five digits to look at before it splits.
    _ = random.choice(1797, size: 5, replacing: true)
    let (train, test) = trainTestSplit(1797, testShare: 1 - 0.8, using: &random)
    #expect(train.count == expected["n_train"].integer)
    #expect(test.count == expected["n_test"].integer)
    #expect(Array(test.prefix(20)) == expected["test_indices_first_20"].integers)
    #expect(Array(train.prefix(20)) == expected["train_indices_first_20"].integers)
  }

  @Test("measures the training samples alone") func standardize() {
    let standardize = Standardizer<Double>([[1, 5], [3, 5]])
    #expect(standardize([[1, 5], [5, 6]]) == [[-1, 0], [3, 1]])
  }

  @Test("only moves a constant feature, also where its mean is rounded") func constantFeature() {
    let standardize = Standardizer<Double>([[0.1, 1], [0.1, 2], [0.1, 3]])
    #expect(standardize.mean == [0.1, 2] && standardize.deviation[0] == 1)
    #expect(standardize([[0.1, 2], [0.2, 2]]) == [[0, 0], [0.1, 0]])
    let floats = Standardizer<Float>(Tensor(repeating: 0.7, shape: [3, 1]))
    #expect(floats.mean == [0.7] && floats.deviation == [1])
  }

  @Test func shareThatIsNoShare() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = NumPyRandom(seed: 0)
      _ = trainTestSplit(3, testShare: .nan, using: &random)
    }
    #expect(
      fatalMessage(result)
        == "trainTestSplit: the share for testing is nan; expected a number between 0 and 1")
  }

  @Test func emptyPart() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = NumPyRandom(seed: 0)
      _ = trainTestSplit(3, testShare: 1, using: &random)
    }
    #expect(
      fatalMessage(result)
        == "trainTestSplit: a share of 1.0 leaves 0 of 3 samples for training and 3 for testing")
  }
}
