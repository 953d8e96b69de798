import CNNCore
import Figures

/// A result of the core that consists of several tensors, and is drawn as their heatmaps side by side.
protocol PartedResult {
  /// The figure, where the parts have axes.
  ///
  /// - Parameter digits: How many digits after the point the values have; chosen by them if nil.
  func figure(title: String?, digits: Int?) -> (any Figure)?
}

extension MaxPooling: PartedResult {
  /// The output, and the row and the column in the input where each of its numbers stood.
  func figure(title: String?, digits: Int?) -> (any Figure)? {
    FigureRow(
      Heatmap(output, title: named("output", title), digits: digits), "from",
      Heatmap(positionRows, title: named("row", title), palette: .gray), "and",
      Heatmap(positionColumns, title: named("column", title), palette: .gray))
  }
}

extension AveragePooling: PartedResult {
  /// The output.
  func figure(title: String?, digits: Int?) -> (any Figure)? {
    Heatmap(output, title: title, digits: digits)
  }
}

extension ConvolutionGradients: PartedResult {
  /// The gradients for input, kernel and bias.
  func figure(title: String?, digits: Int?) -> (any Figure)? {
    FigureRow(
      Heatmap(input, title: named("input", title), digits: digits),
      Heatmap(kernel, title: named("kernel", title), digits: digits),
      Heatmap(
        Tensor(shape: [1, 1], scalars: [bias]), title: named("bias", title), digits: digits,
        indices: false))
  }
}

extension SingularValueDecomposition: PartedResult {
  /// The three factors.
  func figure(title: String?, digits: Int?) -> (any Figure)? {
    FigureRow(
      Heatmap(left, title: named("left", title), digits: digits),
      Heatmap(values, title: named("values", title), digits: digits),
      Heatmap(right, title: named("right", title), digits: digits))
  }
}

extension ComplexTensor: PartedResult {
  /// The real and the imaginary parts.
  func figure(title: String?, digits: Int?) -> (any Figure)? {
    if shape.isEmpty { return nil }
    return FigureRow(
      Heatmap(real, title: named("real", title), digits: digits), "+ i ·",
      Heatmap(imaginary, title: named("imaginary", title), digits: digits))
  }
}

/// The title of a part: its name, after the title of the whole where that has one.
private func named(_ part: String, _ whole: String?) -> String {
  whole.map { "\($0): \(part)" } ?? part
}
