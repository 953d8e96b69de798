internal import Cprctl

/// The processors that this program may use.
public enum Processors {
  /// How many there are; those that `taskset` or a container keeps from it do not count.
  public static let count = max(1, Int(usable_processors()))
}
