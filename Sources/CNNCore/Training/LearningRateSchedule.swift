/// How the learning rate changes while a network is trained; it is set before each step.
///
/// `epoch` and `step` count what is done: both are 0 before the first step. `base` is the optimiser's
/// rate when the training begins.
public struct LearningRateSchedule: Sendable {
  private let rate: @Sendable (_ base: Double, _ epoch: Int, _ step: Int) -> Double

  /// A schedule of one's own.
  public init(_ rate: @escaping @Sendable (_ base: Double, _ epoch: Int, _ step: Int) -> Double) {
    self.rate = rate
  }

  /// The rate of the next step.
  public func callAsFunction(base: Double, epoch: Int, step: Int) -> Double {
    rate(base, epoch, step)
  }

  /// The same rate throughout.
  public static let constant = LearningRateSchedule { base, _, _ in base }

  /// The rate times a factor after each so many epochs.
  ///
  ///     η = base · factor^⌊epoch / epochs⌋
  public static func stepwise(factor: Double, everyEpochs epochs: Int = 1) -> LearningRateSchedule {
    require(epochs > 0, "LearningRateSchedule: a stair of \(epochs) epochs has no length")
    return LearningRateSchedule { base, epoch, _ in
      (0..<epoch / epochs).reduce(base) { rate, _ in rate * factor }
    }
  }

  /// A rate that falls ever more slowly with the steps, often written t₀ / (t + t₁).
  ///
  ///     η = base · t₁ / (step + t₁)
  public static func inverseTime(_ t1: Double) -> LearningRateSchedule {
    require(t1 > 0, "LearningRateSchedule: t₁ is not positive: \(t1)")
    return LearningRateSchedule { base, _, step in base * t1 / (Double(step) + t1) }
  }

  /// Half a cosine wave down to a share of the rate (Loshchilov and Hutter 2017,
  /// https://arxiv.org/abs/1608.03983).
  ///
  ///     η = base · (share + (1 − share) · (1 + cos(π · step / steps)) / 2)
  ///
  /// - Parameter steps: The number of steps, epochs times batches, after which the rate stays.
  public static func cosine(steps: Int, downTo share: Double = 0) -> LearningRateSchedule {
    require(steps > 0, "LearningRateSchedule: a fall over \(steps) steps has no length")
    return LearningRateSchedule { base, _, step in
      let part = Double(min(step, steps)) / Double(steps)
      return base * (share + (1 - share) * ((1 + Double.cos(Double.pi * part)) / 2))
    }
  }
}
