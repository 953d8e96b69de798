/// The number of places that a window takes along an axis: the length of what a convolution or a
/// pooling puts out.
///
///     ⌊(n + 2p − d · (k − 1) − 1) / s⌋ + 1,   with padding "same" ⌈n / s⌉
///
///     outputSize(input: 32, kernel: 5)                              // 28
///     outputSize(input: 28, kernel: 3, stride: 2, padding: .same)   // 14
///
/// - Parameters:
///   - input: The length of the axis, n.
///   - kernel: The number of elements of the window along it, k.
///   - stride: How far the window moves, s.
///   - padding: The padding on both sides, p, or `.same`.
///   - dilation: The distance between the elements that neighbours in the window meet, d.
/// - Precondition: The window fits into the padded axis.
public func outputSize(
  input: Int, kernel: Int, stride: Int = 1, padding: some Padding2DConvertible = 0,
  dilation: Int = 1
) -> Int {
  Window2D(
    "outputSize", "kernel", size: kernel.size2D, stride: stride.size2D,
    padding: padding.padding2D, dilation: dilation.size2D, rows: input, columns: input
  ).outputRows
}

/// The height and width of what a convolution or a pooling puts out.
///
///     outputSize(input: [32, 28], kernel: [5, 3])   // 28×26
///
/// - Parameters: As for one axis; a number stands for both, a list for rows and columns.
/// - Precondition: The window fits into the padded input.
public func outputSize(
  input: some Size2DConvertible, kernel: some Size2DConvertible,
  stride: some Size2DConvertible = 1, padding: some Padding2DConvertible = 0,
  dilation: some Size2DConvertible = 1
) -> Size2D {
  let window = Window2D(
    "outputSize", "kernel", size: kernel.size2D, stride: stride.size2D,
    padding: padding.padding2D, dilation: dilation.size2D, rows: input.size2D.rows,
    columns: input.size2D.columns)
  return Size2D(rows: window.outputRows, columns: window.outputColumns)
}

extension Conv2D where Scalar == Double {
  /// The number of trainable numbers of a convolution.
  ///
  ///     filters · (inputChannels · KH · KW + 1),   without the 1 if there is no bias
  ///
  ///     Conv2D.parameterCount(inputChannels: 3, filters: 10, kernelSize: 5)   // 760
  public static func parameterCount(
    inputChannels: Int, filters: Int, kernelSize: some Size2DConvertible, usesBias: Bool = true
  ) -> Int {
    let size = kernelSize.size2D
    return filters * (inputChannels * size.rows * size.columns + (usesBias ? 1 : 0))
  }
}

extension Dense where Scalar == Double {
  /// The number of trainable numbers of a fully connected layer.
  ///
  ///     outputs · (inputs + 1),   without the 1 if there is no bias
  public static func parameterCount(inputs: Int, outputs: Int, usesBias: Bool = true) -> Int {
    outputs * (inputs + (usesBias ? 1 : 0))
  }
}
