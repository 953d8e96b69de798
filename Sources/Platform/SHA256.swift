internal import Ccrypto

/// SHA-256 digests (FIPS 180-4), by libcrypto.
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
    var digest = [UInt8](repeating: 0, count: 32)
    var length: UInt32 = 0
    let succeeded = EVP_Digest(bytes, bytes.count, &digest, &length, EVP_sha256(), nil)
    precondition(succeeded == 1 && length == 32, "libcrypto cannot compute SHA-256")
    return digest
  }
}
