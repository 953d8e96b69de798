/// Long short-term memory (Hochreiter and Schmidhuber 1997,
/// https://doi.org/10.1162/neco.1997.9.8.1735; with forget gate, as in PyTorch).
///
///     i, f, o = σ(Uₖ · xₜ + aₖ + Wₖ · hₜ₋₁ + bₖ),   g = tanh(U_g · xₜ + a_g + W_g · hₜ₋₁ + b_g)
///     cₜ = f ⊙ cₜ₋₁ + i ⊙ g
///     hₜ = o ⊙ tanh(cₜ)
///
/// - Shapes: input `[N, T, F]`, weights `[4H, F]` and `[4H, H]` with the gates in the order i, f, g, o,
///   output `[N, T, H]`, or `[N, H]` where only the last state is returned.
public struct LSTM<Scalar: TensorScalar>: Layer {
  /// One step with all that is computed on the way, `[N, H]` each.
  public struct Step: Hashable, Sendable {
    /// The input gate i.
    public var inputGate: Tensor<Scalar>
    /// The forget gate f.
    public var forgetGate: Tensor<Scalar>
    /// The candidate g.
    public var candidate: Tensor<Scalar>
    /// The output gate o.
    public var outputGate: Tensor<Scalar>
    /// The cell's state c.
    public var cell: Tensor<Scalar>
    /// The state h.
    public var state: Tensor<Scalar>
    /// The sums before the gates, `[N, 4H]`.
    var sums: Tensor<Scalar>
  }

  /// The weights, gates in the order i, f, g, o.
  public var weights: GatedWeights<Scalar> {
    didSet { weights.requireShapes("LSTM", gates: 4) }
  }
  /// Whether the output is the whole sequence of states or the last one alone.
  public let returnsSequence: Bool
  /// After how many steps back-propagation is cut; nil for never.
  public let truncation: Int?
  /// The state h₀, `[N, H]`; zeros where it is nil.
  public var initialState: Tensor<Scalar>?
  /// The cell's state c₀, `[N, H]`; zeros where it is nil.
  public var initialCell: Tensor<Scalar>?

  /// The gradients for the weights of the last backward pass.
  public private(set) var weightGradients: GatedWeights<Scalar>
  /// The gradient for the initial state.
  public private(set) var initialStateGradient: Tensor<Scalar>?
  /// The gradient for the cell's initial state.
  public private(set) var initialCellGradient: Tensor<Scalar>?
  private var memory: Memory?

  private struct Memory {
    let input: Tensor<Scalar>
    let state: Tensor<Scalar>
    let cell: Tensor<Scalar>
    let steps: [Step]
  }

  /// A layer with the given weights.
  ///
  /// - Precondition: The weights fit four gates.
  public init(
    weights: GatedWeights<Scalar>, returnsSequence: Bool = true, truncation: Int? = nil,
    initialState: Tensor<Scalar>? = nil, initialCell: Tensor<Scalar>? = nil
  ) {
    weights.requireShapes("LSTM", gates: 4)
    requireTruncation("LSTM", truncation)
    self.weights = weights
    self.returnsSequence = returnsSequence
    self.truncation = truncation
    self.initialState = initialState
    self.initialCell = initialCell
    weightGradients = weights.zeros
  }

  /// The steps of the last forward pass.
  public var steps: [Step] { memory?.steps ?? [] }

  /// One step.
  ///
  /// - Shapes: input `[N, F]`, state and cell `[N, H]`.
  public func step(
    _ input: Tensor<Scalar>, state: Tensor<Scalar>, cell: Tensor<Scalar>
  ) -> Step {
    let units = weights.units
    let extents = SequenceExtents("LSTM", step: input.shape, features: weights.features)
    extents.requireState("LSTM", "state", state, units: units)
    extents.requireState("LSTM", "cell", cell, units: units)
    let sums =
      (input.product(withTransposed: weights.input) + weights.inputBias)
      + (state.product(withTransposed: weights.recurrent) + weights.recurrentBias)
    let i = sigmoid(sums.columns(0..<units))
    let f = sigmoid(sums.columns(units..<2 * units))
    let g = CNNCore.tanh(sums.columns(2 * units..<3 * units))
    let o = sigmoid(sums.columns(3 * units..<4 * units))
    let next = f * cell + i * g
    return Step(
      inputGate: i, forgetGate: f, candidate: g, outputGate: o, cell: next,
      state: o * CNNCore.tanh(next), sums: sums)
  }

