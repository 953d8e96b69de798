/// How a prediction is compared with a target that stands for a class.
enum Scoring<Scalar: TensorScalar> {
  /// The class is the place of the largest number.
  case largest
  /// The class is 1 above a limit, else 0.
  case above(Scalar)

  /// The comparison that goes with a loss and its targets; nil where the targets are no classes.
  init?(_ loss: any Loss<Scalar>, targets: Tensor<Scalar>) {
    guard targets.rank == 2 else { return nil }
    if targets.shape[1] == 1 {
      guard !targets.scalars.contains(where: { $0 != 0 && $0 != 1 }) else { return nil }
      if let binary = loss as? BinaryCrossEntropy<Scalar> {
        self = .above(binary.fromLogits ? 0 : 0.5)
      } else if loss is LogisticCost<Scalar> {
        self = .above(0.5)
      } else {
        return nil
      }
    } else {
      let isCategorical =
        loss is SoftmaxCrossEntropy<Scalar> || loss is CategoricalCrossEntropy<Scalar>
      guard isCategorical || targets.isOneHot else { return nil }
      self = .largest
    }
  }

  /// How many predictions are of the target's class.
  func correct(_ prediction: Tensor<Scalar>, _ target: Tensor<Scalar>) -> Int {
    switch self {
    case .largest:
      zip(prediction.argmax(axis: 1), target.argmax(axis: 1)).count { $0 == $1 }
    case .above(let limit):
      zip(prediction.scalars, target.scalars).count { ($0 > limit) == ($1 == 1) }
    }
  }
}

extension Tensor {
  /// Whether each row of a matrix has a single one and zeros.
  fileprivate var isOneHot: Bool {
    let columns = shape[1]
    var ones = 0
    for (place, scalar) in scalars.enumerated() {
      if scalar == 1 { ones += 1 } else if scalar != 0 { return false }
      if (place + 1) % columns == 0 {
        if ones != 1 { return false }
        ones = 0
      }
    }
    return true
  }
}
