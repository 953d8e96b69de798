/// RMSprop: the gradient divided by the root of a moving mean of its squares (Hinton 2012,
/// https://www.cs.toronto.edu/~tijmen/csc321/slides/lecture_slides_lec6.pdf).
///
///     g' = g + λ · p
///     v  = ρ · v + (1 − ρ) · g' · g'
///     p  = p − η · g' / (√v + ε)
///
/// The rate and ρ are Keras's defaults, ε is PyTorch's. Keras's ε is 1e-7 and stands inside the root;
/// PyTorch's rate is 0.01 and its ρ, `alpha`, 0.99.
public struct RMSprop<Scalar: TensorScalar>: Optimizer, DecayingOptimizer {
  /// How far a step goes. Default 0.001.
  public var learningRate: Scalar
  /// The share ρ of the mean that is kept. Default 0.9.
  public var decayRate: Scalar
  /// Keeps the divisor from 0. Default 1e-8.
  public var epsilon: Scalar
  /// The factor λ of the L2 term λ/2 · |p|², whose gradient λ · p is added. Default 0.
  public var weightDecay: Scalar
  private var squares = OptimizerMemory<Scalar>()

  /// The rule with the given numbers.
  public init(
    learningRate: Scalar = 0.001, decayRate: Scalar = 0.9, epsilon: Scalar = 1e-8,
    weightDecay: Scalar = 0
  ) {
    self.learningRate = learningRate
    self.decayRate = decayRate
    self.epsilon = epsilon
    self.weightDecay = weightDecay
  }

  /// Changes a parameter by its gradient.
  public mutating func update(
    _ parameter: inout Tensor<Scalar>, gradient: Tensor<Scalar>, slot: Int
  ) {
    requireUpdate(
      "RMSprop", parameter, gradient, learningRate: learningRate, weightDecay: weightDecay)
    requireShare("RMSprop", "decayRate", decayRate)
    requireFactor("RMSprop", "epsilon", epsilon)
    let step = OptimizerStep(
      rule: .rmsProp, rate: Double(learningRate), beta2: Double(decayRate),
      epsilon: Double(epsilon), decay: Double(weightDecay))
    squares.withNumbers(slot, count: parameter.count, "RMSprop") { squares in
      var none: [Scalar] = []
      Kernels.take(
        step, gradient: gradient.scalars, first: &none, second: &squares,
        parameter: &parameter.scalars)
    }
  }
}
