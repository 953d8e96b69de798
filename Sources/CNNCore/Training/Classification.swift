/// The share of predicted labels that are right.
///
/// - Precondition: There are as many predictions as labels, and at least one.
public func accuracy(predicted: [Int], labels: [Int]) -> Double {
  requireLabels("accuracy", predictions: predicted.count, labels)
  return Double(zip(predicted, labels).count { $0 == $1 }) / Double(labels.count)
}

/// How often each class was predicted for samples of each class.
///
/// - Shapes: `[classes, classes]`; the row is the true class, the column the predicted one.
/// - Precondition: There are as many predictions as labels, all from 0 to classes − 1.
public func confusionMatrix(
  predicted: [Int], labels: [Int], classes: Int
) -> Tensor<Double> {
  requireLabels("confusionMatrix", predictions: predicted.count, labels)
  require(classes > 0, "confusionMatrix: there are no classes")
  var counts = Tensor<Double>(repeating: 0, shape: [classes, classes])
  for (guess, label) in zip(predicted, labels) {
    for number in [guess, label] {
      require(
        (0..<classes).contains(number),
        "confusionMatrix: \(number) is not one of the classes 0 to \(classes - 1)")
    }
    counts[label, guess] += 1
  }
  return counts
}

/// Ends the program unless there is a label for each prediction, and one at all.
func requireLabels(_ owner: String, predictions: Int, _ labels: [Int]) {
  require(
    predictions == labels.count,
    "\(owner): there are \(predictions) predictions and \(labels.count) labels")
  require(!labels.isEmpty, "\(owner): there are no labels")
}
