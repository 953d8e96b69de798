extension Sequential {
  /// The most numbers that a network's parameters, or one sample's output of a layer, may have: 2³².
  private static var largestCount: Int { 1 << 32 }

  /// The shapes of a sample before each layer and after the last one.
  ///
  /// - Precondition: Each layer takes what the one before it yields, and memory could hold them.
  static func shapes(inputShape: [Int], _ layers: [LayerSpecification]) -> [[Int]] {
    requireLayers(layers.count, inputShape: inputShape)
    var shapes = [inputShape]
    var parameters = 0
    for (index, layer) in layers.enumerated() {
      let place = "layer \(index + 1) (\(layer.name))"
      let shape = layer.outputShape(forSample: shapes[index], place)
      requireCount(of: shape, place, "a sample's output")
      for parameter in layer.parameterShapes(forSample: shapes[index]) {
        parameters += requireCount(of: parameter, place, "a parameter")
      }
      require(
        parameters <= largestCount,
        "\(place): the network has more than \(largestCount) parameters up to here. Take fewer "
          + "filters or outputs, or shrink more before it.")
      shapes.append(shape)
    }
    return shapes
  }

  static func requireLayers(_ count: Int, inputShape: [Int]) {
    require(count > 0, "Sequential: a network has at least one layer")
    require(
      !inputShape.isEmpty && inputShape.allSatisfy { $0 > 0 },
      "Sequential: a sample of shape \(inputShape) holds nothing")
    requireCount(of: inputShape, "Sequential", "a sample")
  }

  @discardableResult
  private static func requireCount(of shape: [Int], _ place: String, _ what: String) -> Int {
    var count = 1
    for length in shape {
      let (product, overflow) = count.multipliedReportingOverflow(by: length)
      require(
        !overflow && product <= largestCount,
        "\(place): \(what) of shape \(shape) has more than \(largestCount) numbers")
      count = product
    }
    return count
  }

  func requireSamples(_ input: Tensor<Scalar>) {
    require(
      Array(input.shape.dropFirst()) == inputShape && input.rank > 0,
      "Sequential: expected samples \(inputShape) in a batch [N, …], got shape \(input.shape)")
  }
}
