// The schedulers of a course's own network code (M. Hjorth-Jensen, Advanced machine learning and data
// analysis for the physical sciences, https://github.com/CompPhysics/AdvancedMachineLearning) where they
// differ from the standard rules, so that a notebook can compare the two. Each change is for one tensor; the
// standard ones are `AdaGrad`, `RMSprop` and `Adam`.

/// AdaGrad with one learning rate for each row instead of one for each number.
///
///     G  = G + g · gᵀ,   c = μ · c + η · g / (ε + √diag G)
public struct RowwiseAdaGrad: Sendable {
  /// How far a step goes.
  public var learningRate: Double
  /// The share μ of the last change that is kept.
  public var momentum: Double
  private var squares: Tensor<Double>?
  private var change: Tensor<Double>?

  /// The rule with the given numbers.
  public init(learningRate: Double, momentum: Double = 0) {
    self.learningRate = learningRate
    self.momentum = momentum
  }

  /// The change that a gradient makes.
  ///
  /// - Precondition: The gradient is a matrix.
  public mutating func change(for gradient: Tensor<Double>) -> Tensor<Double> {
    gradient.requireMatrix("RowwiseAdaGrad")
    requireFactor("RowwiseAdaGrad", "learningRate", learningRate)
    requireShare("RowwiseAdaGrad", "momentum", momentum)
    let rows = (gradient * gradient).sum(axis: 1).asColumn()
    let squares = self.squares.map { $0 + rows } ?? rows
    let scaled = learningRate * gradient * (1 / (1e-8 + sqrt(squares)))
    let change = self.change.map { momentum * $0 + scaled } ?? scaled
    self.squares = squares
    self.change = change
    return change
  }
}

/// RMSprop with ε inside the root, so that no divisor is below 1e-4.
///
///     v = ρ · v + (1 − ρ) · g²,   c = η · g / √(v + ε)
public struct FlooredRMSprop: Sendable {
  /// How far a step goes.
  public var learningRate: Double
  /// The share ρ of the mean that is kept.
  public var decayRate: Double
  private var squares: Tensor<Double>?

  /// The rule with the given numbers.
  public init(learningRate: Double, decayRate: Double) {
    self.learningRate = learningRate
    self.decayRate = decayRate
  }

  /// The change that a gradient makes.
  public mutating func change(for gradient: Tensor<Double>) -> Tensor<Double> {
    requireFactor("FlooredRMSprop", "learningRate", learningRate)
    requireShare("FlooredRMSprop", "decayRate", decayRate)
    let new = (1 - decayRate) * gradient * gradient
    let squares = self.squares.map { decayRate * $0 + new } ?? new
    self.squares = squares
    return learningRate * gradient / sqrt(squares + 1e-8)
  }
}

/// Adam whose correction for the late start counts the epochs and not the steps, and whose `reset` at an
/// epoch's end throws both means away.
///
///     m = β₁ · m + (1 − β₁) · g,   v = β₂ · v + (1 − β₂) · g²
///     c = η · (m / (1 − β₁ᵉ)) / √(v / (1 − β₂ᵉ) + ε)
public struct EpochwiseAdam: Sendable {
  /// How far a step goes.
  public var learningRate: Double
  /// The share β₁ of the mean that is kept.
  public var beta1: Double
  /// The share β₂ of the mean of squares that is kept.
  public var beta2: Double
  private var mean: Tensor<Double>?
  private var squares: Tensor<Double>?
  private var powers: (Double, Double)

  /// The rule with the given numbers.
  public init(learningRate: Double, beta1: Double = 0.9, beta2: Double = 0.999) {
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    powers = (beta1, beta2)
  }

  /// The change that a gradient makes.
  public mutating func change(for gradient: Tensor<Double>) -> Tensor<Double> {
    requireFactor("EpochwiseAdam", "learningRate", learningRate)
    requireShare("EpochwiseAdam", "beta1", beta1)
    requireShare("EpochwiseAdam", "beta2", beta2)
    let newMean = (1 - beta1) * gradient
    let newSquares = (1 - beta2) * gradient * gradient
    let mean = self.mean.map { beta1 * $0 + newMean } ?? newMean
    let squares = self.squares.map { beta2 * $0 + newSquares } ?? newSquares
    (self.mean, self.squares) = (mean, squares)
    return learningRate * (mean / (1 - powers.0)) / sqrt(squares / (1 - powers.1) + 1e-8)
  }

  /// Ends an epoch.
  public mutating func reset() {
    powers = (powers.0 * beta1, powers.1 * beta2)
    mean = nil
    squares = nil
  }
}
