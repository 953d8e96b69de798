internal import CoreKernels

/// The lengths of all axes of a convolution.
struct ConvolutionExtents {
  let window: Window2D
  let samples: Int
  let inputChannels: Int
  let outputChannels: Int

  /// The extents for input `[N, C, H, W]` and weight `[O, C, KH, KW]`.
  ///
  /// - Precondition: The kernel fits into the padded input.
  init(
    _ owner: String, input: [Int], weight: [Int], stride: Size2D, padding: Padding2D,
    dilation: Size2D
  ) {
    window = Window2D(
      owner, "kernel", size: Size2D(rows: weight[2], columns: weight[3]), stride: stride,
      padding: padding, dilation: dilation, rows: input[2], columns: input[3])
    samples = input[0]
    inputChannels = input[1]
    outputChannels = weight[0]
  }

  var outputShape: [Int] { [samples, outputChannels, window.outputRows, window.outputColumns] }

  private var outputCount: Int {
    samples * outputChannels * window.outputRows * window.outputColumns
  }

  /// The same lengths as the inner loops take them.
  private var sizes: ck_convolution {
    ck_convolution(
      samples: Int32(samples), channels: Int32(inputChannels), rows: Int32(window.rows),
      columns: Int32(window.columns), filters: Int32(outputChannels),
      kernel_rows: Int32(window.height), kernel_columns: Int32(window.width),
      output_rows: Int32(window.outputRows), output_columns: Int32(window.outputColumns),
      row_stride: Int32(window.verticalStride), column_stride: Int32(window.horizontalStride),
      row_dilation: Int32(window.verticalDilation),
      column_dilation: Int32(window.horizontalDilation), top: Int32(window.top),
      left: Int32(window.left))
  }
}

// The sums are defined in Sources/CoreKernels/include/CoreKernels.h. Zeros of the padding take part.

extension ConvolutionExtents {
  /// y[n, o, i, j] = Σ_{c,u,v} w[o, c, u, v] · x[n, c, i·s + u·d − p, j·s + v·d − p] + b[o].
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  func output<Scalar: TensorScalar>(
    input: [Scalar], weight: [Scalar], bias: [Scalar]
  ) -> [Scalar] {
    [Scalar](count: outputCount, from: input, weight) { output, input, weight in
      bias.withUnsafeBufferPointer {
        Kernels.convolve(sizes, input, weight, bias: $0.baseAddress, into: output)
      }
    }
  }

  /// dL/dw[o, c, u, v] = Σ_{n,i,j} g[n, o, i, j] · x[n, c, i·s + u·d − p, j·s + v·d − p].
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  func weightGradient<Scalar: TensorScalar>(
    input: [Scalar], outputGradient: [Scalar]
  ) -> [Scalar] {
    let count = outputChannels * inputChannels * window.height * window.width
    return [Scalar](count: count, from: input, outputGradient) { result, input, gradient in
      Kernels.weightGradient(sizes, input, gradient, into: result)
    }
  }

  /// dL/dx[n, c, k, l] = Σ g[n, o, i, j] · w[o, c, u, v] over all (o, i, j) whose window has an
  /// element (u, v) at (k, l).
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  func inputGradient<Scalar: TensorScalar>(
    weight: [Scalar], outputGradient: [Scalar]
  ) -> [Scalar] {
    let count = samples * inputChannels * window.rows * window.columns
    return [Scalar](count: count, from: weight, outputGradient) { result, weight, gradient in
      Kernels.inputGradient(sizes, weight, gradient, into: result)
    }
  }

  /// dL/db[o] = Σ_{n,i,j} g[n, o, i, j]: the pairwise sum over the images of the pairwise sums of
  /// their planes.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  func biasGradient<Scalar: TensorScalar>(outputGradient: [Scalar]) -> [Scalar] {
    let planes = Kernels.sums(
      outputGradient, outer: samples * outputChannels,
      count: window.outputRows * window.outputColumns, inner: 1)
    return Kernels.sums(planes, outer: 1, count: samples, inner: outputChannels)
  }
}
