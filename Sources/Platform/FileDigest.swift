internal import Cnettle
import Glibc

/// A digest of bytes that come piece by piece, by Nettle.
public struct FileDigest {
  /// The ways of making a digest.
  public enum Kind: Sendable {
    /// FIPS 180-4.
    case sha256
    /// RFC 1321; good against damage, not against intent.
    case md5
  }

  private enum State {
    case sha256(sha256_ctx)
    case md5(md5_ctx)
  }

  private var state: State

  /// A digest of nothing yet.
  public init(_ kind: Kind) {
    switch kind {
    case .sha256:
      var context = sha256_ctx()
      nettle_sha256_init(&context)
      state = .sha256(context)
    case .md5:
      var context = md5_ctx()
      nettle_md5_init(&context)
      state = .md5(context)
    }
  }

  /// Adds bytes.
  public mutating func update(_ bytes: some Collection<UInt8>) {
    let isAdded: Void? = bytes.withContiguousStorageIfAvailable { bytes in
      switch state {
      case .sha256(var context):
        nettle_sha256_update(&context, bytes.count, bytes.baseAddress)
        state = .sha256(context)
      case .md5(var context):
        nettle_md5_update(&context, bytes.count, bytes.baseAddress)
        state = .md5(context)
      }
    }
    if isAdded == nil { update(Array(bytes)) }
  }

  /// The digest of all bytes as lower-case hexadecimal digits.
  public func finish() -> String {
    switch state {
    case .sha256(var context):
      var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
      nettle_sha256_digest(&context, digest.count, &digest)
      return digest.hexadecimal
    case .md5(var context):
      var digest = [UInt8](repeating: 0, count: Int(MD5_DIGEST_SIZE))
      nettle_md5_digest(&context, digest.count, &digest)
      return digest.hexadecimal
    }
  }

  /// The digest of a file.
  ///
  /// - Throws: `SystemError` where it cannot be read.
  public static func hex(of path: String, _ kind: Kind) throws -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError("cannot read '\(path)'") }
    defer { close(descriptor) }
    var digest = FileDigest(kind)
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw SystemError("cannot read '\(path)'") }
      if count == 0 { return digest.finish() }
      digest.update(buffer[..<count])
    }
  }
}
