/// A network of layers, each of which takes what the one before it yields.
///
///     var random = NumPyRandom(seed: 1)
///     var network = Sequential<Float>(
///       inputShape: [1, 28, 28],
///       [.conv2D(filters: 32, kernelSize: 3), .relu, .maxPool2D(2), .flatten, .dense(10)],
///       using: &random)
///     network.fit(images, labels: labels, epochs: 3, using: &random)
public struct Sequential<Scalar: TensorScalar>: Layer {
  /// The layers, first to last.
  public var layers: [any Layer<Scalar>]
  /// The shape of a sample, without the axis that counts the samples.
  public let inputShape: [Int]

  /// The layers' kinds, for tables and messages.
  var names: [String] { layers.map { "\(type(of: $0))".prefix { $0 != "<" }.description } }

  /// A network whose layers are made to fit each other; all shapes are checked before anything is drawn.
  ///
  /// - Parameters:
  ///   - inputShape: The shape of a sample, such as `[1, 28, 28]`.
  ///   - layers: The layers, first to last.
  ///   - generator: What draws the parameters, layer after layer, each weight in row-major order.
  /// - Precondition: Each layer takes what the one before it yields.
  public init(
    inputShape: [Int], _ layers: [LayerSpecification], using generator: inout NumPyRandom
  ) {
    let shapes = Self.shapes(inputShape: inputShape, layers)
    self.inputShape = inputShape
    self.layers = []
    for (layer, shape) in zip(layers, shapes) {
      self.layers.append(layer.layer(forSample: shape, using: &generator))
    }
  }

  /// A network of layers that are made already.
  ///
  /// - Precondition: Each layer takes what the one before it yields.
  public init(inputShape: [Int], layers: [any Layer<Scalar>]) {
    Self.requireLayers(layers.count, inputShape: inputShape)
    self.inputShape = inputShape
    self.layers = layers
    var shape = inputShape
    for (index, (name, layer)) in zip(names, layers).enumerated() {
      shape = MessagePlace.$current.withValue("layer \(index + 1) (\(name))") {
        layer.outputShape(forSample: shape)
      }
    }
  }

  /// The output of the last layer.
  public mutating func forward(_ input: Tensor<Scalar>) -> Tensor<Scalar> {
    requireSamples(input)
    var values = input
    for index in layers.indices { values = layers[index].forward(values) }
    return values
  }

  /// The gradient for the input; the layers keep those for their parameters.
  public mutating func backward(_ outputGradient: Tensor<Scalar>) -> Tensor<Scalar> {
    var gradient = outputGradient
    for index in layers.indices.reversed() { gradient = layers[index].backward(gradient) }
    return gradient
  }

  /// The gradients for all parameters.
  public mutating func backwardToParameters(_ outputGradient: Tensor<Scalar>) {
    var gradient = outputGradient
    for index in layers.indices.dropFirst().reversed() {
      gradient = layers[index].backward(gradient)
    }
    layers[0].backwardToParameters(gradient)
  }

  /// The output of the last layer when the network is used and not trained.
  public func predict(_ input: Tensor<Scalar>) -> Tensor<Scalar> {
    requireSamples(input)
    return layers.reduce(input) { values, layer in layer.predict(values) }
  }

  /// The shape of one sample's output.
  public func outputShape(forSample shape: [Int]) -> [Int] {
    layers.reduce(shape) { shape, layer in layer.outputShape(forSample: shape) }
  }

  /// What the last layer's outputs are.
  public var outputKind: OutputKind { layers.last?.outputKind ?? .numbers }

  /// Visits the parameters of each layer, named `0.weight`, `0.bias`, … by the layer's place.
  public mutating func visitParameters(
    _ visit: (_ name: String, _ value: inout Tensor<Scalar>, _ gradient: Tensor<Scalar>) -> Void
  ) {
    for index in layers.indices {
      layers[index].visitParameters { name, value, gradient in
        visit("\(index).\(name)", &value, gradient)
      }
    }
  }

  /// Visits what the layers remember and do not train, named `1.runningMean`, … by the layer's place.
  public mutating func visitBuffers(
    _ visit: (_ name: String, _ value: inout Tensor<Scalar>) -> Void
  ) {
    for index in layers.indices {
      layers[index].visitBuffers { name, value in visit("\(index).\(name)", &value) }
    }
  }
}
