internal import CoreKernels

/// The inner loops, which are written in C for the sake of each processor's own instructions. What they
/// compute is defined in Sources/CoreKernels/include/CoreKernels.h.
enum Kernels {
  /// A matrix in memory: element (i, j) is at i · rowStep + j · columnStep.
  struct Matrix<Scalar: TensorScalar> {
    var start: UnsafePointer<Scalar>
    var rowStep: Int
    var columnStep: Int

    var strides: ck_strides { ck_strides(rows: rowStep, columns: columnStep) }
  }

  /// c = a · b for a of m × k and b of k × n, or c = c + a · b.
  ///
  /// - Parameter rowStep: How far apart the rows of c lie, n if not given.
  @inline(__always)
  static func product<Scalar: TensorScalar>(
    _ m: Int, _ n: Int, _ k: Int, _ a: Matrix<Scalar>, _ b: Matrix<Scalar>,
    into c: UnsafeMutablePointer<Scalar>, rowStep: Int? = nil, adds: Bool = false
  ) {
    let step = rowStep ?? n
    if Scalar.self == Float.self {
      ck_product_float(
        Int32(m), Int32(n), Int32(k), a.start.as(Float.self), a.strides, b.start.as(Float.self),
        b.strides, c.as(Float.self), step, adds ? 1 : 0)
    } else {
      ck_product_double(
        Int32(m), Int32(n), Int32(k), a.start.as(Double.self), a.strides, b.start.as(Double.self),
        b.strides, c.as(Double.self), step, adds ? 1 : 0)
    }
  }

  /// y = x ∗ w + bias.
  @inline(__always)
  static func convolve<Scalar: TensorScalar>(
    _ sizes: ck_convolution, _ x: UnsafePointer<Scalar>, _ w: UnsafePointer<Scalar>,
    bias: UnsafePointer<Scalar>?, into y: UnsafeMutablePointer<Scalar>
  ) {
    withUnsafePointer(to: sizes) { sizes in
      if Scalar.self == Float.self {
        ck_convolve_float(
          sizes, x.as(Float.self), w.as(Float.self), bias?.as(Float.self), y.as(Float.self))
      } else {
        ck_convolve_double(
          sizes, x.as(Double.self), w.as(Double.self), bias?.as(Double.self), y.as(Double.self))
      }
    }
  }

  /// The gradient for the weight.
  @inline(__always)
  static func weightGradient<Scalar: TensorScalar>(
    _ sizes: ck_convolution, _ x: UnsafePointer<Scalar>, _ g: UnsafePointer<Scalar>,
    into dw: UnsafeMutablePointer<Scalar>
  ) {
    withUnsafePointer(to: sizes) { sizes in
      if Scalar.self == Float.self {
        ck_weight_gradient_float(sizes, x.as(Float.self), g.as(Float.self), dw.as(Float.self))
      } else {
        ck_weight_gradient_double(sizes, x.as(Double.self), g.as(Double.self), dw.as(Double.self))
      }
    }
  }

  /// The gradient for the input.
  @inline(__always)
  static func inputGradient<Scalar: TensorScalar>(
    _ sizes: ck_convolution, _ w: UnsafePointer<Scalar>, _ g: UnsafePointer<Scalar>,
    into dx: UnsafeMutablePointer<Scalar>
  ) {
    withUnsafePointer(to: sizes) { sizes in
      if Scalar.self == Float.self {
        ck_input_gradient_float(sizes, w.as(Float.self), g.as(Float.self), dx.as(Float.self))
      } else {
        ck_input_gradient_double(sizes, w.as(Double.self), g.as(Double.self), dx.as(Double.self))
      }
    }
  }
}

extension UnsafePointer {
  /// The same place, for numbers that are known to be of the given type.
  @inline(__always)
  func `as`<Number>(_ type: Number.Type) -> UnsafePointer<Number> {
    precondition(Pointee.self == Number.self, "tensors hold Float or Double")
    return UnsafeRawPointer(self).assumingMemoryBound(to: type)
  }
}

extension UnsafeMutablePointer {
  /// The same place, for numbers that are known to be of the given type.
  @inline(__always)
  func `as`<Number>(_ type: Number.Type) -> UnsafeMutablePointer<Number> {
    precondition(Pointee.self == Number.self, "tensors hold Float or Double")
    return UnsafeMutableRawPointer(self).assumingMemoryBound(to: type)
  }
}
