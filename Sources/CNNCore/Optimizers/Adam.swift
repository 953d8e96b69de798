/// Adam: moving means of the gradient and of its square, corrected for their start at zero (Kingma and
/// Ba 2015, https://arxiv.org/abs/1412.6980).
///
///     g' = g + λ · p
///     m  = β₁ · m + (1 − β₁) · g'
///     v  = β₂ · v + (1 − β₂) · (g' · g')
///     p  = p − η · (m / (1 − β₁ᵗ)) / (√(v / (1 − β₂ᵗ)) + ε)
///
/// Each operation is rounded by itself; βᵗ is a product of t factors, in double precision.
public struct Adam<Scalar: TensorScalar>: Optimizer, DecayingOptimizer {
  /// How far a step goes. Default 0.001.
  public var learningRate: Scalar
  /// The share β₁ of the mean that is kept. Default 0.9.
  public var beta1: Scalar
  /// The share β₂ of the mean of squares that is kept. Default 0.999.
  public var beta2: Scalar
  /// Keeps the divisor from 0. Default 1e-8.
  public var epsilon: Scalar
  /// The factor λ of the L2 term λ/2 · |p|², whose gradient λ · p is added. Default 0.
  public var weightDecay: Scalar
  /// What messages call the rule.
  var owner = "Adam"
  private var means = OptimizerMemory<Scalar>()
  private var squares = OptimizerMemory<Scalar>()
  /// β₁ᵗ and β₂ᵗ after t steps.
  private var power1 = 1.0
  private var power2 = 1.0

  /// The rule with the given numbers.
  public init(
    learningRate: Scalar = 0.001, beta1: Scalar = 0.9, beta2: Scalar = 0.999,
    epsilon: Scalar = 1e-8, weightDecay: Scalar = 0
  ) {
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.weightDecay = weightDecay
  }

  /// Counts a step.
  public mutating func beginStep() {
    requireShare(owner, "beta1", beta1)
    requireShare(owner, "beta2", beta2)
    power1 *= Double(beta1)
    power2 *= Double(beta2)
  }

  /// Changes a parameter by its gradient.
  ///
  /// - Precondition: A step was begun.
  public mutating func update(
    _ parameter: inout Tensor<Scalar>, gradient: Tensor<Scalar>, slot: Int
  ) {
    requireUpdate(owner, parameter, gradient, learningRate: learningRate, weightDecay: weightDecay)
    requireFactor(owner, "epsilon", epsilon)
    require(power1 < 1, "\(owner): update was called before beginStep")
    let step = OptimizerStep(
      rule: .adam, rate: Double(learningRate), beta1: Double(beta1), beta2: Double(beta2),
      epsilon: Double(epsilon), correction1: 1 - power1, correction2: 1 - power2,
      decay: Double(weightDecay))
    means.withNumbers(slot, count: parameter.count, owner) { means in
      squares.withNumbers(slot, count: parameter.count, owner) { squares in
        Kernels.take(
          step, gradient: gradient.scalars, first: &means, second: &squares,
          parameter: &parameter.scalars)
      }
    }
  }
}
