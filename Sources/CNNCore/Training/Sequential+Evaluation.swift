extension Sequential {
  /// How many samples are predicted at a time, so that memory stays bounded.
  private static var predictionBatch: Int { 256 }

  /// The outputs for all samples, some hundred at a time.
  ///
  /// - Shapes: inputs `[N, …]`, result `[N, …]`.
  public func predictAll(_ inputs: Tensor<Scalar>) -> Tensor<Scalar> {
    require(inputs.rank > 0 && inputs.shape[0] > 0, "predictAll: there are no samples")
    let count = inputs.shape[0]
    let output = [count] + outputShape(forSample: inputShape)
    var results: [Scalar] = []
    results.reserveCapacity(output.reduce(1, *))
    for start in stride(from: 0, to: count, by: Self.predictionBatch) {
      let places = start..<min(start + Self.predictionBatch, count)
      results += predict(inputs.rows(at: Array(places)[...])).scalars
    }
    return Tensor(shape: output, scalars: results)
  }

  /// The probability of each class for each sample: the outputs where the network ends with a softmax,
  /// else the softmax of its logits.
  ///
  /// - Shapes: inputs `[N, …]`, result `[N, K]`; a single output gives two classes.
  public func predictProbabilities(_ inputs: Tensor<Scalar>) -> Tensor<Scalar> {
    _ = outputCount("predictProbabilities")
    return probabilities(of: predictAll(inputs))
  }

  /// The probabilities that each row of outputs stands for.
  private func probabilities(of prediction: Tensor<Scalar>) -> Tensor<Scalar> {
    guard prediction.shape[1] == 1 else {
      return outputKind == .distribution ? prediction : softmax(prediction, axis: 1)
    }
    let ones = outputKind == .probabilities ? prediction : sigmoid(prediction)
    return Tensor(unchecked: [ones.count, 2], ones.scalars.flatMap { [1 - $0, $0] })
  }

  /// The class of each sample: the place of its largest output. A single output stands for class 1 where
  /// its probability is above 1/2, else for class 0.
  public func predictLabels(_ inputs: Tensor<Scalar>) -> [Int] {
    _ = outputCount("predictLabels")
    return classes(of: predictAll(inputs))
  }

  /// The class that each row of outputs stands for.
  private func classes(of prediction: Tensor<Scalar>) -> [Int] {
    if prediction.shape[1] > 1 { return prediction.argmax(axis: 1) }
    let limit: Scalar = outputKind == .probabilities ? 0.5 : 0
    return prediction.scalars.map { $0 > limit ? 1 : 0 }
  }

  /// The share of samples whose class is predicted.
  ///
  /// - Precondition: There is a label for each sample.
  public func accuracy(_ inputs: Tensor<Scalar>, labels: [Int]) -> Double {
    CNNCore.accuracy(predicted: predictLabels(inputs), labels: labels)
  }

  /// The loss of the network on samples, and its accuracy where the targets are classes.
  ///
  /// - Precondition: As for `fit`.
  public func evaluate(
    _ inputs: Tensor<Scalar>, targets: Tensor<Scalar>, loss: any Loss<Scalar>
  ) -> (loss: Double, accuracy: Double?) {
    requireSamples("evaluate", inputs, targets, "samples", loss: loss)
    let prediction = predictAll(inputs)
    let value = Double(loss.value(prediction, target: targets))
    let scoring = Scoring(loss, targets: targets)
    return (
      value, scoring.map { Double($0.correct(prediction, targets)) / Double(targets.shape[0]) }
    )
  }

  /// The loss and the accuracy of the network on samples with class labels. The accuracy is that of
  /// `predictLabels`, whatever the loss.
  ///
  /// - Parameter loss: The cross-entropy of the logits if not given.
  /// - Precondition: As for `fit`.
  public func evaluate(
    _ inputs: Tensor<Scalar>, labels: [Int], loss: (any Loss<Scalar>)? = nil
  ) -> (loss: Double, accuracy: Double) {
    let outputs = outputCount("evaluate")
    let targets = targets("evaluate", labels, outputs: outputs)
    let loss = loss ?? (outputs == 1 ? BinaryCrossEntropy<Scalar>() : SoftmaxCrossEntropy<Scalar>())
    requireSamples("evaluate", inputs, targets, "samples", loss: loss)
    let prediction = predictAll(inputs)
    return (
      Double(loss.value(prediction, target: targets)),
      CNNCore.accuracy(predicted: classes(of: prediction), labels: labels)
    )
  }

  /// The samples whose class is not predicted, the surest mistakes first.
  ///
  /// - Parameter count: At most how many; all if not given.
  /// - Precondition: There is a label for each sample.
  public func mistakes(
    _ inputs: Tensor<Scalar>, labels: [Int], count: Int? = nil
  ) -> [Mistake] {
    _ = outputCount("mistakes")
    let prediction = predictAll(inputs)
    let probabilities = probabilities(of: prediction)
    requireLabels("mistakes", predictions: probabilities.shape[0], labels)
    let classes = probabilities.shape[1]
    let wrong = zip(labels, self.classes(of: prediction)).enumerated().compactMap { index, pair in
      pair.0 == pair.1
        ? nil
        : Mistake(
          index: index, label: pair.0, predicted: pair.1,
          confidence: Double(probabilities.scalars[index * classes + pair.1]))
    }
    // Samples of one confidence stay in their order.
    let sorted = wrong.sorted { ($1.confidence, $0.index) < ($0.confidence, $1.index) }
    return Array(sorted.prefix(count ?? sorted.count))
  }
}

/// A sample whose class was not predicted.
public struct Mistake: Hashable, Sendable {
  /// Its place among the samples.
  public var index: Int
  /// Its class.
  public var label: Int
  /// The class that was predicted.
  public var predicted: Int
  /// The probability that the prediction had.
  public var confidence: Double
}

extension Mistake: CustomStringConvertible {
  /// The sample, its class and the one that was predicted: `sample 7: 0 taken for 1 (93.5 %)`.
  public var description: String {
    "sample \(index): \(label) taken for \(predicted) (\((100 * confidence).rounded(digits: 1)) %)"
  }
}
