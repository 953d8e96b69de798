/// The share of predicted labels that are right.
///
/// - Precondition: There are as many predictions as labels, and at least one.
public func accuracy(predicted: [Int], labels: [Int]) -> Double {
  requireLabels("accuracy", predicted, labels)
  return Double(zip(predicted, labels).count { $0 == $1 }) / Double(labels.count)
}

/// How often each class was predicted for samples of each class.
///
/// - Shapes: `[classes, classes]`; the row is the true class, the column the predicted one.
/// - Precondition: There are as many predictions as labels, all from 0 to classes − 1.
public func confusionMatrix(
  predicted: [Int], labels: [Int], classes: Int
) -> Tensor<Double> {
  requireLabels("confusionMatrix", predicted, labels)
  var counts = Tensor<Double>(repeating: 0, shape: [classes, classes])
  for (guess, label) in zip(predicted, labels) {
    require(
      (0..<classes).contains(guess) && (0..<classes).contains(label),
      "confusionMatrix: \(max(guess, label)) is not one of the classes 0 to \(classes - 1)")
    counts[label, guess] += 1
  }
  return counts
}

private func requireLabels(_ owner: String, _ predicted: [Int], _ labels: [Int]) {
  require(
    predicted.count == labels.count,
    "\(owner): there are \(predicted.count) predictions and \(labels.count) labels")
  require(!labels.isEmpty, "\(owner): there are no labels")
}
