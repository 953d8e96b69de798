extension Window2D {
  /// The mean of each window, in row-major order of the windows, plane after plane. Each sum is one
  /// chain in row-major order of the window; what falls on the padding adds nothing.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  func means<Scalar: TensorScalar>(
    of scalars: [Scalar], planes: Int, countsPadding: Bool
  ) -> [Scalar] {
    [Scalar](count: planes * outputRows * outputColumns, from: scalars, scalars) {
      means, input, _ in
      Kernels.meanPool(poolingSizes(planes), countsPadding: countsPadding, input, into: means)
    }
  }

  /// The gradient for the planes: each window gives all of its elements an equal part of its own
  /// gradient; they add up in row-major order of the windows.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  func meanGradient<Scalar: TensorScalar>(
    _ gradient: [Scalar], planes: Int, countsPadding: Bool
  ) -> [Scalar] {
    [Scalar](count: planes * rows * columns, from: gradient, gradient) { result, gradient, _ in
      Kernels.meanPoolGradient(
        poolingSizes(planes), countsPadding: countsPadding, gradient, into: result)
    }
  }
}
