extension Dataset {
  /// One image.
  ///
  /// - Shapes: `[H, W]` where there is one channel, else `[C, H, W]`.
  public func image(_ index: Int) -> Tensor<Scalar> {
    require(
      labels.indices.contains(index), "Dataset: there is no image \(index) among \(count)")
    let shape = images.shape[1] == 1 ? Array(imageShape.dropFirst()) : imageShape
    let size = elementCount(of: imageShape)
    return Tensor(unchecked: shape, Array(images.scalars[index * size..<(index + 1) * size]))
  }

  /// The images at the given positions, in that order.
  public subscript(indices: [Int]) -> Dataset {
    let size = elementCount(of: imageShape)
    var scalars: [Scalar] = []
    scalars.reserveCapacity(indices.count * size)
    for index in indices {
      require(
        labels.indices.contains(index), "Dataset: there is no image \(index) among \(count)")
      scalars += images.scalars[index * size..<(index + 1) * size]
    }
    return Dataset(
      images: Tensor(unchecked: [indices.count] + imageShape, scalars),
      labels: indices.map { labels[$0] }, classNames: classNames, source: source)
  }

  /// The images in a range of positions.
  public subscript(range: Range<Int>) -> Dataset {
    require(
      range.lowerBound >= 0 && range.upperBound <= count,
      "Dataset: range \(range) is out of bounds for \(count) images")
    let size = elementCount(of: imageShape)
    return Dataset(
      images: Tensor(
        unchecked: [range.count] + imageShape,
        Array(images.scalars[range.lowerBound * size..<range.upperBound * size])),
      labels: Array(labels[range]), classNames: classNames, source: source)
  }

  /// The first images, or all where there are fewer.
  public func prefix(_ length: Int) -> Dataset { self[0..<max(0, min(length, count))] }

  /// The first images and the others.
  public func split(at position: Int) -> (Dataset, Dataset) {
    require(
      (0...count).contains(position), "split: position \(position) is not between 0 and \(count)")
    return (self[0..<position], self[position..<count])
  }

  /// The images in a random order.
  public func shuffled(using generator: inout some NumPyGenerator) -> Dataset {
    self[generator.permutation(count)]
  }

  /// The positions of a class's images.
  public func positions(ofClass label: Int) -> [Int] {
    labels.indices.filter { labels[$0] == label }
  }
}
