extension Sequential {
  /// How many samples are predicted at a time, so that memory stays bounded.
  private static var predictionBatch: Int { 256 }

  /// The outputs for all samples, some hundred at a time.
  ///
  /// - Shapes: inputs `[N, …]`, result `[N, …]`.
  public func predictAll(_ inputs: Tensor<Scalar>) -> Tensor<Scalar> {
    require(inputs.rank > 0 && inputs.shape[0] > 0, "predictAll: there are no samples")
    let count = inputs.shape[0]
    var results: [Scalar] = []
    for start in stride(from: 0, to: count, by: Self.predictionBatch) {
      let places = start..<min(start + Self.predictionBatch, count)
      results += predict(inputs.rows(at: Array(places)[...])).scalars
    }
    return Tensor(
      shape: [count] + outputShape(forSample: inputShape), scalars: results)
  }

  /// The class of each sample: the place of its largest output.
  public func predictLabels(_ inputs: Tensor<Scalar>) -> [Int] {
    let classes = outputClasses("predictLabels")
    return predictAll(inputs).reshaped(-1, classes).argmax(axis: 1)
  }

  /// The share of samples whose class is predicted.
  ///
  /// - Precondition: There is a label for each sample.
  public func accuracy(_ inputs: Tensor<Scalar>, labels: [Int]) -> Double {
    CNNCore.accuracy(predicted: predictLabels(inputs), labels: labels)
  }

  /// The loss of the network on samples, and its accuracy where the targets are classes.
  public func evaluate(
    _ inputs: Tensor<Scalar>, targets: Tensor<Scalar>, loss: any Loss<Scalar>
  ) -> (loss: Double, accuracy: Double?) {
    let prediction = predictAll(inputs)
    let value = Double(loss.value(prediction, target: targets))
    return (value, correct(prediction, targets).map { Double($0) / Double(targets.shape[0]) })
  }

  /// The number of classes that the network tells apart.
  func outputClasses(_ owner: String) -> Int {
    let shape = outputShape(forSample: inputShape)
    require(
      shape.count == 1 && shape[0] > 1,
      "\(owner): classes need a vector of at least 2 outputs, and the network yields \(shape)")
    return shape[0]
  }

  /// How many predictions have their largest number where the target has it; nil where the targets are
  /// no classes.
  func correct(_ prediction: Tensor<Scalar>, _ target: Tensor<Scalar>) -> Int? {
    guard target.rank == 2, target.shape[1] > 1 else { return nil }
    return zip(prediction.argmax(axis: 1), target.argmax(axis: 1)).count { $0 == $1 }
  }
}

extension Tensor {
  /// The entries along the first axis at the given places, in their order.
  func rows(at places: ArraySlice<Int>) -> Tensor {
    let length = shape.dropFirst().reduce(1, *)
    var result: [Scalar] = []
    result.reserveCapacity(places.count * length)
    for place in places { result += scalars[place * length..<(place + 1) * length] }
    return Tensor(unchecked: [places.count] + shape.dropFirst(), result)
  }
}
