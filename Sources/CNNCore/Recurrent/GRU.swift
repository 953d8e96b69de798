/// A gated recurrent unit (Cho et al. 2014, https://arxiv.org/abs/1406.1078).
///
///     r, z = σ(Uₖ · xₜ + aₖ + Wₖ · hₜ₋₁ + bₖ)
///     n = tanh(U_n · xₜ + a_n + r ⊙ (W_n · hₜ₋₁ + b_n))      where the reset comes after the product
///     n = tanh(U_n · xₜ + a_n + W_n · (r ⊙ hₜ₋₁) + b_n)      where it comes before
///     hₜ = (1 − z) ⊙ n + z ⊙ hₜ₋₁
///
/// PyTorch and Keras's default reset after the product, the original paper before.
///
/// - Shapes: input `[N, T, F]`, weights `[3H, F]` and `[3H, H]` with the gates in the order r, z, n,
///   output `[N, T, H]`, or `[N, H]` where only the last state is returned.
public struct GRU<Scalar: TensorScalar>: Layer {
  /// One step with all that is computed on the way, `[N, H]` each.
  public struct Step: Hashable, Sendable {
    /// The reset gate r.
    public var resetGate: Tensor<Scalar>
    /// The update gate z.
    public var updateGate: Tensor<Scalar>
    /// The candidate n.
    public var candidate: Tensor<Scalar>
    /// The state h.
    public var state: Tensor<Scalar>
    /// The sums before r, z and n.
    var sums: (r: Tensor<Scalar>, z: Tensor<Scalar>, n: Tensor<Scalar>)
    /// W_n · hₜ₋₁ + b_n where the reset comes after the product, else r ⊙ hₜ₋₁.
    var recurrentPart: Tensor<Scalar>

    /// Whether two steps computed the same.
    public static func == (left: Step, right: Step) -> Bool {
      left.state == right.state && left.resetGate == right.resetGate
        && left.updateGate == right.updateGate && left.candidate == right.candidate
    }

    /// Hashes the state.
    public func hash(into hasher: inout Hasher) { hasher.combine(state) }
  }

  /// The weights, gates in the order r, z, n.
  public var weights: GatedWeights<Scalar> {
    didSet { weights.requireShapes("GRU", gates: 3) }
  }
  /// Whether the state is reset after its product with the weight or before.
  public let resetsAfterProduct: Bool
  /// Whether the output is the whole sequence of states or the last one alone.
  public let returnsSequence: Bool
  /// After how many steps back-propagation is cut; nil for never.
  public let truncation: Int?
  /// The state h₀, `[N, H]`; zeros where it is nil.
  public var initialState: Tensor<Scalar>?

  /// The gradients for the weights of the last backward pass.
  public private(set) var weightGradients: GatedWeights<Scalar>
  /// The gradient for the initial state.
  public private(set) var initialStateGradient: Tensor<Scalar>?
  private var memory: Memory?

  private struct Memory {
    let input: Tensor<Scalar>
    let state: Tensor<Scalar>
    let steps: [Step]
  }

  /// A layer with the given weights.
  ///
  /// - Precondition: The weights fit three gates.
  public init(
    weights: GatedWeights<Scalar>, resetsAfterProduct: Bool = true, returnsSequence: Bool = true,
    truncation: Int? = nil, initialState: Tensor<Scalar>? = nil
  ) {
    weights.requireShapes("GRU", gates: 3)
    requireTruncation("GRU", truncation)
    self.weights = weights
    self.resetsAfterProduct = resetsAfterProduct
    self.returnsSequence = returnsSequence
    self.truncation = truncation
    self.initialState = initialState
    weightGradients = weights.zeros
  }

  /// The steps of the last forward pass.
  public var steps: [Step] { memory?.steps ?? [] }

  /// One step.
  ///
  /// - Shapes: input `[N, F]`, state `[N, H]`.
  public func step(_ input: Tensor<Scalar>, state: Tensor<Scalar>) -> Step {
    let units = weights.units
    SequenceExtents("GRU", step: input.shape, features: weights.features)
      .requireState("GRU", "state", state, units: units)
    let fromInput = input.product(withTransposed: weights.input) + weights.inputBias
    let fromState = state.product(withTransposed: weights.recurrent) + weights.recurrentBias
    let rSum = fromInput.columns(0..<units) + fromState.columns(0..<units)
    let zSum = fromInput.columns(units..<2 * units) + fromState.columns(units..<2 * units)
    let (r, z) = (sigmoid(rSum), sigmoid(zSum))
    let part: Tensor<Scalar>
    let nSum: Tensor<Scalar>
    if resetsAfterProduct {
      part = fromState.columns(2 * units..<3 * units)
      nSum = fromInput.columns(2 * units..<3 * units) + r * part
    } else {
      part = r * state
      nSum =
        fromInput.columns(2 * units..<3 * units)
        + (part.product(withTransposed: candidateWeight) + candidateBias)
    }
    let n = CNNCore.tanh(nSum)
    return Step(
      resetGate: r, updateGate: z, candidate: n, state: (1 - z) * n + z * state,
      sums: (rSum, zSum, nSum), recurrentPart: part)
  }

