extension Tensor {
  /// A matrix with ones at (i, i) and zeros elsewhere.
  public static func identity(_ size: Int) -> Tensor {
    ones(onDiagonal: size)
  }

  private static func ones(onDiagonal size: Int) -> Tensor {
    require(size >= 0, "identity: the size is negative: \(size)")
    return diagonal([Scalar](repeating: 1, count: size))
  }

  /// A matrix with the given elements at (i, i) and zeros elsewhere.
  public static func diagonal(_ elements: [Scalar]) -> Tensor {
    var matrix = Tensor<Scalar>(repeating: 0, shape: [elements.count, elements.count])
    for (index, element) in elements.enumerated() { matrix[index, index] = element }
    return matrix
  }

  /// Class labels as rows with a one at the label's place.
  ///
  /// - Shapes: n labels give `[n, classes]`.
  /// - Precondition: Each label is in 0 … `classes` − 1.
  public static func oneHot(_ labels: [Int], classes: Int) -> Tensor {
    var rows = Tensor<Scalar>(repeating: 0, shape: [labels.count, classes])
    for (position, label) in labels.enumerated() {
      require(
        label >= 0 && label < classes,
        "oneHot: label \(label) at position \(position) is not one of \(classes) classes")
      rows[position, label] = 1
    }
    return rows
  }
}

// Without a context that says otherwise, new tensors hold doubles.
extension Tensor where Scalar == Double {
  /// A matrix with ones at (i, i) and zeros elsewhere: `Tensor.identity(3)`.
  public static func identity(_ size: Int) -> Tensor {
    ones(onDiagonal: size)
  }

  /// Class labels as rows with a one at the label's place: `Tensor.oneHot([2, 0], classes: 3)`.
  public static func oneHot(_ labels: [Int], classes: Int) -> Tensor {
    Tensor<Double>(Tensor<Float>.oneHot(labels, classes: classes))
  }
}

extension Tensor {
  /// The lengths of the axes with crosses between them: `5×5`, `2×3×4`; empty for a single number.
  public var shapeDescription: String { shape.map { "\($0)" }.joined(separator: "×") }
}
