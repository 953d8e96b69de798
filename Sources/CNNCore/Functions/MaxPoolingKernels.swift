internal import CoreKernels

extension Window2D {
  /// The first largest element of each window, in row-major order of the windows, plane after plane,
  /// and where in its plane it stands. A NaN counts as largest; what falls on the padding takes no part.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  func maxima<Scalar: TensorScalar>(
    of scalars: [Scalar], planes: Int
  ) -> (values: [Scalar], places: [Int32]) {
    let count = planes * outputRows * outputColumns
    var places: [Int32] = []
    let values = [Scalar](count: count, from: scalars, scalars) { values, input, _ in
      places = [Int32](count: count) { places in
        guard let places = places.baseAddress else { return }
        Kernels.maxPool(poolingSizes(planes), input, into: values, places: places)
      }
    }
    return (values, places)
  }

  /// Each gradient added where its window's largest element stands.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  func maximaGradient<Scalar: TensorScalar>(
    _ gradient: [Scalar], places: [Int32], planes: Int
  ) -> [Scalar] {
    [Scalar](count: planes * rows * columns, from: gradient, gradient) { result, gradient, _ in
      places.withUnsafeBufferPointer { places in
        guard let places = places.baseAddress else { return }
        Kernels.maxPoolGradient(poolingSizes(planes), gradient, places: places, into: result)
      }
    }
  }

  /// The sizes as the kernels want them.
  func poolingSizes(_ planes: Int) -> ck_pooling {
    ck_pooling(
      planes: Int32(planes), rows: Int32(rows), columns: Int32(columns),
      window_rows: Int32(height), window_columns: Int32(width),
      row_stride: Int32(verticalStride), column_stride: Int32(horizontalStride),
      top: Int32(top), left: Int32(left), bottom: Int32(bottom), right: Int32(right),
      output_rows: Int32(outputRows), output_columns: Int32(outputColumns))
  }
}
