extension Sequential {
  /// Changes all parameters by the gradients of the last backward pass.
  ///
  /// - Parameters:
  ///   - l2: The factor λ of an L2 term, whose gradient λ · w is added for all but biases.
  ///   - maximumGradientNorm: How long all gradients, as one vector, may be; see `fit`.
  public mutating func step(
    _ optimizer: inout any Optimizer<Scalar>, l2: Scalar = 0, maximumGradientNorm: Double? = nil
  ) {
    optimizer.beginStep()
    updateParameters(l2, maximumGradientNorm) { optimizer.update(&$0, gradient: $1, slot: $2) }
  }

  /// Changes all parameters by the gradients of the last backward pass, by an optimiser of a known type.
  ///
  /// - Parameters:
  ///   - l2: The factor λ of an L2 term, whose gradient λ · w is added for all but biases.
  ///   - maximumGradientNorm: How long all gradients, as one vector, may be; see `fit`.
  public mutating func step<Rule: Optimizer<Scalar>>(
    _ optimizer: inout Rule, l2: Scalar = 0, maximumGradientNorm: Double? = nil
  ) {
    optimizer.beginStep()
    updateParameters(l2, maximumGradientNorm) { optimizer.update(&$0, gradient: $1, slot: $2) }
  }

  private mutating func updateParameters(
    _ l2: Scalar, _ maximumNorm: Double?,
    _ update: (inout Tensor<Scalar>, Tensor<Scalar>, Int) -> Void
  ) {
    func full(_ name: String, _ value: Tensor<Scalar>, _ gradient: Tensor<Scalar>) -> Tensor<Scalar>
    {
      l2 > 0 && !isBias(name) ? gradient + value * l2 : gradient
    }
    var factor: Scalar = 1
    if let maximumNorm {
      var norms: [Scalar] = []
      visitParameters { norms.append(full($0, $1, $2).norm()) }
      // PyTorch's divisor: a gradient of zeros stays as it is.
      factor = Swift.min(1, Scalar(maximumNorm) / (Tensor(norms).norm() + 1e-6))
    }
    var slot = 0
    visitParameters { name, value, gradient in
      let gradient = full(name, value, gradient)
      update(&value, factor < 1 ? gradient * factor : gradient, slot)
      slot += 1
    }
  }
}
