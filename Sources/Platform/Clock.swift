import Glibc

/// A clock for limits and progress; nothing that it tells reaches a document.
public enum Clock {
  /// Seconds since some moment; it never jumps.
  public static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
