/// Gradient descent with momentum (Polyak 1964, https://doi.org/10.1016/0041-5553(64)90137-5).
///
///     g' = g + λ · p
///     c  = μ · c + η · g'
///     p  = p − c
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
  private var changes = OptimizerMemory<Scalar>()

  /// The rule with the given numbers.
  public init(learningRate: Scalar = 0.01, momentum: Scalar = 0.9, weightDecay: Scalar = 0) {
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
    changes.withNumbers(slot, count: parameter.count, "Momentum") { changes in
      var none: [Scalar] = []
      Kernels.take(
        step, gradient: gradient.scalars, first: &changes, second: &none,
        parameter: &parameter.scalars)
    }
  }
}
