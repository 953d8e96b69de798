/// Probabilities from any numbers, stable for any finite ones: the larger the number, the larger its
/// part of 1.
///
///     softmax(x)[k] = e^(x[k] − m) / Σ_j e^(x[j] − m),   m = max x
///
/// - Parameter axis: The axis along which the probabilities add up to 1, counted from the last one
///   if negative; all elements together if nil.
/// - Shapes: any but a single number's; the output has the shape of the input.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func softmax<Scalar: TensorScalar>(
  _ x: Tensor<Scalar>, axis: Int? = -1
) -> Tensor<Scalar> {
  x.mappedLines("softmax", axis: axis) { line in
    let (exponentials, sum, _) = shiftedExponentials(line)
    return exponentials.map { $0 / sum }
  }
}

/// The logarithms of the probabilities that `softmax` gives, without the detour over numbers that
/// may be too small to be told from zero.
///
///     logSoftmax(x)[k] = x[k] − m − ln Σ_j e^(x[j] − m),   m = max x
///
/// - Parameter axis: The axis along which the probabilities add up to 1, counted from the last one
///   if negative; all elements together if nil.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func logSoftmax<Scalar: TensorScalar>(
  _ x: Tensor<Scalar>, axis: Int? = -1
) -> Tensor<Scalar> {
  x.mappedLines("logSoftmax", axis: axis) { line in
    let (_, sum, largest) = shiftedExponentials(line)
    let logarithm = Scalar.log(sum)
    return line.map { ($0 - largest) - logarithm }
  }
}

/// The derivatives of each probability of a softmax with respect to each of its inputs.
///
///     J[k, j] = ∂p[k]/∂x[j] = p[k] · (δ[k, j] − p[j]),   p = softmax(x)
///
/// - Shapes: input `[K]`, output `[K, K]`.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func softmaxJacobian<Scalar: TensorScalar>(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
  require(x.rank == 1, "softmaxJacobian: expected a vector, got a tensor of shape \(x.shape)")
  let p = softmax(x).scalars
  let others = p.indices.map { k in p.indices.filter { $0 != k }.map { p[$0] } }
  return Tensor(
    unchecked: [p.count, p.count],
    p.indices.flatMap { k in
      // 1 − p[k] as the sum of the other probabilities keeps its digits where p[k] is near 1.
      p.indices.map { j in p[k] * (j == k ? pairwiseSum(others[k]) : -p[j]) }
    })
}

/// The gradient of a loss for the input of `softmax`, from its output and the gradient for that: the
/// product of the Jacobian matrix with the gradient.
///
///     dL/dx[k] = p[k] · (g[k] − Σ_j g[j] · p[j])
///
/// - Parameters:
///   - probabilities: What `softmax` gave.
///   - axis: The axis that it was given.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func softmaxGradient<Scalar: TensorScalar>(
  probabilities: Tensor<Scalar>, outputGradient: Tensor<Scalar>, axis: Int? = -1
) -> Tensor<Scalar> {
  requireGradient("softmaxGradient", outputGradient, of: probabilities)
  return probabilities.mappedLines("softmaxGradient", with: outputGradient, axis: axis) { p, g in
    let mean = pairwiseSum(zip(g, p).map { $0 * $1 })
    return zip(p, g).map { $0 * ($1 - mean) }
  }
}

/// The gradient of a loss for the input of `logSoftmax`, from its output and the gradient for that.
///
///     dL/dx[k] = g[k] − p[k] · Σ_j g[j]
///
/// - Parameters:
///   - logProbabilities: What `logSoftmax` gave.
///   - axis: The axis that it was given.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func logSoftmaxGradient<Scalar: TensorScalar>(
  logProbabilities: Tensor<Scalar>, outputGradient: Tensor<Scalar>, axis: Int? = -1
) -> Tensor<Scalar> {
  requireGradient("logSoftmaxGradient", outputGradient, of: logProbabilities)
  return logProbabilities.mappedLines(
    "logSoftmaxGradient", with: outputGradient, axis: axis
  ) { logarithms, g in
    let sum = pairwiseSum(g)
    return zip(logarithms, g).map { $1 - Scalar.exp($0) * sum }
  }
}

/// e^(x − m) of each number, their sum, and the largest number m.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
private func shiftedExponentials<Scalar: TensorScalar>(
  _ line: [Scalar]
) -> (exponentials: [Scalar], sum: Scalar, largest: Scalar) {
  let largest = line.max() ?? 0
  let exponentials = line.map { Scalar.exp($0 - largest) }
  return (exponentials, pairwiseSum(exponentials), largest)
}

private func requireGradient<Scalar: TensorScalar>(
  _ owner: String, _ gradient: Tensor<Scalar>, of output: Tensor<Scalar>
) {
  require(
    gradient.shape == output.shape,
    "\(owner): the gradient has shape \(gradient.shape), the output \(output.shape)")
}
