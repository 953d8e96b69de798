/// A step of a network that can be run forward and backward.
///
/// `forward` keeps what `backward` needs, so that each `backward` belongs to the last `forward`.
///
///     let output = layer.forward(input)
///     let inputGradient = layer.backward(outputGradient)
public protocol Layer<Scalar>: Sendable {
  /// The number type of the layer's tensors.
  associatedtype Scalar: TensorScalar

  /// The layer's output for an input whose first axis counts the samples.
  mutating func forward(_ input: Tensor<Scalar>) -> Tensor<Scalar>

  /// The gradient of the loss for the last input, from the gradient for its output.
  ///
  /// A layer with parameters also keeps the gradients for these, summed over the samples.
  ///
  /// - Precondition: `forward` was called before, and the gradient has the shape of its output.
  mutating func backward(_ outputGradient: Tensor<Scalar>) -> Tensor<Scalar>

  /// The gradients for the parameters alone: what the first layer of a network has to do.
  ///
  /// - Precondition: As for `backward`.
  mutating func backwardToParameters(_ outputGradient: Tensor<Scalar>)

  /// The layer's output when the network is used and not trained; nothing is kept.
  ///
  /// Differs from `forward` only in layers that behave otherwise in training, such as dropout.
  func predict(_ input: Tensor<Scalar>) -> Tensor<Scalar>

  /// The shape of one sample's output, without the axis that counts the samples.
  ///
  /// - Precondition: The layer takes samples of the given shape.
  func outputShape(forSample shape: [Int]) -> [Int]

  /// What the outputs are: ``OutputKind/numbers`` unless a layer says otherwise.
  var outputKind: OutputKind { get }

  /// Visits the name, the value and the last gradient of each trainable parameter, always in the
  /// same order.
  mutating func visitParameters(
    _ visit: (_ name: String, _ value: inout Tensor<Scalar>, _ gradient: Tensor<Scalar>) -> Void)

  /// Visits the name and the value of each tensor that belongs to the layer's state but is not
  /// trained, such as running averages, always in the same order.
  mutating func visitBuffers(_ visit: (_ name: String, _ value: inout Tensor<Scalar>) -> Void)
}

extension Layer {
  /// The output of a layer that behaves alike in training and in use.
  public func predict(_ input: Tensor<Scalar>) -> Tensor<Scalar> {
    var layer = self
    return layer.forward(input)
  }

  /// The gradients for the parameters, found on the way to the one for the input.
  public mutating func backwardToParameters(_ outputGradient: Tensor<Scalar>) {
    _ = backward(outputGradient)
  }

  /// Any numbers.
  public var outputKind: OutputKind { .numbers }

  /// Visits nothing: a layer without parameters.
  public mutating func visitParameters(
    _ visit: (_ name: String, _ value: inout Tensor<Scalar>, _ gradient: Tensor<Scalar>) -> Void
  ) {}

  /// Visits nothing: a layer whose only state are its parameters.
  public mutating func visitBuffers(
    _ visit: (_ name: String, _ value: inout Tensor<Scalar>) -> Void
  ) {}
}

extension Layer {
  /// What the last forward pass kept.
  func remembered<Memory>(_ memory: Memory?) -> Memory {
    guard let memory else { fail("\(name): backward was called before forward") }
    return memory
  }

  /// Ends the program unless a gradient has the shape of the output that it belongs to.
  func requireGradient(_ gradient: Tensor<Scalar>, outputShape: [Int]) {
    require(
      gradient.shape == outputShape,
      "\(name): the gradient has shape \(gradient.shape), the output \(outputShape)")
  }

  /// The layer's name in messages.
  private var name: String { "\(Self.self)".prefix { $0 != "<" }.description }
}
