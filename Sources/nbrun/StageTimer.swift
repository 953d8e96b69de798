import Platform

/// Tells how long each stage took, for `--verbose`.
final class StageTimer {
  private let isShown: Bool
  private var last = Clock.seconds()

  init(isShown: Bool) {
    self.isShown = isShown
  }

  /// Says what was done since the last mark.
  func mark(_ stage: String) {
    let now = Clock.seconds()
    let tenths = Int((now - last) * 10_000)
    if isShown { printError("nbrun: \(stage): \(tenths / 10).\(tenths % 10) ms\n") }
    last = now
  }
}
