import Glibc

/// What happens at Control-C and at a request to end: no child and no half-written file stays.
public enum Interruption {
  /// Watches for SIGINT, SIGTERM and SIGHUP from now on, on a thread of its own.
  ///
  /// To be called before any other thread is started.
  public static func watch() {
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { _ in
        var signals = sigset_t()
        sigemptyset(&signals)
        for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
        var number: Int32 = 0
        sigwait(&signals, &number)
        RunningChildren.shared.endAll()
        TemporaryFiles.shared.removeAll()
        _exit(128 + number)
      }, nil)
  }
}
