internal import CellEvents
internal import Glibc

/// The way to the runner: descriptor 3, which `nbrun-cell` was started with.
///
/// Outside of the runner, where nobody listens, events are dropped.
struct EventChannel {
  static let shared = EventChannel()

  private let descriptor: Int32 = 3

  /// Sends an event, after everything printed before it has been written.
  func send(_ event: CellEvent) {
    fflush(nil)
    let stamped = StampedEvent(
      event, printed: Descriptors.offset(of: 1), printedErrors: Descriptors.offset(of: 2))
    CellKeeper.shared.take(stamped)
    stamped.frame.withUnsafeBytes { bytes in
      var sent = 0
      while sent < bytes.count {
        let count = write(descriptor, bytes.baseAddress! + sent, bytes.count - sent)
        if count < 0 && errno != EINTR { return }
        sent += max(0, count)
      }
    }
  }
}
