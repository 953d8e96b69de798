/// Why a network cannot take the parameters of a file, whatever the file's format.
public struct ParameterMismatch: Error, Hashable, Sendable, CustomStringConvertible {
  /// What does not fit.
  public let description: String
}
