/// Labelled images, and a sentence that says what they are.
///
/// - Shapes: images `[N, C, H, W]` with values from 0 to 1, one label for each image.
public struct Dataset<Scalar: TensorScalar>: Hashable, Sendable {
  /// The images.
  public let images: Tensor<Scalar>
  /// The class of each image, a position in `classNames`.
  public let labels: [Int]
  /// What the classes are called.
  public let classNames: [String]
  /// A sentence that says which data this is, and whether it was generated.
  public let source: String

  /// Images with their labels.
  ///
  /// - Precondition: There are as many labels as images, and a name for each.
  public init(images: Tensor<Scalar>, labels: [Int], classNames: [String], source: String) {
    require(
      images.rank == 4, "Dataset: images have the axes [N, C, H, W], got shape \(images.shape)")
    require(
      images.shape[0] == labels.count,
      "Dataset: \(images.shape[0]) images have \(labels.count) labels")
    if let position = labels.firstIndex(where: { !classNames.indices.contains($0) }) {
      fail(
        "Dataset: label \(labels[position]) at position \(position) is not in "
          + "0 … \(classNames.count - 1)")
    }
    self.images = images
    self.labels = labels
    self.classNames = classNames
    self.source = source
  }

  /// The number of images.
  public var count: Int { labels.count }

  /// The number of classes.
  public var classCount: Int { classNames.count }

  /// The shape of one image, `[C, H, W]`.
  public var imageShape: [Int] { Array(images.shape.dropFirst()) }

  /// How many images each class has.
  public var classSizes: [Int] {
    labels.reduce(into: [Int](repeating: 0, count: classCount)) { $0[$1] += 1 }
  }
}

// MARK: - Targets

extension Dataset {
  /// The labels as numbers.
  ///
  /// - Shapes: `[N]`.
  public var labelTensor: Tensor<Scalar> {
    Tensor(unchecked: [count], labels.map { Scalar($0) })
  }

  /// The labels as rows that are 1 at the label and 0 elsewhere.
  ///
  /// - Shapes: `[N, classCount]`.
  public var oneHotLabels: Tensor<Scalar> {
    var rows = [Scalar](repeating: 0, count: count * classCount)
    for (i, label) in labels.enumerated() { rows[i * classCount + label] = 1 }
    return Tensor(unchecked: [count, classCount], rows)
  }
}
