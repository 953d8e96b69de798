import CNNCore

/// The backward pass of a convolution: where the gradient of an input comes from.
///
///     show(ConvolutionGradientExplainer(dL_dZ, kernel: K))
///
/// The gradient of the output, with zeros around it, is convolved with the kernel turned by 180°:
/// the full convolution. Each input's gradient is the sum over the outputs that it took part in.
public struct ConvolutionGradientExplainer: Figure {
  private let explainer: ConvolutionExplainer

  /// An explained gradient of the input, for a convolution without padding.
  ///
  ///     dx[i, j] = Σ_{u,v} k[u, v] · dz[(i − u)/s, (j − v)/s]   where both quotients are integers
  ///
  /// With a stride of 2 or more, zeros stand between the output's gradients too.
  ///
  /// - Parameters:
  ///   - outputGradient: the gradient of the output, a matrix.
  ///   - kernel: the kernel of the forward pass, a matrix.
  ///   - stride: the stride of the forward pass. Default 1.
  ///   - titles: of the output's gradient, the turned kernel and the input's gradient.
  ///   - chosen: the cells that are explained where none is picked.
  ///   - animated: whether the cells are explained one after another until one is picked.
  /// - Note: Inputs that no window reached are left out; their gradient is 0.
  /// - Precondition: both are matrices, and the stride is at least 1.
  public init(
    _ outputGradient: Tensor<Double>, kernel: Tensor<Double>, stride: Int = 1,
    titles: (outputGradient: String, kernel: String, inputGradient: String) = (
      "∂L/∂Z, zeros around", "K turned by 180°", "∂L/∂X"
    ),
    chosen: [(row: Int, column: Int)]? = nil, animated: Bool = false
  ) {
    require(
      outputGradient.rank == 2 && kernel.rank == 2,
      "ConvolutionGradientExplainer: expected matrices, got a gradient of shape "
        + "\(outputGradient.shape) and a kernel of shape \(kernel.shape)")
    require(stride >= 1, "ConvolutionGradientExplainer: stride \(stride); expected 1 or more")
    let (above, beside) = (kernel.rows - 1, kernel.columns - 1)
    let spread = Self.spread(outputGradient, stride: stride)
      .padded([(above, above), (beside, beside)])
    explainer = ConvolutionExplainer(
      spread, kernel: kernel.flipped(),
      titles: (titles.outputGradient, titles.kernel, titles.inputGradient), chosen: chosen,
      animated: animated)
  }

  /// The gradient with `stride − 1` zeros between its numbers.
  private static func spread(_ gradient: Tensor<Double>, stride: Int) -> Tensor<Double> {
    let rows = max(0, (gradient.rows - 1) * stride + 1)
    let columns = max(0, (gradient.columns - 1) * stride + 1)
    var result = Tensor<Double>(repeating: 0, shape: [rows, columns])
    for row in 0..<gradient.rows {
      for column in 0..<gradient.columns {
        result[row * stride, column * stride] = gradient[row, column]
      }
    }
    return result
  }

  /// The drawing.
  public var svg: SVG { explainer.svg }

  /// The panels as tables and the chosen calculations.
  public var plainText: String { explainer.plainText }
}
