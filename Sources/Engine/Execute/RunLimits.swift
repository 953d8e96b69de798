/// What the cells may use before they are stopped.
public struct RunLimits: Hashable, Sendable {
  /// How long a cell may run, in seconds, where it does not say so itself. Default 60.
  public var timeout = 60.0
  /// How long all cells may run together, in seconds. Default infinite.
  public var total = Double.infinity
  /// How much memory the cells may hold, in bytes. Default 4 GiB.
  public var memory = 4 << 30
  /// How much one cell may print, in bytes. Default 1 MiB: more than anybody reads.
  public var printed = 1 << 20
  /// How many bytes of figures and values one cell may display. Default 16 MiB.
  public var displayed = 16 << 20
  /// How many bytes of figures and values all cells may display. Default 256 MiB.
  public var displayedInAll = 256 << 20

  /// The default limits.
  public init() {}
}
