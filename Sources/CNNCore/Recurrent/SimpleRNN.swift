/// A recurrent layer with one state (Elman 1990, https://doi.org/10.1207/s15516709cog1402_1).
///
///     hₜ = φ(U · xₜ + W · hₜ₋₁ + b)
///
/// - Shapes: input `[N, T, F]`, input weight `[H, F]`, recurrent weight `[H, H]`, bias `[H]`, output
///   `[N, T, H]`, or `[N, H]` where only the last state is returned.
public struct SimpleRNN<Scalar: TensorScalar>: Layer {
  /// The function φ.
  public typealias Activation = SimpleRNNActivation

  /// The weight U of the input, `[H, F]`.
  public var inputWeight: Tensor<Scalar> {
    didSet { Self.requireParameters(inputWeight, recurrentWeight, bias) }
  }
  /// The weight W of the state, `[H, H]`.
  public var recurrentWeight: Tensor<Scalar> {
    didSet { Self.requireParameters(inputWeight, recurrentWeight, bias) }
  }
  /// The bias b, `[H]`.
  public var bias: Tensor<Scalar> {
    didSet { Self.requireParameters(inputWeight, recurrentWeight, bias) }
  }
  /// The function φ.
  public let activation: Activation
  /// Whether the output is the whole sequence of states or the last one alone.
  public let returnsSequence: Bool
  /// After how many steps back-propagation is cut; nil for never.
  public let truncation: Int?
  /// The state h₀ before the first step, `[N, H]`; zeros where it is nil.
  public var initialState: Tensor<Scalar>?

  /// The gradients of the last backward pass.
  public private(set) var inputWeightGradient: Tensor<Scalar>
  /// The gradient for the recurrent weight.
  public private(set) var recurrentWeightGradient: Tensor<Scalar>
  /// The gradient for the bias.
  public private(set) var biasGradient: Tensor<Scalar>
  /// The gradient for the initial state.
  public private(set) var initialStateGradient: Tensor<Scalar>?
  /// The gradient that reached each state, dL/dh₁ … dL/dh_T, in the last backward pass.
  public private(set) var stateGradients: [Tensor<Scalar>] = []
  private var memory: Memory?

  private struct Memory {
    let input: Tensor<Scalar>
    let sums: [Tensor<Scalar>]
    let states: [Tensor<Scalar>]
  }

  /// A layer with the given weights.
  ///
  /// - Precondition: The weights fit each other.
  public init(
    inputWeight: Tensor<Scalar>, recurrentWeight: Tensor<Scalar>, bias: Tensor<Scalar>? = nil,
    activation: Activation = .tanh, returnsSequence: Bool = true, truncation: Int? = nil,
    initialState: Tensor<Scalar>? = nil
  ) {
    let bias = bias ?? Tensor(repeating: 0, shape: Array(recurrentWeight.shape.prefix(1)))
    Self.requireParameters(inputWeight, recurrentWeight, bias)
    requireTruncation("SimpleRNN", truncation)
    self.inputWeight = inputWeight
    self.recurrentWeight = recurrentWeight
    self.bias = bias
    self.activation = activation
    self.returnsSequence = returnsSequence
    self.truncation = truncation
    self.initialState = initialState
    inputWeightGradient = Tensor(repeating: 0, shape: inputWeight.shape)
    recurrentWeightGradient = Tensor(repeating: 0, shape: recurrentWeight.shape)
    biasGradient = Tensor(repeating: 0, shape: bias.shape)
  }

  private static func requireParameters(
    _ inputWeight: Tensor<Scalar>, _ recurrentWeight: Tensor<Scalar>, _ bias: Tensor<Scalar>
  ) {
    let units = recurrentWeight.shape.first ?? 0
    require(
      inputWeight.rank == 2 && recurrentWeight.shape == [units, units]
        && inputWeight.shape[0] == units && bias.shape == [units],
      "SimpleRNN: weights of shapes \(inputWeight.shape) and \(recurrentWeight.shape) and a bias of "
        + "shape \(bias.shape) do not fit [H, F], [H, H] and [H]")
  }

  /// The states h₀, h₁ … h_T of the last forward pass, `[N, H]` each.
  public var states: [Tensor<Scalar>] { memory?.states ?? [] }

