import Glibc

/// What the operating system refused, in its own words.
public struct SystemError: Error, Hashable, CustomStringConvertible, Sendable {
  /// What was to be done, such as `cannot write 'report.html'`.
  public var action: String
  /// The error number (`errno`).
  public var code: Int32

  /// An error with the given number; by default the calling thread's latest.
  public init(_ action: String, code: Int32 = errno) {
    self.action = action
    self.code = code
  }

  /// The action and the system's reason.
  public var description: String {
    "\(action): \(String(cString: strerror(code)))"
  }
}
