import CoreKernels

/// The most floating-point operations per second that this machine can do on all threads: fused
/// multiply-adds that touch no memory, in the kernels' own instructions.
struct PeakRate {
  let single: Double
  let double: Double

  /// Takes the best of many short runs, since others may use the machine.
  init(rounds: Int = 100) {
    func best(_ run: () -> Double) -> Double {
      (0..<rounds).map { _ in
        var operations = 0.0
        let seconds = Comparison.seconds { operations = run() }
        return operations / seconds
      }.max() ?? .nan
    }
    single = best { ck_peak_float(200_000) }
    double = best { ck_peak_double(200_000) }
  }
}
