import CoreKernels

/// The most floating-point operations per second that this machine can do on all threads: fused
/// multiply-adds that touch no memory, in the kernels' own instructions.
struct PeakRate {
  let single: Double
  let double: Double

  /// Takes the best of many short runs, since others may use the machine.
  init(rounds: Int = 100) {
    func rate(_ run: () -> Double) -> Double {
      var operations = 0.0
      let seconds = Comparison.seconds { operations = run() }
      return operations / seconds
    }
    var (single, double) = (0.0, 0.0)
    for _ in 0..<rounds {
      single = max(single, rate { ck_peak_float(20_000) })
      double = max(double, rate { ck_peak_double(20_000) })
    }
    (self.single, self.double) = (single, double)
  }
}
