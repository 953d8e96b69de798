internal import CoreKernels

extension Kernels {
  /// y[i, j] = Σ_k x[i, k, j] by the rule of `pairwiseSum`.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  static func sums<Scalar: TensorScalar>(
    _ x: [Scalar], outer: Int, count: Int, inner: Int
  ) -> [Scalar] {
    [Scalar](count: outer * inner) { results in
      x.withUnsafeBufferPointer { x in
        guard let y = results.baseAddress else { return }
        guard let x = x.baseAddress, count > 0 else {
          return results.initialize(repeating: 0)
        }
        if Scalar.self == Float.self {
          ck_sums_float(outer, count, inner, x.as(Float.self), y.as(Float.self))
        } else {
          ck_sums_double(outer, count, inner, x.as(Double.self), y.as(Double.self))
        }
      }
    }
  }
}
