internal import Cnettle

/// SHA-256 digests (FIPS 180-4), by Nettle.
public enum SHA256 {
  /// The digest of a text's UTF-8 bytes.
  public static func digest(of text: String) -> [UInt8] { digest(of: Array(text.utf8)) }

  /// The digest of the given bytes as 64 lower-case hexadecimal digits.
  public static func hex(of bytes: [UInt8]) -> String { digest(of: bytes).hexadecimal }

  /// The digest of a text's UTF-8 bytes, as such digits.
  public static func hex(of text: String) -> String { hex(of: Array(text.utf8)) }

  /// The digest of several texts that cannot be confused with another division of the same bytes.
  public static func hex(ofParts parts: [String]) -> String {
    var bytes: [UInt8] = []
    for part in parts {
      bytes += Array("\(part.utf8.count):".utf8)
      bytes += Array(part.utf8)
    }
    return hex(of: bytes)
  }

  private static func digest(of bytes: [UInt8]) -> [UInt8] {
    var context = sha256_ctx()
    nettle_sha256_init(&context)
    nettle_sha256_update(&context, bytes.count, bytes)
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    nettle_sha256_digest(&context, digest.count, &digest)
    return digest
  }
}
