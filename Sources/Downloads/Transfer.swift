import HTTPTransfer
import Platform

/// One request for the rest of a file.
final class Transfer {
  private let partial: PartialFile
  /// The length of the file; what the server announces replaces it where other lengths are allowed.
  private var expected: Int
  /// The greatest length that is allowed.
  private let limit: Int
  private let progress: (Int) -> Void
  private var status = 0
  private var headers: [String: String] = [:]
  private var stop: (any Error)?
  private var hasBegun = false
  private var isAnnounced = false
  private let start: Int

  init(to partial: PartialFile, of file: RemoteFile, progress: @escaping (Int) -> Void) {
    self.partial = partial
    expected = file.size
    limit = file.largestSize
    self.progress = progress
    start = partial.count
  }

  /// Asks an address for what is missing.
  ///
  /// - Throws: `TransferFailure`, or `SystemError` where the disk is full.
  func run(_ address: String, silentSeconds: Int) throws {
    let range = start > 0 ? "\(start)-" : nil
    var request = http_request()
    request.connect_seconds = silentSeconds
    request.silent_seconds = silentSeconds
    request.context = Unmanaged.passUnretained(self).toOpaque()
    request.on_header = { context, line, count in
      Transfer.from(context).take(header: UnsafeRawBufferPointer(start: line, count: count))
    }
    request.on_bytes = { context, bytes, count in
      Transfer.from(context).take(UnsafeBufferPointer(start: bytes, count: count))
    }
    var result = http_result()
    withText(address) { url in
      withText(range) { range in
        withText(start > 0 ? partial.version : nil) { version in
          withText("nbrun") { agent in
            (request.url, request.range, request.if_range) = (url, range, version)
            request.user_agent = agent
            http_transfer(&request, &result)
          }
        }
      }
    }
    try check(result, silentSeconds: silentSeconds)
  }
}

extension Transfer {
  private static func from(_ context: UnsafeMutableRawPointer?) -> Transfer {
    Unmanaged<Transfer>.fromOpaque(context!).takeUnretainedValue()
  }

  private func check(_ result: http_result, silentSeconds: Int) throws {
    if let stop { throw stop }
    let said = withUnsafeBytes(of: result.message) {
      String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
    }
    switch result.ending {
    case HTTP_NO_LIBRARY: throw TransferFailure.noLibrary
    case HTTP_SILENT: throw TransferFailure.silent(seconds: silentSeconds)
    case HTTP_FAILED: throw TransferFailure.unreachable(said)
    default: break
    }
    if status != 0 && status != 200 && status != 206 { throw TransferFailure.status(status) }
    let isWhole = partial.count == expected || (!isAnnounced && limit > expected)
    guard isWhole, result.ending == HTTP_DONE else {
      throw TransferFailure.cut(came: partial.count, expected: expected)
    }
  }

  /// Reads a line of an answer's head; a redirection has several heads, the last one counts.
  private func take(header: UnsafeRawBufferPointer) -> Int32 {
    let line = String(decoding: header, as: UTF8.self).filter { !$0.isNewline }
    if line.hasPrefix("HTTP/") {
      let words = line.split(separator: " ")
      status = words.count > 1 ? Int(words[1]) ?? 0 : 0
      headers = [:]
    } else if let colon = line.firstIndex(of: ":") {
      let value = line[line.index(after: colon)...].drop { $0 == " " }
      headers[line[..<colon].lowercased()] = String(value)
    }
    return 0
  }

  private func take(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    // The page that comes with an error is not the file.
    guard status == 200 || status == 206 else { return 0 }
    do {
      if !hasBegun { try begin() }
      guard partial.count + bytes.count <= (isAnnounced ? expected : limit) else {
        partial.restart()
        throw TransferFailure.tooLong(expected: expected)
      }
      try partial.append(bytes)
      progress(partial.count)
      return 0
    } catch {
      stop = error
      return 1
    }
  }

  /// Looks at the head before the first bytes are kept.
  private func begin() throws {
    hasBegun = true
    // A server may send all of it where a part was asked for, and must where it has another version.
    let from = status == 206 ? rangeStart : 0
    if from != partial.count { partial.restart() }
    guard from == partial.count else { throw TransferFailure.cut(came: 0, expected: expected) }
    if let length = headers["content-length"].flatMap(Int.init) {
      let (total, overflows) = from.addingReportingOverflow(length)
      guard !overflows, total == expected || (limit > expected && total <= limit) else {
        partial.restart()
        throw TransferFailure.wrongLength(announced: total, expected: expected)
      }
      expected = total
      isAnnounced = true
    }
    let tag = headers["etag"].flatMap { $0.hasPrefix("W/") ? nil : $0 }
    partial.version = tag ?? headers["last-modified"]
  }

  /// Where the part that came begins: `Content-Range: bytes 1000-4999/5000`.
  private var rangeStart: Int {
    let range = headers["content-range"] ?? ""
    let words = range.split { $0 == " " || $0 == "-" || $0 == "/" }
    return words.count > 1 ? Int(words[1]) ?? -1 : -1
  }
}

/// Runs a body with a text as C has it, or with null.
private func withText(_ text: String?, _ body: (UnsafePointer<CChar>?) -> Void) {
  guard let text else { return body(nil) }
  text.withCString { body($0) }
}
