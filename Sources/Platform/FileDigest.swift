internal import Ccrypto
import Glibc

/// A digest of bytes that come piece by piece, by libcrypto.
public final class FileDigest {
  /// The ways of making a digest.
  public enum Kind: Sendable {
    /// FIPS 180-4.
    case sha256
    /// RFC 1321; good against damage, not against intent.
    case md5
  }

  private let context: OpaquePointer

  /// A digest of nothing yet, or nil where libcrypto does not know the kind.
  public init?(_ kind: Kind) {
    guard let context = EVP_MD_CTX_new() else { return nil }
    self.context = context
    guard EVP_DigestInit_ex(context, kind == .sha256 ? EVP_sha256() : EVP_md5(), nil) == 1 else {
      return nil
    }
  }

  deinit { EVP_MD_CTX_free(context) }

  /// Adds bytes.
  public func update(_ bytes: some Collection<UInt8>) {
    let isAdded = bytes.withContiguousStorageIfAvailable {
      EVP_DigestUpdate(context, $0.baseAddress, $0.count) == 1
    }
    precondition(isAdded == true, "libcrypto cannot go on")
  }

  /// The digest of all bytes as lower-case hexadecimal digits.
  public func finish() -> String {
    var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var length: UInt32 = 0
    precondition(EVP_DigestFinal_ex(context, &digest, &length) == 1, "libcrypto cannot finish")
    return digest.prefix(Int(length)).hexadecimal
  }

  /// The digest of a file.
  ///
  /// - Throws: `SystemError` where it cannot be read.
  public static func hex(of path: String, _ kind: Kind) throws -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError("cannot read '\(path)'") }
    defer { close(descriptor) }
    guard let digest = FileDigest(kind) else {
      throw SystemError("cannot compute the digest of '\(path)'", code: ENOTSUP)
    }
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
