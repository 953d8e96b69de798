import Diagnostics

/// Everything that keeps a report from being written.
public struct ReportErrors: Error {
  /// The errors in document order.
  public var diagnostics: [Diagnostic]
}
