/// AdaGrad: a learning rate for each number, which falls with its past gradients (Duchi et al. 2011,
/// https://jmlr.org/papers/v12/duchi11a.html).
///
///     g' = g + λ · p
///     G  = G + g' · g'
///     c  = μ · c + η · g' / (√G + ε)
///     p  = p − c
public struct AdaGrad<Scalar: TensorScalar>: Optimizer, DecayingOptimizer {
  /// How far a step goes. Default 0.01.
  public var learningRate: Scalar
  /// The share μ of the last change that is kept. Default 0.
  public var momentum: Scalar
  /// Keeps the divisor from 0. Default 1e-8.
  public var epsilon: Scalar
  /// The factor λ of the L2 term λ/2 · |p|², whose gradient λ · p is added. Default 0.
  public var weightDecay: Scalar
  private var squares = OptimizerMemory<Scalar>()
  private var changes = OptimizerMemory<Scalar>()

  /// The rule with the given numbers.
  public init(
    learningRate: Scalar = 0.01, momentum: Scalar = 0, epsilon: Scalar = 1e-8,
    weightDecay: Scalar = 0
  ) {
    self.learningRate = learningRate
    self.momentum = momentum
    self.epsilon = epsilon
    self.weightDecay = weightDecay
  }

  /// Changes a parameter by its gradient.
  public mutating func update(
    _ parameter: inout Tensor<Scalar>, gradient: Tensor<Scalar>, slot: Int
  ) {
    requireUpdate(
      "AdaGrad", parameter, gradient, learningRate: learningRate, weightDecay: weightDecay)
    requireShare("AdaGrad", "momentum", momentum)
    requireFactor("AdaGrad", "epsilon", epsilon)
    let step = OptimizerStep(
      rule: .adaGrad, rate: Double(learningRate), beta1: Double(momentum),
      epsilon: Double(epsilon), decay: Double(weightDecay))
    squares.withNumbers(slot, count: parameter.count, "AdaGrad") { squares in
      changes.withNumbers(slot, count: parameter.count, "AdaGrad") { changes in
        Kernels.take(
          step, gradient: gradient.scalars, first: &changes, second: &squares,
          parameter: &parameter.scalars)
      }
    }
  }
}
