internal import CoreKernels

/// The numbers of one step of an optimiser, whose rules Sources/CoreKernels/include/CoreKernels.h defines.
struct OptimizerStep {
  /// The formulas of the step.
  enum Rule: UInt32, CaseIterable {
    case sgd = 0
    case momentum = 1
    case rmsProp = 2
    case adaGrad = 3
    case adam = 4
  }

  var rule: Rule
  var rate: Double
  var beta1 = 0.0
  var beta2 = 0.0
  var epsilon = 0.0
  /// What Adam's moments are divided by for their late start.
  var correction1 = 1.0
  var correction2 = 1.0
  /// The factor of the L2 term.
  var decay: Double

  fileprivate var values: ck_step {
    ck_step(
      rule: ck_rule(rule.rawValue), rate: rate, beta1: beta1, beta2: beta2, epsilon: epsilon,
      correction1: correction1, correction2: correction2, decay: decay)
  }
}

extension Kernels {
  /// One step of all numbers in one pass; the first or second moments are empty where the rule has none.
  static func take<Scalar: TensorScalar>(
    _ step: OptimizerStep, gradient: [Scalar], first: inout [Scalar], second: inout [Scalar],
    parameter: inout [Scalar]
  ) {
    let count = gradient.count
    gradient.withUnsafeBufferPointer { g in
      first.withUnsafeMutableBufferPointer { m in
        second.withUnsafeMutableBufferPointer { v in
          parameter.withUnsafeMutableBufferPointer { p in
            guard let g = g.baseAddress, let p = p.baseAddress else { return }
            let (m, v) = (m.isEmpty ? nil : m.baseAddress, v.isEmpty ? nil : v.baseAddress)
            withUnsafePointer(to: step.values) { step in
              if Scalar.self == Float.self {
                ck_step_float(
                  count, step, g.as(Float.self), m?.as(Float.self), v?.as(Float.self),
                  p.as(Float.self))
              } else {
                ck_step_double(
                  count, step, g.as(Double.self), m?.as(Double.self), v?.as(Double.self),
                  p.as(Double.self))
              }
            }
          }
        }
      }
    }
  }
}
