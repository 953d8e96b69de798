// Convolution as a product of Fourier transforms. All planes are brought to the size of the padded
// input or a little more, so that nothing that wraps around reaches a result.

extension ConvolutionExtents {
  /// Y[n, o] = Σ_c X[n, c] · conj(W[o, c]), of which every stride-th element counts.
  func outputOfSpectra<Scalar: TensorScalar>(input: [Scalar], weight: [Scalar]) -> [Scalar] {
    let x = spectrum(input, inputPlacement, planes: samples * inputChannels)
    let w = spectrum(weight, kernelPlacement, planes: outputChannels * inputChannels)
    let y = spectralProduct(
      x, steps: (inputChannels, 1), w.conjugate, steps: (inputChannels, 1),
      counts: (samples, outputChannels, inputChannels))
    return gathered(y, outputPlacement)
  }

  /// dL/dW[o, c] = Σ_n conj(G[n, o]) · X[n, c].
  func weightGradientOfSpectra<Scalar: TensorScalar>(
    input: [Scalar], outputGradient: [Scalar]
  ) -> [Scalar] {
    let x = spectrum(input, inputPlacement, planes: samples * inputChannels)
    let g = spectrum(outputGradient, outputPlacement, planes: samples * outputChannels)
    let w = spectralProduct(
      g.conjugate, steps: (1, outputChannels), x, steps: (1, inputChannels),
      counts: (outputChannels, inputChannels, samples))
    return gathered(w, kernelPlacement)
  }

  /// dL/dX[n, c] = Σ_o G[n, o] · W[o, c].
  func inputGradientOfSpectra<Scalar: TensorScalar>(
    weight: [Scalar], outputGradient: [Scalar]
  ) -> [Scalar] {
    let w = spectrum(weight, kernelPlacement, planes: outputChannels * inputChannels)
    let g = spectrum(outputGradient, outputPlacement, planes: samples * outputChannels)
    let x = spectralProduct(
      g, steps: (outputChannels, 1), w, steps: (1, inputChannels),
      counts: (samples, inputChannels, outputChannels))
    return gathered(x, inputPlacement)
  }
}

/// Where the elements of a small plane stand in a large one.
private struct Placement {
  let rows: Int
  let columns: Int
  var firstRow = 0
  var firstColumn = 0
  var rowStep = 1
  var columnStep = 1
}

extension ConvolutionExtents {
  private var inputPlacement: Placement {
    Placement(
      rows: window.rows, columns: window.columns, firstRow: window.top, firstColumn: window.left)
  }

  private var kernelPlacement: Placement {
    Placement(
      rows: window.height, columns: window.width, rowStep: window.verticalDilation,
      columnStep: window.horizontalDilation)
  }

  private var outputPlacement: Placement {
    Placement(
      rows: window.outputRows, columns: window.outputColumns, rowStep: window.verticalStride,
      columnStep: window.horizontalStride)
  }

  /// The height and width of the transformed planes.
  private var spectrumSize: (rows: Int, columns: Int) {
    (
      fastLength(window.rows + window.top + window.bottom),
      fastLength(window.columns + window.left + window.right)
    )
  }

  /// The transforms of planes, each put into a plane of zeros, `[planes, rows, columns / 2 + 1]`.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  private func spectrum<Scalar: TensorScalar>(
    _ numbers: [Scalar], _ placement: Placement, planes: Int
  ) -> ComplexTensor<Scalar> {
    let (rows, columns) = spectrumSize
    var padded = [Scalar](repeating: 0, count: planes * rows * columns)
    for row in 0..<planes * placement.rows {
      let (plane, i) = row.quotientAndRemainder(dividingBy: placement.rows)
      let start =
        (plane * rows + placement.firstRow + i * placement.rowStep) * columns
        + placement.firstColumn
      for j in 0..<placement.columns {
        padded[start + j * placement.columnStep] = numbers[row * placement.columns + j]
      }
    }
    return fft(rfft(Tensor(unchecked: [planes, rows, columns], padded)), axis: -2)
  }

  /// What stands at the places of small planes in the planes that have the given transforms.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  private func gathered<Scalar: TensorScalar>(
    _ spectrum: ComplexTensor<Scalar>, _ placement: Placement
  ) -> [Scalar] {
    let (rows, columns) = spectrumSize
    let numbers = irfft(ifft(spectrum, axis: -2), length: columns).scalars
    let planes = spectrum.shape[0]
    var result: [Scalar] = []
    result.reserveCapacity(planes * placement.rows * placement.columns)
    for row in 0..<planes * placement.rows {
      let (plane, i) = row.quotientAndRemainder(dividingBy: placement.rows)
      let start =
        (plane * rows + placement.firstRow + i * placement.rowStep) * columns
        + placement.firstColumn
      for j in 0..<placement.columns {
        result.append(numbers[start + j * placement.columnStep])
      }
    }
    return result
  }
}

/// c[i, j] = Σ_k a[i, k] · b[j, k] for planes of complex numbers; the steps tell how many planes lie
/// between neighbours along the first index and along k.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
private func spectralProduct<Scalar: TensorScalar>(
  _ a: ComplexTensor<Scalar>, steps aSteps: (i: Int, k: Int),
  _ b: ComplexTensor<Scalar>, steps bSteps: (j: Int, k: Int),
  counts: (i: Int, j: Int, k: Int)
) -> ComplexTensor<Scalar> {
  let plane = a.shape[1] * a.shape[2]
  let count = counts.i * counts.j * plane
  var real = [Scalar](repeating: 0, count: count)
  var imaginary = real
  let (aReal, aImaginary) = (a.real.scalars, a.imaginary.scalars)
  let (bReal, bImaginary) = (b.real.scalars, b.imaginary.scalars)
  for i in 0..<counts.i {
    for j in 0..<counts.j {
      let result = (i * counts.j + j) * plane
      for k in 0..<counts.k {
        let left = (i * aSteps.i + k * aSteps.k) * plane
        let right = (j * bSteps.j + k * bSteps.k) * plane
        for p in 0..<plane {
          let (x, y) = (aReal[left + p], aImaginary[left + p])
          let (u, v) = (bReal[right + p], bImaginary[right + p])
          real[result + p] += x * u - y * v
          imaginary[result + p] += x * v + y * u
        }
      }
    }
  }
  let shape = [counts.i * counts.j, a.shape[1], a.shape[2]]
  return ComplexTensor(
    real: Tensor(unchecked: shape, real), imaginary: Tensor(unchecked: shape, imaginary))
}

/// The least product of 2, 3 and 5 that is not below a length.
private func fastLength(_ length: Int) -> Int {
  var candidate = length
  while true {
    var rest = candidate
    for factor in [2, 3, 5] {
      while rest % factor == 0 { rest /= factor }
    }
    if rest == 1 { return candidate }
    candidate += 1
  }
}
