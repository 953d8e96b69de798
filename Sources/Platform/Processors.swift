import Glibc

/// The processors that this program may use.
public enum Processors {
  /// How many there are.
  public static let count = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
}
