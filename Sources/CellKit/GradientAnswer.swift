public import CNNCore
internal import Figures

/// Records a gradient as an answer, and ends the run where it is not the function's gradient.
///
///     answer("dL_dK", dL_dK, gradientOf: { loss(kernel: $0) }, at: K)
///
/// The check compares with central differences, as ``GradientCheck`` does. A right gradient agrees with
/// them to about 1e-9 of its largest number; from 1e-5 on it counts as wrong.
///
/// - Parameters:
///   - name: The answer's name; no other answer of the notebook has it.
///   - gradient: The gradient, of the input's shape.
///   - function: The function whose gradient it is, such as the loss for a kernel.
///   - input: Where the gradient is taken.
///   - digits: As of any answer.
///   - tolerance: As of any answer: how far a student's value may be away. The check has its own.
/// - Precondition: It is the gradient. Where a maximum or a rectifier changes its mind within 1e-6 of
///   the input, no gradient agrees with the differences.
public func answer(
  _ name: String, _ gradient: Tensor<Double>, gradientOf function: (Tensor<Double>) -> Double,
  at input: Tensor<Double>, digits: Int? = nil, tolerance: Double? = nil
) {
  answer(name, gradient, digits: digits, tolerance: tolerance)
  if let fault = gradientFault(name, gradient, of: function, at: input) { fail(fault) }
}

/// Records the derivative for one number as an answer, and ends the run where it is not the function's.
///
///     answer("dL_db", dL_db, gradientOf: { loss(bias: $0) }, at: b)
///
/// It is checked as the gradient of a tensor is.
public func answer(
  _ name: String, _ gradient: Double, gradientOf function: (Double) -> Double, at input: Double,
  digits: Int? = nil, tolerance: Double? = nil
) {
  answer(name, gradient, digits: digits, tolerance: tolerance)
  let fault = gradientFault(
    name, Tensor(gradient), of: { function($0.item) }, at: Tensor(input))
  if let fault { fail(fault) }
}

/// What is wrong with an answer that is said to be a gradient, or nil.
func gradientFault(
  _ name: String, _ gradient: Tensor<Double>, of function: (Tensor<Double>) -> Double,
  at input: Tensor<Double>
) -> String? {
  guard gradient.shape == input.shape else {
    return "the answer '\(name)' has shape \(gradient.shape), but what it is the gradient for has "
      + "\(input.shape)"
  }
  let check = GradientCheck(
    of: function, gradient: gradient, at: input, step: 1e-6, tolerance: 1e-5)
  guard let finding = check.findings.first(where: { !($0.relativeError <= check.tolerance) })
  else { return nil }
  let place = finding.worstPlace.isEmpty ? "" : " at \(finding.worstPlace)"
  let number = NumberFormat.significant(6).ascii
  let (gradient, difference) = (finding.gradient, finding.difference)
  return "the answer '\(name)' is not the gradient: it is \(number.string(gradient))\(place), "
    + "where central differences give \(number.string(difference))"
}
