internal import CoreKernels

/// The instructions that the inner loops use; no result depends on them.
enum KernelForm: Int, CaseIterable, Sendable {
  case portable = 0
  case avx2 = 1
  case avx512 = 2
  case neon = 3

  /// Whether this processor has them.
  var isAvailable: Bool { ck_has_form(ck_form(UInt32(rawValue))) != 0 }

  /// The form in use: the best there is, or what `NBRUN_CPU` names; a wrong name is told on standard
  /// error.
  static var current: KernelForm {
    get { KernelForm(rawValue: Int(ck_current_form().rawValue)) ?? .portable }
    set { ck_use_form(ck_form(UInt32(newValue.rawValue))) }
  }
}

/// The threads that the inner loops use; no result depends on their number.
enum KernelThreads {
  /// How many are in use: one for each processor, or what `NBRUN_THREADS` says; what is no
  /// number from 1 to 256 is told on standard error.
  static var count: Int {
    get { Int(ck_current_threads()) }
    set { ck_use_threads(Int32(newValue)) }
  }
}
