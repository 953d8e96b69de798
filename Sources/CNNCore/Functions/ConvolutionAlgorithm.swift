/// A way to compute a convolution. All give the same numbers but for rounding.
public enum ConvolutionAlgorithm: Hashable, Sendable {
  /// Each sum by itself. The results of this one are defined to the last bit by the convolution's
  /// own formula, and it is the fastest for small kernels.
  case direct
  /// All windows as the rows of one matrix, multiplied by the matrix of all kernels ("im2col"). It
  /// needs as much memory as the input times the kernel's elements.
  case matrixProduct
  /// A product of Fourier transforms. It pays for large kernels, since its time does not depend on
  /// their size; its rounding errors are relative to the largest result.
  case fourier
  /// Two passes, one down the columns and one along the rows, for kernels that are the product of a
  /// column and a row each; the program ends with a message if one is not. The gradients are
  /// computed directly.
  case separable
}

extension ConvolutionExtents {
  /// What the convolution puts out.
  func output<Scalar: TensorScalar>(
    by algorithm: ConvolutionAlgorithm, input: [Scalar], weight: [Scalar], bias: [Scalar]
  ) -> [Scalar] {
    switch algorithm {
    case .direct: output(input: input, weight: weight, bias: bias)
    case .matrixProduct: adding(bias, to: outputOfWindows(input: input, weight: weight))
    case .fourier: adding(bias, to: outputOfSpectra(input: input, weight: weight))
    case .separable: adding(bias, to: outputOfFactors(input: input, weight: weight))
    }
  }

  /// The gradient for the weight.
  func weightGradient<Scalar: TensorScalar>(
    by algorithm: ConvolutionAlgorithm, input: [Scalar], outputGradient: [Scalar]
  ) -> [Scalar] {
    switch algorithm {
    case .direct, .separable: weightGradient(input: input, outputGradient: outputGradient)
    case .matrixProduct: weightGradientOfWindows(input: input, outputGradient: outputGradient)
    case .fourier: weightGradientOfSpectra(input: input, outputGradient: outputGradient)
    }
  }

  /// The gradient for the input.
  func inputGradient<Scalar: TensorScalar>(
    by algorithm: ConvolutionAlgorithm, weight: [Scalar], outputGradient: [Scalar]
  ) -> [Scalar] {
    switch algorithm {
    case .direct, .separable: inputGradient(weight: weight, outputGradient: outputGradient)
    case .matrixProduct: inputGradientOfWindows(weight: weight, outputGradient: outputGradient)
    case .fourier: inputGradientOfSpectra(weight: weight, outputGradient: outputGradient)
    }
  }

  private func adding<Scalar: TensorScalar>(_ bias: [Scalar], to output: [Scalar]) -> [Scalar] {
    let biases = Tensor(unchecked: [1, outputChannels, 1, 1], bias)
    return (Tensor(unchecked: outputShape, output) + biases).scalars
  }
}
