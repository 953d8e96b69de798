// The arithmetic of doubles once more, without type parameters. Results are those of the generic
// operators; the compiler settles an expression such as `a * 2 + 1` twenty times sooner where it
// finds a form that has nothing to infer.

extension Tensor where Scalar == Double {
  /// The element-wise sum.
  public static func + (left: Tensor<Double>, right: Tensor<Double>) -> Tensor<Double> {
    left.combined(with: right) { $0 + $1 }
  }

  /// The sum of each element and a number.
  public static func + (left: Tensor<Double>, right: Double) -> Tensor<Double> {
    left.mapped { $0 + right }
  }

  /// The sum of a number and each element.
  public static func + (left: Double, right: Tensor<Double>) -> Tensor<Double> {
    right.mapped { left + $0 }
  }

  /// The element-wise difference.
  public static func - (left: Tensor<Double>, right: Tensor<Double>) -> Tensor<Double> {
    left.combined(with: right) { $0 - $1 }
  }

  /// The difference of each element and a number.
  public static func - (left: Tensor<Double>, right: Double) -> Tensor<Double> {
    left.mapped { $0 - right }
  }

  /// The difference of a number and each element.
  public static func - (left: Double, right: Tensor<Double>) -> Tensor<Double> {
    right.mapped { left - $0 }
  }

  /// The element-wise product.
  public static func * (left: Tensor<Double>, right: Tensor<Double>) -> Tensor<Double> {
    left.combined(with: right) { $0 * $1 }
  }

  /// The product of each element and a number.
  public static func * (left: Tensor<Double>, right: Double) -> Tensor<Double> {
    left.mapped { $0 * right }
  }

  /// The product of a number and each element.
  public static func * (left: Double, right: Tensor<Double>) -> Tensor<Double> {
    right.mapped { left * $0 }
  }

  /// The element-wise quotient.
  public static func / (left: Tensor<Double>, right: Tensor<Double>) -> Tensor<Double> {
    left.combined(with: right) { $0 / $1 }
  }

  /// The quotient of each element and a number.
  public static func / (left: Tensor<Double>, right: Double) -> Tensor<Double> {
    left.mapped { $0 / right }
  }

  /// The quotient of a number and each element.
  public static func / (left: Double, right: Tensor<Double>) -> Tensor<Double> {
    right.mapped { left / $0 }
  }
}
