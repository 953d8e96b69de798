import Glibc

/// What happens at Control-C and at a request to end: no child and no half-written file stays.
public enum Interruption {
  /// Watches for SIGINT, SIGTERM and SIGHUP from now on, on a thread of its own; not for those that this
  /// process was told to ignore, as `nohup` does.
  ///
  /// To be called before any other thread is started.
  public static func watch() {
    var signals = watchedSignals()
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { _ in
        var signals = Interruption.watchedSignals()
        var number: Int32 = 0
        sigwait(&signals, &number)
        RunningChildren.shared.endAll()
        TemporaryFiles.shared.removeAll()
        _exit(128 + number)
      }, nil)
  }

  private static func watchedSignals() -> sigset_t {
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(signal) { sigaddset(&signals, signal) }
    return signals
  }

  private static func isIgnored(_ signal: Int32) -> Bool {
    var action = sigaction()
    sigaction(signal, nil, &action)
    // `SIG_IGN` is the function at address 1.
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
  }
}
