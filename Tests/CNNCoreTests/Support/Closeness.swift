import CNNCore
import Testing

/// Records an issue unless all elements agree to a relative tolerance.
///
/// The default of 1e-12 leaves room for other orders of summation and another `exp` than ours.
func expectClose(
  _ actual: Tensor<Double>, _ expected: Tensor<Double>, relative: Double = 1e-12,
  absolute: Double = 0, _ name: String = "", sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(actual.shape == expected.shape, "\(name)", sourceLocation: sourceLocation)
  for (index, (a, e)) in zip(actual.scalars, expected.scalars).enumerated() {
    #expect(
      a == e || abs(a - e) <= max(relative * abs(e), absolute),
      "\(name) element \(index): \(a), expected \(e)", sourceLocation: sourceLocation)
  }
}

/// Records an issue unless two numbers agree to a relative tolerance.
func expectClose(
  _ actual: Double, _ expected: Double, relative: Double = 1e-12, _ name: String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  expectClose(
    Tensor(actual), Tensor(expected), relative: relative, name, sourceLocation: sourceLocation)
}

/// Records an issue unless all elements agree to 1e-12 of the largest one.
///
/// Sums of terms of both signs keep fewer digits of their own than of their terms.
func expectAgreement(
  _ actual: Tensor<Double>, _ expected: Tensor<Double>, relative: Double = 1e-12,
  _ name: String = "", sourceLocation: SourceLocation = #_sourceLocation
) {
  expectClose(
    actual, expected, relative: relative, absolute: relative * abs(expected).max(), name,
    sourceLocation: sourceLocation)
}
