/// Stochastic gradient descent.
///
///     g' = g + λ · p
///     p  = p − η · g'
public struct SGD<Scalar: TensorScalar>: Optimizer, DecayingOptimizer {
  /// How far a step goes. Default 0.01.
  public var learningRate: Scalar
  /// The factor λ of the L2 term λ/2 · |p|², whose gradient λ · p is added. Default 0.
  public var weightDecay: Scalar

  /// The rule with the given numbers.
  public init(learningRate: Scalar = 0.01, weightDecay: Scalar = 0) {
    self.learningRate = learningRate
    self.weightDecay = weightDecay
  }

  /// Changes a parameter by its gradient.
  public mutating func update(
    _ parameter: inout Tensor<Scalar>, gradient: Tensor<Scalar>, slot: Int
  ) {
    requireUpdate("SGD", parameter, gradient, learningRate: learningRate, weightDecay: weightDecay)
    let step = OptimizerStep(
      rule: .sgd, rate: Double(learningRate), decay: Double(weightDecay))
    var none: [Scalar] = []
    var alsoNone: [Scalar] = []
    Kernels.take(
      step, gradient: gradient.scalars, first: &none, second: &alsoNone,
      parameter: &parameter.scalars)
  }
}
