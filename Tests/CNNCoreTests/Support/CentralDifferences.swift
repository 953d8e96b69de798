import CNNCore
import Testing

/// Records an issue unless a gradient is that of a function, by central differences.
///
/// The step of 1e-5 balances the truncation error (h²) against the rounding error (ε / h); both are
/// near 1e-10 for functions of order 1, so 1e-7 of the largest gradient tells a right formula.
func expectGradient(
  _ gradient: Tensor<Double>, of function: (Tensor<Double>) -> Double, at x: Tensor<Double>,
  _ name: String = "", sourceLocation: SourceLocation = #_sourceLocation
) {
  let step = 1e-5
  var differences = Tensor(repeating: 0, shape: x.shape)
  for index in 0..<x.count {
    var (above, below) = (x.scalars, x.scalars)
    above[index] += step
    below[index] -= step
    let difference =
      function(Tensor(shape: x.shape, scalars: above))
      - function(Tensor(shape: x.shape, scalars: below))
    differences = Tensor(
      shape: x.shape,
      scalars: differences.scalars.enumerated().map {
        $0.offset == index ? difference / (2 * step) : $0.element
      })
  }
  let scale = abs(differences).max()
  expectClose(
    gradient, differences, relative: 0, absolute: 1e-7 * scale, name,
    sourceLocation: sourceLocation)
}
