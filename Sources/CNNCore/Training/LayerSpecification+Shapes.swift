extension LayerSpecification {
  /// The shape of a sample after the layer; nothing is allocated for it.
  ///
  /// - Parameter place: What messages call the layer, such as `layer 3 (Dense)`.
  /// - Precondition: The layer takes samples of the given shape.
  func outputShape(forSample shape: [Int], _ place: String) -> [Int] {
    switch kind {
    case .conv2D(let filters, let size, let stride, let padding, let dilation, _, _):
      require(filters > 0, "\(place): expected at least 1 filter, got \(filters)")
      requireImage(shape, place)
      let window = Window2D(
        place, "kernel", size: size, stride: stride, padding: padding, dilation: dilation,
        rows: shape[1], columns: shape[2],
        advice: ". Take a smaller kernel or 'padding: .same', or shrink less before it.")
      return [filters, window.outputRows, window.outputColumns]
    case .maxPool2D(let pool), .averagePool2D(let pool):
      requireImage(shape, place)
      let window = Window2D(
        pooling: place, size: pool.size, stride: pool.stride, padding: pool.padding,
        ceilMode: pool.ceilMode, rows: shape[1], columns: shape[2],
        advice: ". Take a smaller window, or shrink less before it.")
      return [shape[0], window.outputRows, window.outputColumns]
    case .batchNorm2D:
      requireImage(shape, place)
      return shape
    case .normalization:
      require(
        shape.count >= 2,
        "\(place): takes feature maps […, H, W], and gets samples of shape \(shape). Put it before "
          + "'.flatten'.")
      return shape
    case .flatten: return [shape.reduce(1, *)]
    case .dense(let outputs, _, _):
      require(outputs > 0, "\(place): expected at least 1 output, got \(outputs)")
      requireVector(shape, place)
      return [outputs]
    case .dropout(let rate):
      require(
        rate >= 0 && rate < 1,
        "\(place): the rate must be at least 0 and below 1, not \(rate). It is the share that is left "
          + "out.")
      return shape
    case .softmax, .logSoftmax:
      requireVector(shape, place)
      require(
        shape[0] > 1,
        "\(place): of a single number is always the same. Put '.sigmoid' in its place.")
      return shape
    case .leakyReLU(let slope):
      require(slope.isFinite, "\(place): the slope is \(slope)")
      return shape
    case .identity, .relu, .sigmoid, .tanh: return shape
    case .recurrent(_, let units, let returnsSequence, _):
      require(units > 0, "\(place): expected at least 1 unit, got \(units)")
      require(
        shape.count == 2,
        "\(place): takes sequences [T, F], and gets samples of shape \(shape)"
          + (shape.count == 1
            ? ". Give each step an axis of features, [T, 1], or let the recurrent layer before it "
              + "return its sequence."
            : "."))
      return returnsSequence ? [shape[0], units] : [units]
    }
  }

  /// The shapes of the layer's parameters.
  func parameterShapes(forSample shape: [Int]) -> [[Int]] {
    switch kind {
    case .conv2D(let filters, let size, _, _, _, let usesBias, _):
      return [[filters, shape[0], size.rows, size.columns]] + (usesBias ? [[filters]] : [])
    case .dense(let outputs, let usesBias, _):
      return [[outputs, shape[0]]] + (usesBias ? [[outputs]] : [])
    case .batchNorm2D: return [[shape[0]], [shape[0]]]
    case .recurrent(let cell, let units, _, _):
      return [[cell.gates, units, shape[1]], [cell.gates, units, units], [cell.gates, units]]
    default: return []
    }
  }

  private func requireImage(_ shape: [Int], _ place: String) {
    require(
      shape.count == 3,
      "\(place): takes images [C, H, W], and gets samples of shape \(shape)"
        + (shape.count == 2
          ? ". Give the input a channel axis: [1, H, W]."
          : shape.count == 1 ? ". Put it before '.flatten'." : ""))
  }

  private func requireVector(_ shape: [Int], _ place: String) {
    require(
      shape.count == 1,
      "\(place): takes vectors, and gets samples of shape \(shape). Put '.flatten' before it.")
  }
}
