import Platform

/// Whether a file is the one that was published.
enum FileCheck {
  /// What tells a file from the published one, or nil where it is the same, or the same packed anew.
  static func failure(of path: String, as file: RemoteFile) -> TransferFailure? {
    guard let found = try? FileDigest.hex(of: path, .sha256) else {
      return .wrongDigest(kind: "SHA-256", found: "unknown", expected: file.sha256)
    }
    guard found == file.sha256 else {
      if let content = file.contentSHA256, GzipFile.contentDigest(of: path) == content {
        return nil
      }
      return .wrongDigest(kind: "SHA-256", found: found, expected: file.sha256)
    }
    guard let md5 = file.md5 else { return nil }
    let second = (try? FileDigest.hex(of: path, .md5)) ?? "unknown"
    return second == md5 ? nil : .wrongDigest(kind: "MD5", found: second, expected: md5)
  }
}
