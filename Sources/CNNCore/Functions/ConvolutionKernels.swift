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

  var rows: Int { window.rows }
  var columns: Int { window.columns }
  var outputRows: Int { window.outputRows }
  var outputColumns: Int { window.outputColumns }

  var outputShape: [Int] { [samples, outputChannels, outputRows, outputColumns] }

  /// The place of an input channel's first element.
  func inputPlane(_ n: Int, _ c: Int) -> Int { (n * inputChannels + c) * rows * columns }

  /// The place of an output channel's first element.
  func outputPlane(_ n: Int, _ o: Int) -> Int {
    (n * outputChannels + o) * outputRows * outputColumns
  }

  /// The place of a kernel's first element for an input channel.
  func kernel(_ o: Int, _ c: Int) -> Int {
    (o * inputChannels + c) * window.height * window.width
  }
}

// Each output element is one chain of fused multiply-adds that starts from zero. What falls on the
// padding takes no part.

extension ConvolutionExtents {
  /// y[n, o, i, j] = Σ_{c,u,v} w[o, c, u, v] · x[n, c, i·s + u·d − p, j·s + v·d − p] + b[o], in
  /// row-major order of (c, u, v), the bias last.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  func output<Scalar: TensorScalar>(
    input: [Scalar], weight: [Scalar],
    bias: [Scalar]
  ) -> [Scalar] {
    var output: [Scalar] = []
    output.reserveCapacity(outputShape.reduce(1, *))
    for n in 0..<samples {
      for o in 0..<outputChannels {
        for i in 0..<outputRows {
          let windowRows = window.validRows(i)
          for j in 0..<outputColumns {
            let windowColumns = window.validColumns(j)
            var sum: Scalar = 0
            for c in 0..<inputChannels {
              for u in windowRows {
                for v in windowColumns {
                  sum.addProduct(
                    weight[kernel(o, c) + u * window.width + v],
                    input[inputPlane(n, c) + window.place(i, j, u, v)])
                }
              }
            }
            output.append(sum + bias[o])
          }
        }
      }
    }
    return output
  }

  /// dL/dw[o, c, u, v] = Σ_{n,i,j} g[n, o, i, j] · x[n, c, i·s + u·d − p, j·s + v·d − p], in
  /// row-major order of (n, i, j).
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  func weightGradient<Scalar: TensorScalar>(
    input: [Scalar], outputGradient: [Scalar]
  ) -> [Scalar] {
    let count = outputChannels * inputChannels * window.height * window.width
    var result = [Scalar](repeating: 0, count: count)
    result.withUnsafeMutableBufferPointer { result in
      forEachProduct { n, o, c, i, j, u, v in
        result[kernel(o, c) + u * window.width + v].addProduct(
          outputGradient[outputPlane(n, o) + i * outputColumns + j],
          input[inputPlane(n, c) + window.place(i, j, u, v)])
      }
    }
    return result
  }

  /// dL/dx[n, c, k, l] = Σ g[n, o, i, j] · w[o, c, u, v] over all (o, i, j) whose window has an
  /// element (u, v) at (k, l), in row-major order of (o, i, j).
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  func inputGradient<Scalar: TensorScalar>(
    weight: [Scalar], outputGradient: [Scalar]
  ) -> [Scalar] {
    let count = samples * inputChannels * rows * columns
    var result = [Scalar](repeating: 0, count: count)
    result.withUnsafeMutableBufferPointer { result in
      forEachProduct { n, o, c, i, j, u, v in
        result[inputPlane(n, c) + window.place(i, j, u, v)].addProduct(
          outputGradient[outputPlane(n, o) + i * outputColumns + j],
          weight[kernel(o, c) + u * window.width + v])
      }
    }
    return result
  }

  /// dL/db[o] = Σ_{n,i,j} g[n, o, i, j], the rows of each output plane one after another.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  func biasGradient<Scalar: TensorScalar>(
    outputGradient: [Scalar]
  ) -> [Scalar] {
    let planeCount = outputRows * outputColumns
    return (0..<outputChannels).map { o in
      var numbers: [Scalar] = []
      numbers.reserveCapacity(samples * planeCount)
      for n in 0..<samples {
        let start = outputPlane(n, o)
        numbers += outputGradient[start..<start + planeCount]
      }
      return numbers.withUnsafeBufferPointer { pairwiseSum($0, count: $0.count) }
    }
  }

  /// Visits every product of the forward pass, each (n, o) with its output elements in order.
  @inline(__always)
  private func forEachProduct(_ visit: (Int, Int, Int, Int, Int, Int, Int) -> Void) {
    for n in 0..<samples {
      for o in 0..<outputChannels {
        for c in 0..<inputChannels {
          for i in 0..<outputRows {
            let windowRows = window.validRows(i)
            for j in 0..<outputColumns {
              let windowColumns = window.validColumns(j)
              for u in windowRows {
                for v in windowColumns { visit(n, o, c, i, j, u, v) }
              }
            }
          }
        }
      }
    }
  }
}
