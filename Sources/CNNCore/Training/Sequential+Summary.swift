/// What a table of a network says of one layer.
public struct LayerSummary: Hashable, Sendable {
  /// Its kind, such as `Conv2D`.
  public var name: String
  /// The shape of one sample's output.
  public var outputShape: [Int]
  /// The number of its trainable numbers.
  public var parameterCount: Int
  /// The number of the numbers that it remembers and does not train, such as running averages.
  public var bufferCount: Int
}

extension Sequential {
  /// What a table says of each layer.
  public var layerSummaries: [LayerSummary] {
    var shape = inputShape
    return zip(names, layers).map { name, layer in
      shape = layer.outputShape(forSample: shape)
      var layer = layer
      var (parameters, buffers) = (0, 0)
      layer.visitParameters { _, value, _ in parameters += value.count }
      layer.visitBuffers { _, value in buffers += value.count }
      return LayerSummary(
        name: name, outputShape: shape, parameterCount: parameters, bufferCount: buffers)
    }
  }

  /// The number of trainable numbers.
  public var parameterCount: Int { layerSummaries.reduce(0) { $0 + $1.parameterCount } }

  /// The number of numbers that are remembered and not trained.
  public var bufferCount: Int { layerSummaries.reduce(0) { $0 + $1.bufferCount } }

  /// The layers, the shapes of their outputs and the numbers of their parameters as a table of text,
  /// with the samples' axis as `N`.
  ///
  /// As in Keras's table, a layer's parameters count what it trains and what it only remembers.
  public func summary() -> String {
    let layers = layerSummaries
    let (trained, remembered) = (parameterCount, bufferCount)
    let rows = layers.map { layer in
      [
        layer.name, "[N, " + layer.outputShape.map(String.init).joined(separator: ", ") + "]",
        Thousands.grouped(layer.parameterCount + layer.bufferCount),
      ]
    }
    let table = TextTable(
      head: ["Layer", "Output shape", "Parameters"], rows: rows, alignment: [.left, .left, .right])
    let total =
      "Parameters: \(Thousands.grouped(trained + remembered)), "
      + (remembered == 0
        ? "all trainable"
        : "of which \(Thousands.grouped(trained)) trainable and \(Thousands.grouped(remembered)) not")
    return table.text + "\n" + total
  }
}

extension Sequential: CustomStringConvertible {
  /// The table of `summary()`.
  public var description: String { summary() }
}
