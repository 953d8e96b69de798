// Convolution as a product of matrices: each window of the input, with all of its channels, is a row.

extension ConvolutionExtents {
  /// y = windows · wᵀ, brought to `[N, O, OH, OW]`.
  func outputOfWindows<Scalar: TensorScalar>(input: [Scalar], weight: [Scalar]) -> [Scalar] {
    let products = product(
      windowMatrix(input), rows: windowCount, columns: windowLength, weight,
      columns: outputChannels, transposesRight: true)
    return Tensor(unchecked: [samples, placeCount, outputChannels], products)
      .transposed(axes: [0, 2, 1]).scalars
  }

  /// dL/dw = gᵀ · windows, with one window's gradients in each row of g.
  func weightGradientOfWindows<Scalar: TensorScalar>(
    input: [Scalar], outputGradient: [Scalar]
  ) -> [Scalar] {
    product(
      gradientRows(outputGradient), rows: outputChannels, columns: windowCount,
      transposesLeft: true, windowMatrix(input), columns: windowLength)
  }

  /// dL/dx = g · w, each row of which is added to the places of its window.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  func inputGradientOfWindows<Scalar: TensorScalar>(
    weight: [Scalar], outputGradient: [Scalar]
  ) -> [Scalar] {
    let rows = product(
      gradientRows(outputGradient), rows: windowCount, columns: outputChannels, weight,
      columns: windowLength)
    var result = [Scalar](
      repeating: 0, count: samples * inputChannels * window.rows * window.columns)
    result.withUnsafeMutableBufferPointer { result in
      rows.withUnsafeBufferPointer { rows in
        forEachWindowElement { element, place in result[place] += rows[element] }
      }
    }
    return result
  }

  /// The number of windows in an image.
  private var placeCount: Int { window.outputRows * window.outputColumns }

  private var windowCount: Int { samples * placeCount }

  private var windowLength: Int { inputChannels * window.height * window.width }

  /// The windows, `[N · OH · OW, C · KH · KW]`, with zeros where they lie on the padding.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  private func windowMatrix<Scalar: TensorScalar>(_ input: [Scalar]) -> [Scalar] {
    var windows = [Scalar](repeating: 0, count: windowCount * windowLength)
    windows.withUnsafeMutableBufferPointer { windows in
      input.withUnsafeBufferPointer { input in
        forEachWindowElement { element, place in windows[element] = input[place] }
      }
    }
    return windows
  }

  /// `[N, O, OH, OW]` as `[N · OH · OW, O]`.
  private func gradientRows<Scalar: TensorScalar>(_ gradient: [Scalar]) -> [Scalar] {
    Tensor(unchecked: [samples, outputChannels, placeCount], gradient)
      .transposed(axes: [0, 2, 1]).scalars
  }

  /// Visits each element of the window matrix that is not on the padding, with its place in the
  /// input.
  @inline(__always)
  private func forEachWindowElement(_ visit: (_ element: Int, _ place: Int) -> Void) {
    let plane = window.rows * window.columns
    for n in 0..<samples {
      for i in 0..<window.outputRows {
        let windowRows = window.validRows(i)
        for j in 0..<window.outputColumns {
          let windowColumns = window.validColumns(j)
          let row = (n * placeCount + i * window.outputColumns + j) * windowLength
          for c in 0..<inputChannels {
            let start = (n * inputChannels + c) * plane
            for u in windowRows {
              let element = row + (c * window.height + u) * window.width
              for v in windowColumns { visit(element + v, start + window.place(i, j, u, v)) }
            }
          }
        }
      }
    }
  }
}
