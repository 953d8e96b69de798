/// The comparison of a layer's gradients with central differences.
///
///     dL/dx ≈ (L(x + h) − L(x − h)) / 2h,   L = Σ g · layer(x) with fixed numbers g
///
/// - Note: In double precision a right formula differs by about 1e-9 of the largest gradient; one that is
///   wrong in a single term differs by more than 1e-3. A deviation that the rounding of L alone explains
///   counts as none, so that a gradient of zero, as of a bias before batch normalization, passes. A layer that draws, such as dropout, is checked as
///   one that draws the same each time.
public struct GradientCheck: Hashable, Sendable, CustomStringConvertible {
  /// What was found for one tensor.
  public struct Finding: Hashable, Sendable {
    /// The tensor: `input`, or a parameter's name.
    public var name: String
    /// The largest difference, divided by the largest of the gradients.
    public var relativeError: Double
    /// Where the difference is largest, along each axis.
    public var worstPlace: [Int]
    /// The layer's gradient there.
    public var gradient: Double
    /// The central difference there.
    public var difference: Double
  }

  /// The findings: the input first, then the parameters in visiting order.
  public var findings: [Finding]
  /// The largest relative error that passes.
  public var tolerance: Double

  /// Whether all gradients agree with the differences.
  public var passes: Bool { findings.allSatisfy { $0.relativeError <= tolerance } }

  /// Checks a layer, or a whole model, on an input.
  ///
  /// - Parameters:
  ///   - layer: The layer; it is not changed.
  ///   - input: A batch that it takes.
  ///   - step: The h of the differences. Default 1e-5, which balances the error of the formula, h²,
  ///     with that of rounding, 1e-16 / h.
  ///   - tolerance: The largest relative error that passes. Default 1e-7.
  ///   - generator: What draws the numbers g.
  public init<L: Layer<Double>>(
    _ layer: L, input: Tensor<Double>, step: Double = 1e-5, tolerance: Double = 1e-7,
    using generator: inout NumPyRandom
  ) {
    var copy = layer
    let weights = generator.normal(shape: copy.forward(input).shape)
    self.init(
      layer, input: input, step: step, tolerance: tolerance, outputGradient: { _ in weights },
      value: { ($0 * weights).sum() })
  }

  /// Checks a model together with its loss.
  ///
  /// - Parameters:
  ///   - layer: The layer or model; it is not changed.
  ///   - input: A batch that it takes.
  ///   - target: What the loss compares its output with.
  ///   - step: The h of the differences. Default 1e-5.
  ///   - tolerance: The largest relative error that passes. Default 1e-7.
  public init<L: Layer<Double>>(
    _ layer: L, input: Tensor<Double>, target: Tensor<Double>, loss: any Loss<Double>,
    step: Double = 1e-5, tolerance: Double = 1e-7
  ) {
    self.init(
      layer, input: input, step: step, tolerance: tolerance,
      outputGradient: { loss.gradient($0, target: target) },
      value: { loss.value($0, target: target) })
  }

  private init<L: Layer<Double>>(
    _ layer: L, input: Tensor<Double>, step: Double, tolerance: Double,
    outputGradient: (Tensor<Double>) -> Tensor<Double>, value: (Tensor<Double>) -> Double
  ) {
    var copy = layer
    let forInput = copy.backward(outputGradient(copy.forward(input)))
    func loss(_ layer: L, _ input: Tensor<Double>) -> Double {
      var layer = layer
      return value(layer.forward(input))
    }
    self.tolerance = tolerance
    findings = [
      Self.finding("input", gradient: forInput, step: step) { place, change in
        var changed = input
        changed.scalars[place] += change
        return loss(layer, changed)
      }
    ]
    var parameters: [(String, Tensor<Double>)] = []
    copy.visitParameters { name, _, gradient in parameters.append((name, gradient)) }
    for (index, (name, gradient)) in parameters.enumerated() {
      findings.append(
        Self.finding(name, gradient: gradient, step: step) { place, change in
          var changed = layer
          var visited = 0
          changed.visitParameters { _, value, _ in
            if visited == index { value.scalars[place] += change }
            visited += 1
          }
          return loss(changed, input)
        })
    }
  }

  /// Checks the gradient of a function.
  ///
  /// - Parameter gradient: What is claimed to be the gradient of `function` at `input`.
  public init(
    of function: (Tensor<Double>) -> Double, gradient: Tensor<Double>, at input: Tensor<Double>,
    step: Double = 1e-5, tolerance: Double = 1e-7
  ) {
    require(
      gradient.shape == input.shape,
      "GradientCheck: the gradient has shape \(gradient.shape), the input \(input.shape)")
    self.tolerance = tolerance
    findings = [
      Self.finding("input", gradient: gradient, step: step) { place, change in
        var changed = input
        changed.scalars[place] += change
        return function(changed)
      }
    ]
  }

  private static func finding(
    _ name: String, gradient: Tensor<Double>, step: Double, _ loss: (Int, Double) -> Double
  ) -> Finding {
    var worst = (place: 0, error: 0.0, difference: 0.0)
    var scale = 0.0
    for place in 0..<gradient.count {
      let (above, below) = (loss(place, step), loss(place, -step))
      let difference = (above - below) / (2 * step)
      let value = gradient.scalars[place]
      scale = max(scale, value.magnitude, difference.magnitude)
      // Four units in the last place of the loss are its rounding, not a change.
      let rounding = 4 * max(above.magnitude, below.magnitude).ulp / (2 * step)
      let deviation = (value - difference).magnitude
      let error = deviation <= rounding ? 0 : deviation
      if error > worst.error || error.isNaN || place == 0 {
        worst = (place, error, difference)
        if error.isNaN { break }
      }
    }
    return Finding(
      name: name, relativeError: scale > 0 || worst.error.isNaN ? worst.error / scale : 0,
      worstPlace: gradient.indices(of: worst.place),
      gradient: gradient.count > 0 ? gradient.scalars[worst.place] : 0,
      difference: worst.difference)
  }

  /// A table with a line for each tensor: its relative error, where that is largest, both numbers there,
  /// and whether it passes.
  public var description: String {
    TextTable(
      head: ["Tensor", "Relative error", "Worst at", "Gradient", "Difference", ""],
      rows: findings.map { finding in
        [
          finding.name, "\(finding.relativeError)", "\(finding.worstPlace)",
          "\(finding.gradient)", "\(finding.difference)",
          finding.relativeError <= tolerance ? "passes" : "FAILS",
        ]
      }, alignment: [.left, .left, .left, .left, .left, .left]
    ).text
  }
}

extension Tensor {
  /// The indices of an element from its place in row-major order.
  fileprivate func indices(of place: Int) -> [Int] {
    var rest = place
    var indices: [Int] = []
    for length in shape.reversed() {
      indices.append(length > 0 ? rest % length : 0)
      rest /= Swift.max(length, 1)
    }
    return indices.reversed()
  }
}