  /// The rows of the recurrent weight that belong to the candidate.
  private var candidateWeight: Tensor<Scalar> {
    let units = weights.units
    return Tensor(
      unchecked: [units, units], Array(weights.recurrent.scalars.suffix(units * units)))
  }

  private var candidateBias: Tensor<Scalar> {
    Tensor(unchecked: [weights.units], Array(weights.recurrentBias.scalars.suffix(weights.units)))
  }

  /// The states of each sequence, or the last ones.
  public mutating func forward(_ input: Tensor<Scalar>) -> Tensor<Scalar> {
    let extents = SequenceExtents("GRU", input: input.shape, features: weights.features)
    let state = extents.state("GRU", "initial state", initialState, units: weights.units)
    var steps: [Step] = []
    for time in 0..<extents.times {
      steps.append(step(input.atTime(time), state: steps.last?.state ?? state))
    }
    memory = Memory(input: input, state: state, steps: steps)
    return returnsSequence ? .sequence(steps.map(\.state)) : steps[extents.times - 1].state
  }

  /// The gradient for the input, by back-propagation through time; those for the weights are kept.
  public mutating func backward(_ outputGradient: Tensor<Scalar>) -> Tensor<Scalar> {
    let memory = remembered(memory)
    let extents = SequenceExtents("GRU", input: memory.input.shape, features: weights.features)
    let units = weights.units
    requireUnits("GRU", units, remembered: memory.state.shape[1])
    requireGradient(
      outputGradient,
      outputShape: returnsSequence
        ? [extents.samples, extents.times, units] : [extents.samples, units])
    weightGradients = weights.zeros
    var inputGradients: [Tensor<Scalar>] = []
    let zeros = Tensor<Scalar>(repeating: 0, shape: [extents.samples, units])
    var fromLater = zeros
    for time in (0..<extents.times).reversed() {
      let step = memory.steps[time]
      let state = time > 0 ? memory.steps[time - 1].state : memory.state
      let forState = extents.gradient(outputGradient, at: time, units: units) + fromLater
      let forZ = forState * (state - step.candidate) * sigmoidDerivative(step.sums.z)
      let forN = forState * (1 - step.updateGate) * tanhDerivative(step.sums.n)
      let x = memory.input.atTime(time)
      var forPrevious = forState * step.updateGate
      let inputSums: Tensor<Scalar>
      if resetsAfterProduct {
        let forR = forN * step.recurrentPart * sigmoidDerivative(step.sums.r)
        inputSums = .sideBySide([forR, forZ, forN])
        let recurrentSums = Tensor<Scalar>.sideBySide([forR, forZ, forN * step.resetGate])
        weightGradients.addGradients(
          inputSums: inputSums, recurrentSums: recurrentSums, input: x, state: state)
        forPrevious += matmul(recurrentSums, weights.recurrent)
      } else {
        let forPart = matmul(forN, candidateWeight)
        let forR = forPart * state * sigmoidDerivative(step.sums.r)
        inputSums = .sideBySide([forR, forZ, forN])
        let gates = Tensor<Scalar>.sideBySide([forR, forZ, zeros])
        weightGradients.addGradients(
          inputSums: inputSums, recurrentSums: gates, input: x, state: state)
        weightGradients.addCandidateGradients(forN, part: step.recurrentPart)
        forPrevious += forPart * step.resetGate + matmul(gates, weights.recurrent)
      }
      inputGradients.append(matmul(inputSums, weights.input))
      fromLater = extents.isCut(before: time, truncation: truncation) ? zeros : forPrevious
    }
    initialStateGradient = fromLater
    return .sequence(inputGradients.reversed())
  }

  /// `[T, H]` for a sample `[T, F]`, or `[H]`.
  public func outputShape(forSample shape: [Int]) -> [Int] {
    let extents = SequenceExtents("GRU", input: [1] + shape, features: weights.features)
    return returnsSequence ? [extents.times, weights.units] : [weights.units]
  }

  /// Visits `inputWeight`, `recurrentWeight`, `inputBias`, `recurrentBias`.
  public mutating func visitParameters(
    _ visit: (_ name: String, _ value: inout Tensor<Scalar>, _ gradient: Tensor<Scalar>) -> Void
  ) {
    weights.visit(weightGradients, visit)
  }
}

extension GatedWeights {
  /// Adds the gradients of the candidate's recurrent weight and bias, the last rows.
  fileprivate mutating func addCandidateGradients(_ sums: Tensor<Scalar>, part: Tensor<Scalar>) {
    let weight = sums.transposedProduct(with: part).scalars
    let start = recurrent.count - weight.count
    for (place, gradient) in weight.enumerated() { recurrent.scalars[start + place] += gradient }
    let bias = sums.sum(axis: 0).scalars
    let biasStart = recurrentBias.count - bias.count
    for (place, gradient) in bias.enumerated() {
      recurrentBias.scalars[biasStart + place] += gradient
    }
  }
}
