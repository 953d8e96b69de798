/// Gradient descent with momentum (Polyak 1964, https://doi.org/10.1016/0041-5553(64)90137-5).
///
///     g' = g + λ · p
///     c  = μ · c + η · g'
///     p  = p − c                    or p − (μ · c + η · g') by Nesterov's rule
///
/// Nesterov's rule looks ahead, as far as the next step's share of c will go (Sutskever et al. 2013,
/// https://proceedings.mlr.press/v28/sutskever13.html).
///
/// This is Keras's form: a change keeps the rate that it was made with. PyTorch's remembers
/// `b = μ · b + g'` and takes `η · b` away, which is the same as long as the rate is; once a schedule
/// changes it, PyTorch's new rate acts on the old gradients as well.
public struct Momentum<Scalar: TensorScalar>: Optimizer, DecayingOptimizer {
  /// How far a step goes. Default 0.01.
  public var learningRate: Scalar
  /// The share μ of the last change that is kept. Default 0.9.
  public var momentum: Scalar
  /// The factor λ of the L2 term λ/2 · |p|², whose gradient λ · p is added. Default 0.
  public var weightDecay: Scalar
  /// Whether steps follow Nesterov's rule. Default false.
  public var nesterov: Bool
  private var changes = OptimizerMemory<Scalar>()

  /// The rule with the given numbers.
  public init(
    learningRate: Scalar = 0.01, momentum: Scalar = 0.9, weightDecay: Scalar = 0,
    nesterov: Bool = false
  ) {
    self.nesterov = nesterov
    self.learningRate = learningRate
    self.momentum = momentum
    self.weightDecay = weightDecay
  }

  /// Changes a parameter by its gradient.
  public mutating func update(
    _ parameter: inout Tensor<Scalar>, gradient: Tensor<Scalar>, slot: Int
  ) {
    requireUpdate(
      "Momentum", parameter, gradient, learningRate: learningRate, weightDecay: weightDecay)
    requireShare("Momentum", "momentum", momentum)
    let step = OptimizerStep(
      rule: .momentum, rate: Double(learningRate), beta1: Double(momentum),
      decay: Double(weightDecay))
    let rule = (rate: learningRate, share: momentum, decay: weightDecay, looksAhead: nesterov)
    changes.withNumbers(slot, count: parameter.count, "Momentum") { changes in
      if rule.looksAhead {
        return lookAhead(
          &parameter.scalars, gradient.scalars, &changes, rate: rule.rate, momentum: rule.share,
          weightDecay: rule.decay)
      }
      var none: [Scalar] = []
      Kernels.take(
        step, gradient: gradient.scalars, first: &changes, second: &none,
        parameter: &parameter.scalars)
    }
  }
}

/// Nesterov's step.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
private func lookAhead<Scalar: TensorScalar>(
  _ parameter: inout [Scalar], _ gradient: [Scalar], _ changes: inout [Scalar], rate: Scalar,
  momentum: Scalar, weightDecay: Scalar
) {
  for i in gradient.indices {
    let step = rate * (gradient[i] + weightDecay * parameter[i])
    changes[i] = momentum * changes[i] + step
    parameter[i] -= momentum * changes[i] + step
  }
}
