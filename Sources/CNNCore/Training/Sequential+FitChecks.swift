extension Sequential {
  func requireTraining(epochs: Int, batchSize: Int, l2: Double, maximumGradientNorm: Double?) {
    require(epochs >= 0, "fit: the number of epochs is negative: \(epochs)")
    require(batchSize > 0, "fit: a batch holds at least 1 sample, not \(batchSize)")
    require(l2 >= 0 && l2.isFinite, "fit: the L2 factor must be at least 0, not \(l2)")
    if let norm = maximumGradientNorm {
      require(norm > 0, "fit: the gradients' norm must be above 0, not \(norm)")
    }
  }

  /// Ends the program unless samples and targets fit the network and its loss.
  func requireSamples(
    _ owner: String, _ inputs: Tensor<Scalar>, _ targets: Tensor<Scalar>, _ what: String,
    loss: any Loss<Scalar>
  ) {
    require(inputs.rank > 0 && inputs.shape[0] > 0, "\(owner): there are no \(what)")
    require(
      Array(inputs.shape.dropFirst()) == inputShape,
      "\(owner): the network takes samples \(inputShape), and the \(what) have shape "
        + "\(Array(inputs.shape.dropFirst()))"
        + (inputs.shape == inputShape ? ". Give one sample an axis of samples: [1, …]." : ""))
    require(
      targets.rank > 0 && targets.shape[0] == inputs.shape[0],
      "\(owner): \(inputs.shape[0]) \(what) have \(targets.shape.first ?? 0) targets")
    let output = outputShape(forSample: inputShape)
    require(
      Array(targets.shape.dropFirst()) == output,
      "\(owner): the network yields \(output) for a sample, and the targets have shape "
        + "\(Array(targets.shape.dropFirst()))")
    requireFit(owner, loss, outputs: output.reduce(1, *))
  }

  /// Ends the program where the last layer and the loss do not belong together.
  private func requireFit(_ owner: String, _ loss: any Loss<Scalar>, outputs: Int) {
    let last = names.last ?? ""
    if loss is SoftmaxCrossEntropy<Scalar> {
      require(
        outputKind == .numbers,
        "\(owner): SoftmaxCrossEntropy takes logits; remove the last layer (\(last)) or use "
          + "CategoricalCrossEntropy")
      require(
        outputs > 1,
        "\(owner): SoftmaxCrossEntropy needs at least 2 outputs; for one use BinaryCrossEntropy")
    }
    if let binary = loss as? BinaryCrossEntropy<Scalar> {
      require(
        outputKind != .distribution,
        "\(owner): BinaryCrossEntropy takes each output by itself, and those of the last layer "
          + "(\(last)) add up to 1; use CategoricalCrossEntropy")
      require(
        binary.fromLogits != (outputKind == .probabilities),
        binary.fromLogits
          ? "\(owner): BinaryCrossEntropy from logits does not go with a last layer (\(last)); "
            + "remove it or use BinaryCrossEntropy(fromLogits: false)"
          : "\(owner): BinaryCrossEntropy from probabilities needs a last layer (Sigmoid), not "
            + "(\(last))")
    }
    if loss is LogisticCost<Scalar> {
      require(
        outputKind == .probabilities,
        "\(owner): LogisticCost takes probabilities; end with '.sigmoid', not (\(last))")
    }
    if loss is CategoricalCrossEntropy<Scalar> {
      require(
        outputKind == .distribution,
        "\(owner): CategoricalCrossEntropy takes probabilities that add up to 1; end with "
          + "'.softmax', not (\(last)), or use SoftmaxCrossEntropy")
    }
  }

  /// The length of the output vector.
  func outputCount(_ owner: String) -> Int {
    let shape = outputShape(forSample: inputShape)
    require(
      shape.count == 1,
      "\(owner): classes need a vector of outputs, and the network yields \(shape)")
    return shape[0]
  }

  /// Labels as what the network is to yield: one-hot rows, or a column of 0 and 1 for a single output.
  func targets(_ owner: String, _ labels: [Int], outputs: Int) -> Tensor<Scalar> {
    guard outputs == 1 else {
      if let place = labels.firstIndex(where: { $0 < 0 || $0 >= outputs }) {
        fail(
          "\(owner): label \(labels[place]) at position \(place) is not one of the \(outputs) "
            + "classes that the network has outputs for, 0 to \(outputs - 1)")
      }
      return .oneHot(labels, classes: outputs)
    }
    if let place = labels.firstIndex(where: { $0 != 0 && $0 != 1 }) {
      fail(
        "\(owner): label \(labels[place]) at position \(place) is not 0 or 1, and the network has a "
          + "single output")
    }
    return Tensor(unchecked: [labels.count, 1], labels.map { Scalar($0) })
  }
}
