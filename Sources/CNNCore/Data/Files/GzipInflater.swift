internal import Czlib

/// Unpacks gzip's members one after another, checking each one's checksum and length.
final class GzipInflater {
  /// What is wrong with the data.
  struct Failure: Error {
    let reason: String
  }

  private var stream = z_stream()
  /// Whether a member has begun and not ended.
  private var isInside = false

  init() {
    // 16 asks for gzip's header and trailer.
    let state = inflateInit2_(
      &stream, MAX_WBITS + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    require(state == Z_OK, "GzipInflater: zlib cannot begin to unpack (\(state))")
  }

  deinit { inflateEnd(&stream) }

  /// Unpacks as much as there is or fits; empty input says that the file has ended.
  func inflate(
    _ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
  ) throws -> (taken: Int, made: Int) {
    if input.isEmpty && !isInside { return (0, 0) }
    isInside = true
    stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
    stream.avail_in = UInt32(input.count)
    stream.next_out = output.baseAddress
    stream.avail_out = UInt32(min(output.count, Int(UInt32.max)))
    let room = Int(stream.avail_out)
    let state = Czlib.inflate(&stream, Z_NO_FLUSH)
    if state == Z_STREAM_END {
      isInside = false
      inflateReset(&stream)
    } else if state != Z_OK && state != Z_BUF_ERROR {
      throw Failure(reason: stream.msg.map { String(cString: $0) } ?? "zlib's error \(state)")
    }
    let made = room - Int(stream.avail_out)
    if input.isEmpty && made == 0 && isInside { throw Failure(reason: "it ends too early") }
    return (input.count - Int(stream.avail_in), made)
  }
}
