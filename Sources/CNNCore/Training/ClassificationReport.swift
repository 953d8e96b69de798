/// How well each class is told from the others, as scikit-learn's `classification_report`.
///
///     precision = right / predicted,   recall = right / there,   F₁ = 2 · p · r / (p + r)
///
/// A share of nothing counts as 0.
public struct ClassificationReport: Hashable, Sendable, CustomStringConvertible {
  /// The numbers of one class, or their means.
  public struct Score: Hashable, Sendable {
    /// The share of the samples predicted as the class that are of it.
    public var precision: Double
    /// The share of the class's samples that are predicted as it.
    public var recall: Double
    /// The harmonic mean of both.
    public var f1: Double
    /// How many samples are of the class.
    public var support: Int
  }

  /// The scores of each class.
  public let classes: [Score]
  /// The share of all samples that are right.
  public let accuracy: Double
  /// The means over the classes, each counting alike.
  public let macroAverage: Score
  /// The means over the classes, each counting by its samples.
  public let weightedAverage: Score

  /// The report on predicted labels.
  ///
  /// - Precondition: There are as many predictions as labels, all from 0 to classes − 1.
  public init(predicted: [Int], labels: [Int], classes: Int) {
    self.init(confusionMatrix(predicted: predicted, labels: labels, classes: classes))
  }

  /// The report on a confusion matrix: true classes in rows, predicted ones in columns.
  ///
  /// - Precondition: The matrix is square and counts at least one sample.
  public init(_ matrix: Tensor<Double>) {
    require(
      matrix.rank == 2 && matrix.shape[0] == matrix.shape[1],
      "ClassificationReport: expected a square matrix, got shape \(matrix.shape)")
    let all = matrix.sum()
    require(all > 0, "ClassificationReport: the matrix counts no samples")
    func share(_ part: Double, of whole: Double) -> Double { whole > 0 ? part / whole : 0 }
    let (there, predicted) = (matrix.sum(axis: 1), matrix.sum(axis: 0))
    let scores = (0..<matrix.shape[0]).map { label in
      let right = matrix[label, label]
      let precision = share(right, of: predicted[label])
      let recall = share(right, of: there[label])
      return Score(
        precision: precision, recall: recall,
        f1: share(2 * precision * recall, of: precision + recall), support: Int(there[label]))
    }
    func average(_ weight: (Score) -> Double) -> Score {
      let sum = pairwiseSum(scores.map(weight))
      func mean(_ value: (Score) -> Double) -> Double {
        pairwiseSum(scores.map { value($0) * weight($0) }) / sum
      }
      return Score(
        precision: mean(\.precision), recall: mean(\.recall), f1: mean(\.f1), support: Int(all))
    }
    classes = scores
    accuracy = pairwiseSum((0..<scores.count).map { matrix[$0, $0] }) / all
    macroAverage = average { _ in 1 }
    weightedAverage = average { Double($0.support) }
  }

  /// The report as a table of text.
  public var description: String {
    func row(_ name: String, _ score: Score) -> [String] {
      [name] + [score.precision, score.recall, score.f1].map { $0.rounded(digits: 4) }
        + [String(score.support)]
    }
    let rows =
      classes.enumerated().map { row(String($0), $1) }
      + [
        row("macro average", macroAverage), row("weighted average", weightedAverage),
        ["accuracy", "", "", accuracy.rounded(digits: 4), String(macroAverage.support)],
      ]
    return TextTable(
      head: ["Class", "Precision", "Recall", "F1", "Samples"], rows: rows,
      alignment: [.left, .right, .right, .right, .right]
    ).text
  }
}
