/// The weights of a gated recurrent layer, the gates one below the other, as in PyTorch.
public struct GatedWeights<Scalar: TensorScalar>: Hashable, Sendable {
  /// The weight of the input, `[G · H, F]`.
  public var input: Tensor<Scalar>
  /// The weight of the state, `[G · H, H]`.
  public var recurrent: Tensor<Scalar>
  /// The bias beside the input's sum, `[G · H]`.
  public var inputBias: Tensor<Scalar>
  /// The bias beside the state's sum, `[G · H]`.
  public var recurrentBias: Tensor<Scalar>

  /// The given weights, and biases of zeros where none are given.
  public init(
    input: Tensor<Scalar>, recurrent: Tensor<Scalar>, inputBias: Tensor<Scalar>? = nil,
    recurrentBias: Tensor<Scalar>? = nil
  ) {
    self.input = input
    self.recurrent = recurrent
    let rows = recurrent.shape.first ?? 0
    self.inputBias = inputBias ?? Tensor(repeating: 0, shape: [rows])
    self.recurrentBias = recurrentBias ?? Tensor(repeating: 0, shape: [rows])
  }

  /// Weights of zeros of the same shapes.
  var zeros: GatedWeights {
    GatedWeights(
      input: Tensor(repeating: 0, shape: input.shape),
      recurrent: Tensor(repeating: 0, shape: recurrent.shape))
  }

  /// The length H of the state.
  var units: Int { recurrent.shape[1] }
  /// The number F of the input's features.
  var features: Int { input.shape[1] }

  /// Ends the program unless the weights fit each other and the number of gates.
  func requireShapes(_ owner: String, gates: Int) {
    let units = recurrent.rank == 2 ? recurrent.shape[1] : 0
    let rows = gates * units
    require(
      input.rank == 2 && input.shape[0] == rows && recurrent.shape == [rows, units]
        && inputBias.shape == [rows] && recurrentBias.shape == [rows] && units > 0,
      "\(owner): weights of shapes \(input.shape) and \(recurrent.shape) and biases of shapes "
        + "\(inputBias.shape) and \(recurrentBias.shape) do not fit [\(gates)H, F], "
        + "[\(gates)H, H] and [\(gates)H]")
  }

  /// Adds the gradients that one step yields for the sums of the input and of the state.
  mutating func addGradients(
    inputSums: Tensor<Scalar>, recurrentSums: Tensor<Scalar>, input x: Tensor<Scalar>,
    state: Tensor<Scalar>
  ) {
    input += inputSums.transposedProduct(with: x)
    recurrent += recurrentSums.transposedProduct(with: state)
    inputBias += inputSums.sum(axis: 0)
    recurrentBias += recurrentSums.sum(axis: 0)
  }

  /// Visits the four tensors with their gradients.
  mutating func visit(
    _ gradients: GatedWeights,
    _ visit: (_ name: String, _ value: inout Tensor<Scalar>, _ gradient: Tensor<Scalar>) -> Void
  ) {
    visit("inputWeight", &input, gradients.input)
    visit("recurrentWeight", &recurrent, gradients.recurrent)
    visit("inputBias", &inputBias, gradients.inputBias)
    visit("recurrentBias", &recurrentBias, gradients.recurrentBias)
  }
}
