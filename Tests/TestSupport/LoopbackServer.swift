import Foundation
import Glibc
import Synchronization

/// A server on the loopback that answers as a test tells it to, also wrongly.
public final class LoopbackServer: Sendable {
  /// What was asked for.
  public struct Request: Sendable, Equatable {
    /// The path, such as `/data/file.gz`.
    public var path: String
    /// The header fields by their names in lower case.
    public var fields: [String: String]

    /// Where the part begins that is asked for, such as 1000 of `bytes=1000-`.
    public var start: Int? {
      fields["range"].flatMap { $0.split(separator: "=").last }
        .flatMap { $0.split(separator: "-").first }.flatMap { Int($0) }
    }
  }

  /// What is answered.
  public struct Answer: Sendable {
    /// The status code.
    public var status: Int
    /// The header fields; with `Transfer-Encoding` no length is announced.
    public var fields: [String: String]
    /// What follows the head.
    public var body: [UInt8]
    /// The length that is announced; nil announces the body's.
    public var announced: Int?
    /// Whether the connection stays open without a word after the body.
    public var hangs: Bool

    /// An answer.
    public init(
      status: Int = 200, fields: [String: String] = [:], body: [UInt8] = [], announced: Int? = nil,
      hangs: Bool = false
    ) {
      self.status = status
      self.fields = fields
      self.body = body
      self.announced = announced
      self.hangs = hangs
    }
  }

  /// The port on 127.0.0.1.
  public let port: Int
  /// The address of the server, `http://127.0.0.1:port`.
  public var address: String { "http://127.0.0.1:\(port)" }
  /// What has been asked for so far.
  public var requests: [Request] { received.withLock { $0 } }

  private let descriptor: Int32
  private let received = Mutex<[Request]>([])

  /// Starts a server; `answer` is given each request and how many came before it.
  public init(_ answer: @escaping @Sendable (Request, Int) -> Answer) throws {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, size) == 0 && listen(descriptor, 16) == 0
          && getsockname(descriptor, $0, &size) == 0
      }
    }
    guard isBound else { throw POSIXError(.EADDRNOTAVAIL) }
    self.descriptor = descriptor
    port = Int(UInt16(bigEndian: address.sin_port))
    Thread.detachNewThread { [weak self] in
      while true {
        let connection = accept(descriptor, nil, nil)
        guard connection >= 0, let server = self else { return }
        Thread.detachNewThread { server.serve(connection, answer) }
      }
    }
  }

  deinit {
    shutdown(descriptor, Int32(SHUT_RDWR))
    close(descriptor)
  }
}

extension LoopbackServer {
  private func serve(_ connection: Int32, _ answer: (Request, Int) -> Answer) {
    defer { close(connection) }
    var head: [UInt8] = []
    var byte: UInt8 = 0
    while !head.suffix(4).elementsEqual([13, 10, 13, 10]) {
      guard head.count < 10_000, read(connection, &byte, 1) == 1 else { return }
      head.append(byte)
    }
    let lines = String(decoding: head, as: UTF8.self).split(separator: "\r\n")
    var request = Request(path: "", fields: [:])
    request.path = lines[0].split(separator: " ").dropFirst().first.map(String.init) ?? ""
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = line[line.index(after: colon)...].drop { $0 == " " }
      request.fields[line[..<colon].lowercased()] = String(value)
    }
    let before = received.withLock { requests in
      requests.append(request)
      return requests.count - 1
    }
    let answer = answer(request, before)
    var text = "HTTP/1.1 \(answer.status) Answer\r\nConnection: close\r\n"
    if answer.fields["Transfer-Encoding"] == nil {
      text += "Content-Length: \(answer.announced ?? answer.body.count)\r\n"
    }
    for (name, value) in answer.fields.sorted(by: { $0.key < $1.key }) {
      text += "\(name): \(value)\r\n"
    }
    var bytes = Array("\(text)\r\n".utf8) + answer.body
    while !bytes.isEmpty {
      let count = send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL))
      guard count > 0 else { return }
      bytes.removeFirst(count)
    }
    // Until the other side gives up.
    if answer.hangs { _ = read(connection, &byte, 1) }
  }
}
