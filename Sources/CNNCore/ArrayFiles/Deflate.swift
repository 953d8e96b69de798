internal import Czlib

/// Raw deflated data (RFC 1951), by zlib.
enum Deflate {
  /// The CRC-32 of bytes.
  static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.withUnsafeBytes { buffer in
      UInt32(crc32_z(0, buffer.bindMemory(to: UInt8.self).baseAddress, buffer.count))
    }
  }

  /// The bytes deflated.
  static func compressed(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    let state = deflateInit2_(
      &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      size)
    guard state == Z_OK else { fail("ArrayArchive: zlib cannot begin to compress (\(state))") }
    defer { deflateEnd(&stream) }
    let bound = Int(deflateBound(&stream, UInt(bytes.count)))
    return [UInt8](unsafeUninitializedCapacity: bound) { output, count in
      bytes.withUnsafeBufferPointer { input in
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(bound)
        let state = deflate(&stream, Z_FINISH)
        guard state == Z_STREAM_END else { fail("ArrayArchive: zlib cannot compress (\(state))") }
      }
      count = Int(stream.total_out)
    }
  }

  /// The bytes inflated, if they are sound and as many as expected.
  static func decompressed(_ bytes: ArraySlice<UInt8>, count expected: Int) -> [UInt8]? {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, size) == Z_OK else { return nil }
    defer { inflateEnd(&stream) }
    var state = Z_OK
    // One byte more, so that there is room to see what is too long, and never none at all.
    let output = [UInt8](unsafeUninitializedCapacity: expected + 1) { output, count in
      bytes.withUnsafeBufferPointer { input in
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(expected + 1)
        state = inflate(&stream, Z_FINISH)
      }
      count = Int(stream.total_out)
    }
    return state == Z_STREAM_END && output.count == expected && stream.avail_in == 0 ? output : nil
  }
}
