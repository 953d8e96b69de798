internal import Cxxhash

/// A 128-bit digest (XXH3) of bytes that come in pieces.
///
/// It tells values apart that were not made to be mistaken for each other, at the speed of memory;
/// see https://xxhash.com (Y. Collet, 2019).
final class Digest {
  private let state = XXH3_createState()

  /// The digest of no bytes yet.
  init() {
    _ = XXH3_128bits_reset(state)
  }

  deinit {
    _ = XXH3_freeState(state)
  }

  /// Takes more bytes.
  func take(_ bytes: UnsafeRawBufferPointer) {
    _ = XXH3_128bits_update(state, bytes.baseAddress, bytes.count)
  }

  /// The digest of all bytes so far, as 32 hexadecimal digits.
  var hex: String {
    let digest = XXH3_128bits_digest(state)
    return Self.hex(digest.high64) + Self.hex(digest.low64)
  }

  private static func hex(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
