/// Why a file could not be downloaded.
public struct DownloadError: Error, CustomStringConvertible, Sendable {
  /// The file.
  public let name: String
  /// Each address that was asked, and why it did not give the file.
  public let failures: [(address: String, reason: TransferFailure)]
  /// The bytes that have arrived and are kept.
  public let kept: Int

  /// The file, the reasons and what to do.
  public var description: String {
    let reasons = failures.map { "\n  \($0.address): \($0.reason)" }.joined()
    let rest = kept > 0 ? "The next try goes on after the \(grouped(kept)) bytes that came. " : ""
    return "cannot download '\(name)':\(reasons)\n  help: \(rest)"
      + "Check the connection, or name another server with '--from URL'."
  }
}

/// Why one address did not give a file.
public enum TransferFailure: Error, Hashable, CustomStringConvertible, Sendable {
  case noLibrary
  case unreachable(String)
  case silent(seconds: Int)
  case cut(came: Int, expected: Int)
  case status(Int)
  case wrongLength(announced: Int, expected: Int)
  case tooLong(expected: Int)
  case wrongDigest(kind: String, found: String, expected: String)

  /// The reason.
  public var description: String {
    switch self {
    case .noLibrary: "libcurl is missing; install the package libcurl4"
    case .unreachable(let text): text
    case .silent(let seconds): "nothing came for \(seconds) \(seconds == 1 ? "second" : "seconds")"
    case .cut(let came, let expected):
      "the connection ended after \(grouped(came)) of \(grouped(expected)) bytes"
    case .status(404): "it is not there (HTTP status 404)"
    case .status(let status): "the server answered with HTTP status \(status)"
    case .wrongLength(let announced, let expected):
      "the server announces \(grouped(announced)) bytes; expected were \(grouped(expected))"
    case .tooLong(let expected):
      "the server sends more than the \(grouped(expected)) bytes that were expected"
    case .wrongDigest(let kind, let found, let expected):
      "what came is another file: its \(kind) is \(found); expected was \(expected)"
    }
  }

  /// Whether the same address may do better in a while.
  var isPassing: Bool {
    switch self {
    case .unreachable, .silent, .cut: true
    case .status(let status): status >= 500 || status == 408 || status == 429
    default: false
    }
  }
}

/// A whole number with commas between thousands.
public func grouped(_ number: Int) -> String {
  let digits = Array(String(number))
  return digits.indices.reduce(into: "") { text, i in
    if i > 0 && (digits.count - i) % 3 == 0 { text.append(",") }
    text.append(digits[i])
  }
}
