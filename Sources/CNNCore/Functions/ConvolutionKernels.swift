internal import CoreKernels

/// The lengths of all axes of a convolution.
struct ConvolutionExtents {
  let window: Window2D
  let samples: Int
  let inputChannels: Int
  let outputChannels: Int
  let rows: Int
  let columns: Int
  let outputRows: Int
  let outputColumns: Int

  /// The extents for input `[N, C, H, W]` and weight `[O, C, KH, KW]`.
  ///
  /// - Precondition: The kernel fits into the padded input.
  init(_ owner: String, window: Window2D, input: [Int], weight: [Int]) {
    self.window = window
    samples = input[0]
    inputChannels = input[1]
    outputChannels = weight[0]
    rows = input[2]
    columns = input[3]
    (outputRows, outputColumns) = window.outputSize(owner, "kernel", rows: rows, columns: columns)
  }

  var outputShape: [Int] { [samples, outputChannels, outputRows, outputColumns] }

  /// The same lengths as the inner loops take them.
  private var sizes: ck_convolution {
    ck_convolution(
      samples: Int32(samples), channels: Int32(inputChannels), rows: Int32(rows),
      columns: Int32(columns), filters: Int32(outputChannels), kernel_rows: Int32(window.height),
      kernel_columns: Int32(window.width), output_rows: Int32(outputRows),
      output_columns: Int32(outputColumns), row_stride: Int32(window.verticalStride),
      column_stride: Int32(window.horizontalStride), row_dilation: 1, column_dilation: 1,
      top: Int32(window.verticalPadding), left: Int32(window.horizontalPadding))
  }
}

// The sums are defined in Sources/CoreKernels/include/CoreKernels.h. Zeros of the padding take part.

extension ConvolutionExtents {
  /// y[n, o, i, j] = Σ_{c,u,v} w[o, c, u, v] · x[n, c, i·s + u − p, j·s + v − p] + b[o].
  func output<Scalar: TensorScalar>(
    input: UnsafeBufferPointer<Scalar>, weight: UnsafeBufferPointer<Scalar>,
    bias: UnsafeBufferPointer<Scalar>
  ) -> [Scalar] {
    numbers(outputShape.reduce(1, *)) { result in
      guard let input = input.baseAddress, let weight = weight.baseAddress else { return false }
      Kernels.convolve(sizes, input, weight, bias: bias.baseAddress, into: result)
      return true
    }
  }

  /// dL/dw[o, c, u, v] = Σ_{n,i,j} g[n, o, i, j] · x[n, c, i·s + u − p, j·s + v − p].
  func weightGradient<Scalar: TensorScalar>(
    input: UnsafeBufferPointer<Scalar>, outputGradient: UnsafeBufferPointer<Scalar>
  ) -> [Scalar] {
    numbers(outputChannels * inputChannels * window.height * window.width) { result in
      guard let input = input.baseAddress, let gradient = outputGradient.baseAddress else {
        return false
      }
      Kernels.weightGradient(sizes, input, gradient, into: result)
      return true
    }
  }

  /// dL/dx[n, c, k, l] = Σ_{o,i,j} g[n, o, i, j] · w[o, c, k + p − i·s, l + p − j·s].
  func inputGradient<Scalar: TensorScalar>(
    weight: UnsafeBufferPointer<Scalar>, outputGradient: UnsafeBufferPointer<Scalar>
  ) -> [Scalar] {
    numbers(samples * inputChannels * rows * columns) { result in
      guard let weight = weight.baseAddress, let gradient = outputGradient.baseAddress else {
        return false
      }
      Kernels.inputGradient(sizes, weight, gradient, into: result)
      return true
    }
  }

  /// dL/db[o] = Σ_{n,i,j} g[n, o, i, j], the rows of each output plane one after another.
  func biasGradient<Scalar: TensorScalar>(
    outputGradient: UnsafeBufferPointer<Scalar>
  ) -> [Scalar] {
    let planeCount = outputRows * outputColumns
    return (0..<outputChannels).map { o in
      var numbers: [Scalar] = []
      numbers.reserveCapacity(samples * planeCount)
      for n in 0..<samples {
        let start = (n * outputChannels + o) * planeCount
        numbers += outputGradient[start..<start + planeCount]
      }
      return numbers.withUnsafeBufferPointer { pairwiseSum($0, count: $0.count) }
    }
  }

  /// So many numbers from a function that writes them, or zeros where it says that it did not.
  private func numbers<Scalar: TensorScalar>(
    _ count: Int, _ write: (UnsafeMutablePointer<Scalar>) -> Bool
  ) -> [Scalar] {
    [Scalar](unsafeUninitializedCapacity: count) { buffer, initialized in
      initialized = count
      guard let start = buffer.baseAddress else { return }
      if !write(start) { start.initialize(repeating: 0, count: count) }
    }
  }
}