  /// One step: the sums before φ and the next state.
  ///
  /// - Shapes: input `[N, F]`, state, sum and next state `[N, H]`.
  public func step(
    _ input: Tensor<Scalar>, state: Tensor<Scalar>
  ) -> (sum: Tensor<Scalar>, state: Tensor<Scalar>) {
    SequenceExtents("SimpleRNN", step: input.shape, features: inputWeight.shape[1])
      .requireState("SimpleRNN", "state", state, units: bias.count)
    let sum =
      input.product(withTransposed: inputWeight) + state.product(withTransposed: recurrentWeight)
      + bias
    switch activation {
    case .tanh: return (sum, CNNCore.tanh(sum))
    case .relu: return (sum, CNNCore.relu(sum))
    case .identity: return (sum, sum)
    }
  }

  /// The states of each sequence, or the last ones.
  public mutating func forward(_ input: Tensor<Scalar>) -> Tensor<Scalar> {
    let extents = SequenceExtents(
      "SimpleRNN", input: input.shape, features: inputWeight.shape[1])
    var states = [extents.state("SimpleRNN", "initial state", initialState, units: bias.count)]
    var sums: [Tensor<Scalar>] = []
    for time in 0..<extents.times {
      let (sum, state) = step(input.atTime(time), state: states[time])
      sums.append(sum)
      states.append(state)
    }
    memory = Memory(input: input, sums: sums, states: states)
    return returnsSequence ? .sequence(Array(states.dropFirst())) : states[extents.times]
  }

  /// The gradient for the input, by back-propagation through time; those for the parameters are kept.
  ///
  ///     aₜ = dL/dhₜ ⊙ φ'(sumₜ)
  ///     dL/dU = Σₜ aₜ · xₜᵀ,   dL/dW = Σₜ aₜ · hₜ₋₁ᵀ,   dL/db = Σₜ aₜ,   dL/dhₜ₋₁ = gₜ₋₁ + Wᵀ · aₜ
  public mutating func backward(_ outputGradient: Tensor<Scalar>) -> Tensor<Scalar> {
    let memory = remembered(memory)
    let extents = SequenceExtents(
      "SimpleRNN", input: memory.input.shape, features: inputWeight.shape[1])
    let units = bias.count
    requireGradient(
      outputGradient,
      outputShape: returnsSequence
        ? [extents.samples, extents.times, units] : [extents.samples, units])
    inputWeightGradient = Tensor(repeating: 0, shape: inputWeight.shape)
    recurrentWeightGradient = Tensor(repeating: 0, shape: recurrentWeight.shape)
    biasGradient = Tensor(repeating: 0, shape: bias.shape)
    var inputGradients: [Tensor<Scalar>] = []
    var gradients: [Tensor<Scalar>] = []
    var fromLater = Tensor<Scalar>(repeating: 0, shape: [extents.samples, units])
    for time in (0..<extents.times).reversed() {
      let forState = extents.gradient(outputGradient, at: time, units: units) + fromLater
      let forSum = forState * derivative(at: memory.sums[time])
      gradients.append(forState)
      inputWeightGradient += forSum.transposedProduct(with: memory.input.atTime(time))
      recurrentWeightGradient += forSum.transposedProduct(with: memory.states[time])
      biasGradient += forSum.sum(axis: 0)
      inputGradients.append(matmul(forSum, inputWeight))
      fromLater =
        extents.isCut(before: time, truncation: truncation)
        ? Tensor(repeating: 0, shape: fromLater.shape) : matmul(forSum, recurrentWeight)
    }
    initialStateGradient = fromLater
    stateGradients = gradients.reversed()
    return .sequence(inputGradients.reversed())
  }

  private func derivative(at sum: Tensor<Scalar>) -> Tensor<Scalar> {
    switch activation {
    case .tanh: tanhDerivative(sum)
    case .relu: reluDerivative(sum)
    case .identity: Tensor(repeating: 1, shape: sum.shape)
    }
  }

  /// `[T, H]` for a sample `[T, F]`, or `[H]`.
  public func outputShape(forSample shape: [Int]) -> [Int] {
    let extents = SequenceExtents(
      "SimpleRNN", input: [1] + shape, features: inputWeight.shape[1])
    return returnsSequence ? [extents.times, bias.count] : [bias.count]
  }

  /// Visits `inputWeight`, `recurrentWeight`, `bias`.
  public mutating func visitParameters(
    _ visit: (_ name: String, _ value: inout Tensor<Scalar>, _ gradient: Tensor<Scalar>) -> Void
  ) {
    visit("inputWeight", &inputWeight, inputWeightGradient)
    visit("recurrentWeight", &recurrentWeight, recurrentWeightGradient)
    visit("bias", &bias, biasGradient)
  }
}
