import CNNCore

/// The backward pass of a convolution: where the gradient of an input comes from.
///
///     show(ConvolutionGradientExplainer(dL_dZ, kernel: K))
///
/// The gradient of the output, with zeros around it, is convolved with the kernel turned by 180°:
/// the full convolution. Each input's gradient is the sum over the outputs that it took part in.
public struct ConvolutionGradientExplainer: Figure {
  private let explainer: ConvolutionExplainer

  /// An explained gradient of the input, for a convolution with stride 1 and without padding.
  ///
  ///     dx[i, j] = Σ_{u,v} k[u, v] · dz[i − u, j − v]
  ///
  /// - Parameters:
  ///   - outputGradient: the gradient of the output, a matrix.
  ///   - kernel: the kernel of the forward pass.
  ///   - titles: of the output's gradient, the turned kernel and the input's gradient.
  ///   - chosen: the cells that are explained where none is picked.
  ///   - animated: whether the cells are explained one after another without being picked.
  /// - Precondition: both are matrices, and the kernel is square.
  public init(
    _ outputGradient: Tensor<Double>, kernel: Tensor<Double>,
    titles: (outputGradient: String, kernel: String, inputGradient: String) = (
      "∂L/∂Z, zeros around", "K turned by 180°", "∂L/∂X"
    ),
    chosen: [(row: Int, column: Int)]? = nil, animated: Bool = false
  ) {
    require(
      kernel.rank == 2 && kernel.rows == kernel.columns,
      "ConvolutionGradientExplainer: expected a square kernel, got shape \(kernel.shape)")
    explainer = ConvolutionExplainer(
      outputGradient, kernel: kernel.flipped(), padding: kernel.rows - 1,
      titles: (titles.outputGradient, titles.kernel, titles.inputGradient), chosen: chosen,
      animated: animated)
  }

  /// The drawing.
  public var svg: SVG { explainer.svg }

  /// The panels as tables and the chosen calculations.
  public var plainText: String { explainer.plainText }
}
