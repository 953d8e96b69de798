extension Tensor {
  /// The product with another matrix turned: self · otherᵀ.
  ///
  /// - Precondition: Both are matrices with as many columns.
  func product(withTransposed other: Tensor) -> Tensor {
    require(
      rank == 2 && other.rank == 2 && shape[1] == other.shape[1],
      "product: shapes \(shape) and \(other.shape) do not fit [M, K] and [N, K]")
    return Tensor(
      unchecked: [shape[0], other.shape[0]],
      CNNCore.product(
        scalars, rows: shape[0], columns: shape[1], other.scalars, columns: other.shape[0],
        transposesRight: true))
  }

  /// The product of this matrix, turned, with another: selfᵀ · other.
  ///
  /// - Precondition: Both are matrices with as many rows.
  func transposedProduct(with other: Tensor) -> Tensor {
    require(
      rank == 2 && other.rank == 2 && shape[0] == other.shape[0],
      "product: shapes \(shape) and \(other.shape) do not fit [K, M] and [K, N]")
    return Tensor(
      unchecked: [shape[1], other.shape[1]],
      CNNCore.product(
        scalars, rows: shape[1], columns: shape[0], transposesLeft: true, other.scalars,
        columns: other.shape[1]))
  }

  /// The samples `[N, F]` of a batch of sequences `[N, T, F]` at one time.
  func atTime(_ time: Int) -> Tensor {
    let (times, features) = (shape[1], shape[2])
    var result: [Scalar] = []
    result.reserveCapacity(shape[0] * features)
    for sample in 0..<shape[0] {
      let start = (sample * times + time) * features
      result += scalars[start..<start + features]
    }
    return Tensor(unchecked: [shape[0], features], result)
  }

  /// A batch of sequences `[N, T, F]` from its samples at each time.
  static func sequence(_ steps: [Tensor]) -> Tensor {
    let (samples, features) = (steps[0].shape[0], steps[0].shape[1])
    var result: [Scalar] = []
    result.reserveCapacity(samples * steps.count * features)
    for sample in 0..<samples {
      for step in steps {
        result += step.scalars[sample * features..<(sample + 1) * features]
      }
    }
    return Tensor(unchecked: [samples, steps.count, features], result)
  }

  /// Columns of a matrix.
  func columns(_ range: Range<Int>) -> Tensor {
    var result: [Scalar] = []
    result.reserveCapacity(shape[0] * range.count)
    for row in 0..<shape[0] {
      let start = row * shape[1]
      result += scalars[start + range.lowerBound..<start + range.upperBound]
    }
    return Tensor(unchecked: [shape[0], range.count], result)
  }

  /// Matrices with as many rows side by side.
  static func sideBySide(_ parts: [Tensor]) -> Tensor {
    Tensor(concatenating: parts, axis: 1)
  }
}

/// What recurrent layers have in common: how their input is checked, and which gradient reaches which
/// time.
struct SequenceExtents {
  let samples: Int
  let times: Int

  /// - Precondition: The input is a batch of sequences with so many features.
  init(_ owner: String, input: [Int], features: Int) {
    require(input.count == 3, "\(owner): expected sequences [N, T, F], got shape \(input)")
    require(input[1] > 0, "\(owner): the sequences of shape \(input) are empty")
    requireFeatures(owner, input: input, features)
    samples = input[0]
    times = input[1]
  }

  /// The extents of a single step.
  ///
  /// - Precondition: The input is a batch of samples with so many features.
  init(_ owner: String, step input: [Int], features: Int) {
    require(input.count == 2, "\(owner): expected samples [N, F], got shape \(input)")
    requireFeatures(owner, input: input, features)
    samples = input[0]
    times = 1
  }

  /// A state for all samples: the given one, or zeros.
  ///
  /// - Parameter name: What the state is called in messages.
  /// - Precondition: A given state has the shape `[N, H]`.
  func state<Scalar>(
    _ owner: String, _ name: String, _ given: Tensor<Scalar>?, units: Int
  ) -> Tensor<Scalar> {
    guard let given else { return Tensor(repeating: 0, shape: [samples, units]) }
    requireState(owner, name, given, units: units)
    return given
  }

  /// Ends the program unless a state has the shape `[N, H]`.
  func requireState<Scalar>(
    _ owner: String, _ name: String, _ state: Tensor<Scalar>, units: Int
  ) {
    require(
      state.shape == [samples, units],
      "\(owner): the \(name) has shape \(state.shape), expected [\(samples), \(units)]")
  }

  /// The output's gradient at one time: of a whole sequence, or of the last output alone.
  func gradient<Scalar>(
    _ outputGradient: Tensor<Scalar>, at time: Int, units: Int
  ) -> Tensor<Scalar> {
    if outputGradient.rank == 3 { return outputGradient.atTime(time) }
    return time == times - 1
      ? outputGradient : Tensor(repeating: 0, shape: [samples, units])
  }

  /// Whether back-propagation through time is cut before a time.
  func isCut(before time: Int, truncation: Int?) -> Bool {
    truncation.map { time % $0 == 0 } ?? false
  }
}

/// Ends the program unless an input's last axis has as many features as a weight takes.
private func requireFeatures(_ owner: String, input: [Int], _ features: Int) {
  require(
    input.last == features,
    "\(owner): the weight takes \(features) features, the input of shape \(input) has "
      + "\(input.last ?? 0)")
}

/// Ends the program unless the weights have as many units as in the forward pass.
func requireUnits(_ owner: String, _ units: Int, remembered: Int) {
  require(
    units == remembered,
    "\(owner): the weights have \(units) units, those of the forward pass had \(remembered)")
}

/// Ends the program unless a truncation makes sense.
func requireTruncation(_ owner: String, _ truncation: Int?) {
  require(
    truncation ?? 1 > 0,
    "\(owner): back-propagation goes through at least 1 step, not \(truncation ?? 0)")
}
