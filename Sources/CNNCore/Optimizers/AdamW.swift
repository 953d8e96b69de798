/// Adam with a weight decay of its own, apart from the gradient (Loshchilov and Hutter 2019,
/// https://arxiv.org/abs/1711.05101), as `torch.optim.AdamW`.
///
///     p = p · (1 − η · λ)
///     then a step of Adam by the gradient g alone
///
/// With Adam's own `weightDecay` the term λ · p is divided by the root of the mean of squares as the
/// gradient is, so weights with large gradients decay less; here all decay alike, biases as well.
public struct AdamW<Scalar: TensorScalar>: Optimizer, DecayingOptimizer {
  /// The factor λ of the decay. Default 0.01.
  public var weightDecay: Scalar
  private var adam: Adam<Scalar>

  /// The rule with the given numbers.
  public init(
    learningRate: Scalar = 0.001, beta1: Scalar = 0.9, beta2: Scalar = 0.999,
    epsilon: Scalar = 1e-8, weightDecay: Scalar = 0.01
  ) {
    self.weightDecay = weightDecay
    adam = Adam(learningRate: learningRate, beta1: beta1, beta2: beta2, epsilon: epsilon)
    adam.owner = "AdamW"
  }

  /// How far a step goes. Default 0.001.
  public var learningRate: Scalar {
    get { adam.learningRate }
    set { adam.learningRate = newValue }
  }

  /// The share β₁ of the mean that is kept. Default 0.9.
  public var beta1: Scalar {
    get { adam.beta1 }
    set { adam.beta1 = newValue }
  }

  /// The share β₂ of the mean of squares that is kept. Default 0.999.
  public var beta2: Scalar {
    get { adam.beta2 }
    set { adam.beta2 = newValue }
  }

  /// Keeps the divisor from 0. Default 1e-8.
  public var epsilon: Scalar {
    get { adam.epsilon }
    set { adam.epsilon = newValue }
  }

  /// Counts a step.
  public mutating func beginStep() { adam.beginStep() }

  /// Changes a parameter by its gradient.
  ///
  /// - Precondition: A step was begun.
  public mutating func update(
    _ parameter: inout Tensor<Scalar>, gradient: Tensor<Scalar>, slot: Int
  ) {
    requireFactor("AdamW", "weightDecay", weightDecay)
    if weightDecay > 0 { parameter *= 1 - learningRate * weightDecay }
    adam.update(&parameter, gradient: gradient, slot: slot)
  }
}
