/// How well a gradient foretells the change of a function, in per cent: the accuracy test of the
/// assignment on four-dimensional convolution.
///
///     exact    = Σ g · (f(x + δ) − f(x))
///     first    = Σ dL/dx · δ
///     accuracy = 100 · (1 − |exact − first| / |exact|)
///
/// - Note: A convolution is linear in its input, its weight and its bias, so that the two agree to
///   rounding for any δ; max pooling is until a maximum changes place.
public struct GradientAccuracy: Hashable, Sendable, CustomStringConvertible {
  /// The change of the function.
  public var exactChange: Double
  /// The change that the gradient foretells.
  public var firstOrderChange: Double

  /// The accuracy in per cent.
  public var percent: Double {
    if exactChange == firstOrderChange { return 100 }
    return 100 * (1 - (exactChange - firstOrderChange).magnitude / exactChange.magnitude)
  }

  /// Both changes and the accuracy, such as `exact -0.25, first order -0.25, accuracy 100.0 %`.
  public var description: String {
    "exact \(exactChange), first order \(firstOrderChange), accuracy \(percent) %"
  }

  /// Measures the gradient for an input.
  ///
  /// - Parameters:
  ///   - function: The function of the input, such as a layer's forward pass.
  ///   - input: Where it is taken.
  ///   - change: The δ.
  ///   - outputGradient: The g, of the output's shape.
  ///   - gradient: The claimed gradient for the input.
  public init(
    of function: (Tensor<Double>) -> Tensor<Double>, at input: Tensor<Double>,
    change: Tensor<Double>, outputGradient: Tensor<Double>, gradient: Tensor<Double>
  ) {
    require(
      change.shape == input.shape && gradient.shape == input.shape,
      "GradientAccuracy: the change has shape \(change.shape), the gradient \(gradient.shape), "
        + "the input \(input.shape)")
    exactChange = (outputGradient * (function(input + change) - function(input))).sum()
    firstOrderChange = (gradient * change).sum()
  }

  /// Measures a layer's gradients for its input and for each of its parameters.
  ///
  /// - Parameters:
  ///   - size: The standard deviation of the changes. Default 1e-3.
  ///   - generator: What draws the output's gradient and the changes.
  /// - Returns: The input's first, then the parameters' in visiting order.
  public static func measure<L: Layer<Double>>(
    _ layer: L, input: Tensor<Double>, size: Double = 1e-3, using generator: inout NumPyRandom
  ) -> [(name: String, accuracy: GradientAccuracy)] {
    var copy = layer
    let output = copy.forward(input)
    let weights = generator.normal(shape: output.shape)
    let forInput = copy.backward(weights)
    func run(_ layer: L, _ input: Tensor<Double>) -> Tensor<Double> {
      var layer = layer
      return layer.forward(input)
    }
    var results = [
      (
        name: "input",
        accuracy: GradientAccuracy(
          of: { run(layer, $0) }, at: input,
          change: generator.normal(mean: 0, standardDeviation: size, shape: input.shape),
          outputGradient: weights, gradient: forInput)
      )
    ]
    var parameters: [(name: String, value: Tensor<Double>, gradient: Tensor<Double>)] = []
    copy.visitParameters { parameters.append(($0, $1, $2)) }
    for (index, parameter) in parameters.enumerated() {
      let accuracy = GradientAccuracy(
        of: { value in
          var changed = layer
          var visited = 0
          changed.visitParameters { _, place, _ in
            if visited == index { place = value }
            visited += 1
          }
          return run(changed, input)
        }, at: parameter.value,
        change: generator.normal(
          mean: 0, standardDeviation: size, shape: parameter.value.shape),
        outputGradient: weights, gradient: parameter.gradient)
      results.append((parameter.name, accuracy))
    }
    return results
  }
}
