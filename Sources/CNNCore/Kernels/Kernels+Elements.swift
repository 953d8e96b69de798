internal import CoreKernels

extension Kernels {
  /// The largest number of each window, and where it stood in its plane.
  @inline(__always)
  static func maxPool<Scalar: TensorScalar>(
    _ sizes: ck_pooling, _ x: UnsafePointer<Scalar>, into y: UnsafeMutablePointer<Scalar>,
    places: UnsafeMutablePointer<Int32>
  ) {
    withUnsafePointer(to: sizes) { sizes in
      if Scalar.self == Float.self {
        ck_max_pool_float(sizes, x.as(Float.self), y.as(Float.self), places)
      } else {
        ck_max_pool_double(sizes, x.as(Double.self), y.as(Double.self), places)
      }
    }
  }

  /// Adds each gradient where the largest number of its window stood.
  @inline(__always)
  static func maxPoolGradient<Scalar: TensorScalar>(
    _ sizes: ck_pooling, _ g: UnsafePointer<Scalar>, places: UnsafePointer<Int32>,
    into dx: UnsafeMutablePointer<Scalar>
  ) {
    withUnsafePointer(to: sizes) { sizes in
      if Scalar.self == Float.self {
        ck_max_pool_gradient_float(sizes, g.as(Float.self), places, dx.as(Float.self))
      } else {
        ck_max_pool_gradient_double(sizes, g.as(Double.self), places, dx.as(Double.self))
      }
    }
  }

  /// The mean of each window.
  @inline(__always)
  static func meanPool<Scalar: TensorScalar>(
    _ sizes: ck_pooling, countsPadding: Bool, _ x: UnsafePointer<Scalar>,
    into y: UnsafeMutablePointer<Scalar>
  ) {
    withUnsafePointer(to: sizes) { sizes in
      if Scalar.self == Float.self {
        ck_mean_pool_float(sizes, countsPadding ? 1 : 0, x.as(Float.self), y.as(Float.self))
      } else {
        ck_mean_pool_double(sizes, countsPadding ? 1 : 0, x.as(Double.self), y.as(Double.self))
      }
    }
  }

  /// Spreads each gradient over its window in equal parts.
  @inline(__always)
  static func meanPoolGradient<Scalar: TensorScalar>(
    _ sizes: ck_pooling, countsPadding: Bool, _ g: UnsafePointer<Scalar>,
    into dx: UnsafeMutablePointer<Scalar>
  ) {
    withUnsafePointer(to: sizes) { sizes in
      let counts: Int32 = countsPadding ? 1 : 0
      if Scalar.self == Float.self {
        ck_mean_pool_gradient_float(sizes, counts, g.as(Float.self), dx.as(Float.self))
      } else {
        ck_mean_pool_gradient_double(sizes, counts, g.as(Double.self), dx.as(Double.self))
      }
    }
  }

  /// The numbers where they are positive or NaN, else 0.
  @inline(__always)
  static func relu<Scalar: TensorScalar>(_ x: [Scalar]) -> [Scalar] {
    map(x) { count, x, y in
      if Scalar.self == Float.self {
        ck_relu_float(count, x.as(Float.self), y.as(Float.self))
      } else {
        ck_relu_double(count, x.as(Double.self), y.as(Double.self))
      }
    }
  }

  /// The gradients where x is positive, else 0.
  @inline(__always)
  static func reluGradient<Scalar: TensorScalar>(_ x: [Scalar], _ g: [Scalar]) -> [Scalar] {
    g.withUnsafeBufferPointer { g in
      map(x) { count, x, dx in
        guard let g = g.baseAddress else { return }
        if Scalar.self == Float.self {
          ck_relu_gradient_float(count, x.as(Float.self), g.as(Float.self), dx.as(Float.self))
        } else {
          ck_relu_gradient_double(count, x.as(Double.self), g.as(Double.self), dx.as(Double.self))
        }
      }
    }
  }

  /// A matrix of so many columns with a number added to each column, where it is.
  @inline(__always)
  static func add<Scalar: TensorScalar>(_ bias: [Scalar], toRowsOf x: inout [Scalar]) {
    let (rows, columns) = (bias.isEmpty ? 0 : x.count / bias.count, bias.count)
    x.withUnsafeMutableBufferPointer { x in
      bias.withUnsafeBufferPointer { bias in
        guard let x = x.baseAddress, let bias = bias.baseAddress else { return }
        if Scalar.self == Float.self {
          let place = x.as(Float.self)
          ck_add_rows_float(rows, columns, place, bias.as(Float.self), place)
        } else {
          let place = x.as(Double.self)
          ck_add_rows_double(rows, columns, place, bias.as(Double.self), place)
        }
      }
    }
  }

  /// As many results as there are numbers, from a loop that writes them.
  @inline(__always)
  private static func map<Scalar: TensorScalar>(
    _ x: [Scalar], _ loop: (Int, UnsafePointer<Scalar>, UnsafeMutablePointer<Scalar>) -> Void
  ) -> [Scalar] {
    let count = x.count
    return [Scalar](count: count) { results in
      x.withUnsafeBufferPointer { x in
        if let x = x.baseAddress, let y = results.baseAddress { loop(count, x, y) }
      }
    }
  }
}
