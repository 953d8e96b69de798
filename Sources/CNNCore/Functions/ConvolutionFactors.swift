// Convolution with kernels that are products of a column and a row, w[o, c] = a[o, c] · b[o, c]ᵀ.

extension ConvolutionExtents {
  /// y[n, o, i, j] = Σ_{c,v} b[o, c, v] · z[c, i, j·s + v·d − p] with
  /// z[c, i, l] = Σ_u a[o, c, u] · x[n, c, i·s + u·d − p, l].
  func outputOfFactors<Scalar: TensorScalar>(input: [Scalar], weight: [Scalar]) -> [Scalar] {
    let images = Tensor(
      unchecked: [samples, inputChannels, window.rows, window.columns], input)
    let channels = images.transposed(axes: [1, 0, 2, 3])
    let kernels = Tensor(
      unchecked: [outputChannels, inputChannels, window.height, window.width], weight)
    let filtered = (0..<outputChannels).map { o in
      let factors = (0..<inputChannels).map { c in
        self.factors(of: kernels[slice: o][slice: c], o, c)
      }
      let maps = (0..<inputChannels).map { c in
        Tensor(
          unchecked: downwards.outputShape,
          downwards.output(
            input: channels[slice: c].scalars, weight: factors[c].column.scalars, bias: [0]))
      }
      return Tensor(
        unchecked: [samples, window.outputRows, window.outputColumns],
        sideways.output(
          input: Tensor(concatenating: maps, axis: 1).scalars,
          weight: factors.flatMap { $0.row.scalars }, bias: [0]))
    }
    return Tensor(stacking: filtered).transposed(axes: [1, 0, 2, 3]).scalars
  }

  /// The pass down the columns, of one channel.
  private var downwards: ConvolutionExtents {
    ConvolutionExtents(
      "convolution", input: [samples, 1, window.rows, window.columns],
      weight: [1, 1, window.height, 1], stride: Size2D(rows: window.verticalStride, columns: 1),
      padding: .sides(top: window.top, bottom: window.bottom, left: 0, right: 0),
      dilation: Size2D(rows: window.verticalDilation, columns: 1))
  }

  /// The pass along the rows, of all channels.
  private var sideways: ConvolutionExtents {
    ConvolutionExtents(
      "convolution", input: [samples, inputChannels, window.outputRows, window.columns],
      weight: [1, inputChannels, 1, window.width],
      stride: Size2D(rows: 1, columns: window.horizontalStride),
      padding: .sides(top: 0, bottom: 0, left: window.left, right: window.right),
      dilation: Size2D(rows: 1, columns: window.horizontalDilation))
  }

  private func factors<Scalar: TensorScalar>(
    of kernel: Tensor<Scalar>, _ o: Int, _ c: Int
  ) -> (column: Tensor<Scalar>, row: Tensor<Scalar>) {
    guard let factors = separableFactors(of: kernel) else {
      let place = outputChannels * inputChannels == 1 ? "" : " of filter \(o), channel \(c),"
      fail("convolution: the kernel\(place) is not the product of a column and a row")
    }
    return factors
  }
}
