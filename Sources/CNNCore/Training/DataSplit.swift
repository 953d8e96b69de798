/// The places of samples for training and for testing, drawn as scikit-learn's `train_test_split` draws
/// them: of a permutation the first are for testing, the next for training.
///
/// - Parameters:
///   - testShare: The share of samples for testing, between 0 and 1, rounded up to whole samples.
///   - generator: What draws the permutation.
/// - Precondition: Both parts get at least one sample.
public func trainTestSplit(
  _ count: Int, testShare: Double, using generator: inout NumPyRandom
) -> (train: [Int], test: [Int]) {
  require(
    (0...1).contains(testShare),
    "trainTestSplit: the share for testing is \(testShare); expected a number between 0 and 1")
  let tests = Int((testShare * Double(count)).rounded(.up))
  require(
    tests > 0 && tests < count,
    "trainTestSplit: a share of \(testShare) leaves \(count - tests) of \(count) samples for "
      + "training and \(tests) for testing")
  let order = generator.permutation(count)
  return (Array(order[tests...]), Array(order[..<tests]))
}