  /// The states of each sequence, or the last ones.
  public mutating func forward(_ input: Tensor<Scalar>) -> Tensor<Scalar> {
    let extents = SequenceExtents("LSTM", input: input.shape, features: weights.features)
    let state = extents.state("LSTM", "initial state", initialState, units: weights.units)
    let cell = extents.state("LSTM", "initial cell", initialCell, units: weights.units)
    var steps: [Step] = []
    for time in 0..<extents.times {
      steps.append(
        step(input.atTime(time), state: steps.last?.state ?? state, cell: steps.last?.cell ?? cell))
    }
    memory = Memory(input: input, state: state, cell: cell, steps: steps)
    return returnsSequence ? .sequence(steps.map(\.state)) : steps[extents.times - 1].state
  }

  /// The gradient for the input, by back-propagation through time; those for the weights are kept.
  public mutating func backward(_ outputGradient: Tensor<Scalar>) -> Tensor<Scalar> {
    let memory = remembered(memory)
    let extents = SequenceExtents("LSTM", input: memory.input.shape, features: weights.features)
    let units = weights.units
    requireUnits("LSTM", units, remembered: memory.state.shape[1])
    requireGradient(
      outputGradient,
      outputShape: returnsSequence
        ? [extents.samples, extents.times, units] : [extents.samples, units])
    weightGradients = weights.zeros
    var inputGradients: [Tensor<Scalar>] = []
    let zeros = Tensor<Scalar>(repeating: 0, shape: [extents.samples, units])
    var (stateFromLater, cellFromLater) = (zeros, zeros)
    for time in (0..<extents.times).reversed() {
      let step = memory.steps[time]
      let (state, cell) =
        time > 0
        ? (memory.steps[time - 1].state, memory.steps[time - 1].cell) : (memory.state, memory.cell)
      let forState = extents.gradient(outputGradient, at: time, units: units) + stateFromLater
      let forCell = cellFromLater + forState * step.outputGate * tanhDerivative(step.cell)
      func sums(_ gate: Int) -> Tensor<Scalar> {
        step.sums.columns(gate * units..<(gate + 1) * units)
      }
      let forSums = Tensor<Scalar>.sideBySide([
        forCell * step.candidate * sigmoidDerivative(sums(0)),
        forCell * cell * sigmoidDerivative(sums(1)),
        forCell * step.inputGate * tanhDerivative(sums(2)),
        forState * CNNCore.tanh(step.cell) * sigmoidDerivative(sums(3)),
      ])
      weightGradients.addGradients(
        inputSums: forSums, recurrentSums: forSums, input: memory.input.atTime(time), state: state)
      inputGradients.append(matmul(forSums, weights.input))
      let isCut = extents.isCut(before: time, truncation: truncation)
      stateFromLater = isCut ? zeros : matmul(forSums, weights.recurrent)
      cellFromLater = isCut ? zeros : forCell * step.forgetGate
    }
    initialStateGradient = stateFromLater
    initialCellGradient = cellFromLater
    return .sequence(inputGradients.reversed())
  }

  /// `[T, H]` for a sample `[T, F]`, or `[H]`.
  public func outputShape(forSample shape: [Int]) -> [Int] {
    let extents = SequenceExtents("LSTM", input: [1] + shape, features: weights.features)
    return returnsSequence ? [extents.times, weights.units] : [weights.units]
  }

  /// Visits `inputWeight`, `recurrentWeight`, `inputBias`, `recurrentBias`.
  public mutating func visitParameters(
    _ visit: (_ name: String, _ value: inout Tensor<Scalar>, _ gradient: Tensor<Scalar>) -> Void
  ) {
    weights.visit(weightGradients, visit)
  }
}
