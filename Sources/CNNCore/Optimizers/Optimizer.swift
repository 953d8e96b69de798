/// A rule that changes parameters by their gradients so that a loss falls.
///
/// A model numbers its parameter tensors in visiting order; what a rule remembers of a tensor, such as
/// its momentum, is kept under that number, its slot.
///
///     optimizer.beginStep()
///     optimizer.update(&weight, gradient: weightGradient, slot: 0)
///     optimizer.update(&bias, gradient: biasGradient, slot: 1)
public protocol Optimizer<Scalar>: Sendable {
  /// The number type of the parameters.
  associatedtype Scalar: TensorScalar

  /// How far a step goes.
  var learningRate: Scalar { get set }

  /// Says that a step begins: that of one batch, which updates each parameter once.
  mutating func beginStep()

  /// Changes a parameter by its gradient.
  ///
  /// - Precondition: The gradient has the parameter's shape, and a slot always the same parameter; the
  ///   rule's numbers are finite and not negative, and the shares that it keeps are below 1.
  mutating func update(_ parameter: inout Tensor<Scalar>, gradient: Tensor<Scalar>, slot: Int)
}

extension Optimizer {
  /// Says that a step begins; rules that do not count steps have nothing to do.
  public mutating func beginStep() {}

  /// What one step takes away from a single parameter of zeros: the change that the gradient makes.
  ///
  ///     weights -= optimizer.change(for: gradient)
  ///
  /// - Precondition: The rule's `weightDecay` is 0, since it would act on a parameter that is not given.
  public mutating func change(for gradient: Tensor<Scalar>) -> Tensor<Scalar> {
    let decay = (self as? any DecayingOptimizer<Scalar>)?.weightDecay ?? 0
    require(
      decay == 0,
      "\("\(Self.self)".prefix { $0 != "<" }): change(for:) knows no parameter that 'weightDecay' "
        + "\(decay) could act on; use update(_:gradient:slot:)")
    beginStep()
    var parameter = Tensor<Scalar>(repeating: 0, shape: gradient.shape)
    update(&parameter, gradient: gradient, slot: 0)
    return -parameter
  }
}

/// A rule with an L2 term.
protocol DecayingOptimizer<Scalar>: Optimizer {
  /// The factor λ of the L2 term.
  var weightDecay: Scalar { get }
}

/// What a rule remembers of each parameter, made of zeros at its first use.
struct OptimizerMemory<Scalar: TensorScalar>: Sendable {
  private var slots: [Int: [Scalar]] = [:]

  /// Changes what is remembered of a parameter.
  mutating func withNumbers(
    _ slot: Int, count: Int, _ owner: String, _ change: (inout [Scalar]) -> Void
  ) {
    var numbers = slots.removeValue(forKey: slot) ?? [Scalar](repeating: 0, count: count)
    require(
      numbers.count == count,
      "\(owner): slot \(slot) had \(numbers.count) numbers and is given \(count)")
    change(&numbers)
    slots[slot] = numbers
  }
}

/// Ends the program unless a gradient has its parameter's shape, and the rate and the L2 factor make sense.
func requireUpdate<Scalar: TensorScalar>(
  _ owner: String, _ parameter: Tensor<Scalar>, _ gradient: Tensor<Scalar>, learningRate: Scalar,
  weightDecay: Scalar
) {
  require(
    parameter.shape == gradient.shape,
    "\(owner): the gradient has shape \(gradient.shape), the parameter \(parameter.shape)")
  requireFactor(owner, "learningRate", learningRate)
  requireFactor(owner, "weightDecay", weightDecay)
}

/// Ends the program unless a factor is a finite number and not negative.
func requireFactor<Scalar: TensorScalar>(_ owner: String, _ name: String, _ value: Scalar) {
  require(
    value >= 0 && value.isFinite,
    "\(owner): '\(name)' is \(value); expected a finite number of at least 0")
}

/// Ends the program unless a share that is kept from step to step leaves room for what is new.
func requireShare<Scalar: TensorScalar>(_ owner: String, _ name: String, _ value: Scalar) {
  require(
    value >= 0 && value < 1,
    "\(owner): '\(name)' is \(value); expected a number of at least 0 and below 1")
}
