// Discrete Fourier transforms with NumPy's conventions: the forward one has the negative sign in its
// exponent and no factor, the inverse one the factor 1/n. They are computed in double precision, for
// `Float` too, by the core's own sine and cosine and explicit operations: the bits are the same on
// every machine.

/// The Fourier transform along an axis, as `np.fft.fft`.
///
///     X[k] = Σ_j x[j] · e^(−2πi·j·k/n)
///
/// - Shapes: that of the tensor; the length may be any.
public func fft<Scalar>(_ x: ComplexTensor<Scalar>, axis: Int = -1) -> ComplexTensor<Scalar> {
  transformed(x, axes: [axis], isInverse: false, "fft")
}

/// The Fourier transform of real numbers along an axis, as `np.fft.fft`.
public func fft<Scalar>(_ x: Tensor<Scalar>, axis: Int = -1) -> ComplexTensor<Scalar> {
  fft(ComplexTensor(x), axis: axis)
}

/// The inverse Fourier transform along an axis, as `np.fft.ifft`.
///
///     x[j] = Σ_k X[k] · e^(2πi·j·k/n) / n
public func ifft<Scalar>(_ x: ComplexTensor<Scalar>, axis: Int = -1) -> ComplexTensor<Scalar> {
  transformed(x, axes: [axis], isInverse: true, "ifft")
}

/// The Fourier transform along the last two axes, rows and columns, as `np.fft.fft2`.
public func fft2<Scalar>(_ x: ComplexTensor<Scalar>) -> ComplexTensor<Scalar> {
  transformed(x, axes: [-1, -2], isInverse: false, "fft2")
}

/// The Fourier transform of real images along the last two axes, as `np.fft.fft2`.
public func fft2<Scalar>(_ x: Tensor<Scalar>) -> ComplexTensor<Scalar> { fft2(ComplexTensor(x)) }

/// The inverse Fourier transform along the last two axes, as `np.fft.ifft2`.
public func ifft2<Scalar>(_ x: ComplexTensor<Scalar>) -> ComplexTensor<Scalar> {
  transformed(x, axes: [-1, -2], isInverse: true, "ifft2")
}

/// The first half of the Fourier transform of real numbers along the last axis, as `np.fft.rfft`;
/// the other half mirrors it.
///
/// - Shapes: `[…, n]` gives `[…, n/2 + 1]`.
public func rfft<Scalar>(_ x: Tensor<Scalar>) -> ComplexTensor<Scalar> {
  let full = fft(x)
  let half = (full.shape.last ?? 0) / 2 + 1
  return ComplexTensor(
    real: full.real.sliced(axis: -1, to: half),
    imaginary: full.imaginary.sliced(axis: -1, to: half))
}

/// The real numbers of which `rfft` makes the given transform, as `np.fft.irfft`.
///
/// - Parameter length: How many numbers there are along the last axis; without it, an even number.
/// - Shapes: `[…, n/2 + 1]` gives `[…, n]`.
public func irfft<Scalar>(_ x: ComplexTensor<Scalar>, length: Int? = nil) -> Tensor<Scalar> {
  let half = x.shape.last ?? 0
  let length = length ?? 2 * (half - 1)
  require(
    length >= 1 && half == length / 2 + 1,
    "irfft: a transform of shape \(x.shape) is not that of \(length) real numbers")
  // The imaginary parts of the first number and, for even lengths, the middle one do not count.
  let mirrored = Array(stride(from: length - half, through: 1, by: -1))
  var (real, imaginary) = (x.real, x.imaginary)
  let ends = length % 2 == 0 ? [0, half - 1] : [0]
  let mask = Tensor<Scalar>(
    unchecked: [half], (0..<half).map { ends.contains($0) ? 0 : 1 })
  imaginary *= mask
  real = Tensor(concatenating: [real, real.taking(mirrored, axis: -1)], axis: -1)
  imaginary = Tensor(
    concatenating: [imaginary, -imaginary.taking(mirrored, axis: -1)], axis: -1)
  return ifft(ComplexTensor(real: real, imaginary: imaginary)).real
}

private func transformed<Scalar>(
  _ x: ComplexTensor<Scalar>, axes: [Int], isInverse: Bool, _ caller: String
) -> ComplexTensor<Scalar> {
  let shape = x.shape
  var real = x.real.inDoublePrecision()
  var imaginary = x.imaginary.inDoublePrecision()
  for axis in axes {
    let axis = x.real.axisIndex(axis, caller)
    require(shape[axis] > 0, "\(caller): there is nothing along axis \(axis) of shape \(shape)")
    // The inverse transform is the forward one with real and imaginary parts exchanged.
    if isInverse { swap(&real, &imaginary) }
    transform(&real, &imaginary, shape, axis)
    if isInverse {
      swap(&real, &imaginary)
      let length = Double(shape[axis])
      for index in real.indices {
        real[index] /= length
        imaginary[index] /= length
      }
    }
  }
  return ComplexTensor(
    real: Tensor(rounding: real, shape: shape),
    imaginary: Tensor(rounding: imaginary, shape: shape))
}

private func transform(
  _ real: inout [Double], _ imaginary: inout [Double], _ shape: [Int], _ axis: Int
) {
  let plan = FourierPlan(length: shape[axis])
  let inner = shape[(axis + 1)...].reduce(1, *)
  let outer = shape[..<axis].reduce(1, *)
  // Many short rows are turned into columns first, so that all are transformed side by side.
  if inner == 1 && outer > 1 {
    let flat = [outer, shape[axis]]
    func turned(_ numbers: [Double], _ shape: [Int]) -> [Double] {
      Tensor(unchecked: shape, numbers).transposed().scalars
    }
    var numbers = ComplexColumns(real: turned(real, flat), imaginary: turned(imaginary, flat))
    plan.transform(&numbers, columns: outer)
    real = turned(numbers.real, flat.reversed())
    imaginary = turned(numbers.imaginary, flat.reversed())
    return
  }
  let size = shape[axis] * inner
  for block in 0..<outer {
    let range = block * size..<(block + 1) * size
    var numbers = ComplexColumns(real: Array(real[range]), imaginary: Array(imaginary[range]))
    plan.transform(&numbers, columns: inner)
    real.replaceSubrange(range, with: numbers.real)
    imaginary.replaceSubrange(range, with: numbers.imaginary)
  }
}
