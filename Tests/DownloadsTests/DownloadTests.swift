import Downloads
import Foundation
import Platform
import TestSupport
import Testing

/// Downloads from a server on the loopback that does as each test says.
@Suite("Downloading") struct DownloadTests {
  typealias Request = LoopbackServer.Request
  typealias Answer = LoopbackServer.Answer

  static let content = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 5) }
  static let data = DownloadableData(
    name: "set", summary: "Bytes", origin: "A test",
    files: [
      RemoteFile(
        name: "file.bin", size: content.count, sha256: SHA256.hex(of: content), folders: [])
    ])

  /// A server that gives the part that is asked for.
  static func good(_ request: Request) -> Answer {
    guard let start = request.start else {
      return Answer(fields: ["ETag": "\"one\""], body: content)
    }
    let range = "bytes \(start)-\(content.count - 1)/\(content.count)"
    return Answer(
      status: 206, fields: ["ETag": "\"one\"", "Content-Range": range],
      body: Array(content[start...]))
  }

  /// Downloads into a new folder, in which bytes may have come before.
  func get(
    from server: LoopbackServer, _ data: DownloadableData = data, partial: Int? = nil,
    version: String? = nil
  ) throws -> (folder: String, outcome: Result<Bool, any Error>) {
    let folder = try TestFolder.make().path
    if let partial {
      try Files.makeFolder("\(folder)/set")
      try Files.replace("\(folder)/set/file.bin.partial", with: Array(Self.content[..<partial]))
      if let version {
        try Files.replace("\(folder)/set/file.bin.partial.version", with: Array(version.utf8))
      }
    }
    var downloader = Downloader(folder: folder)
    downloader.base = server.address
    downloader.pause = 0.01
    downloader.silentSeconds = 1
    return (folder, Result { try downloader.get(data) })
  }

  /// Expects that the file came and that nothing else is there.
  func expectFile(_ got: (folder: String, outcome: Result<Bool, any Error>)) throws {
    #expect(try got.outcome.get())
    #expect(Files.entries(of: "\(got.folder)/set") == ["file.bin"])
    #expect(try Files.read("\(got.folder)/set/file.bin") == Self.content)
  }

  /// Expects that the file did not come, for the given reason.
  func expectFailure(
    _ got: (folder: String, outcome: Result<Bool, any Error>), from server: LoopbackServer,
    _ reason: String, kept: Int = 0
  ) {
    #expect(!Files.exists("\(got.folder)/set/file.bin"))
    let error = #expect(throws: DownloadError.self) { try got.outcome.get() }
    let rest =
      kept > 0 ? "The next try goes on after the \(grouped(kept)) bytes that came. " : ""
    #expect(
      error?.description == """
        cannot download 'file.bin':
          \(server.address)/file.bin: \(reason)
          help: \(rest)Check the connection, or name another server with '--from URL'.
        """)
  }

  @Test func wholeFile() throws {
    let server = try LoopbackServer { request, _ in Self.good(request) }
    let got = try get(from: server)
    try expectFile(got)
    #expect(server.requests.map(\.path) == ["/file.bin"])
    var again = Downloader(folder: got.folder)
    again.base = server.address
    #expect(try !again.get(Self.data))
    #expect(again.has(Self.data))
    #expect(server.requests.count == 1)
  }

  @Test func damagedFileIsReplaced() throws {
    let server = try LoopbackServer { request, _ in Self.good(request) }
    let got = try get(from: server)
    try Files.replace("\(got.folder)/set/file.bin", with: [1, 2, 3])
    var again = Downloader(folder: got.folder)
    again.base = server.address
    #expect(try again.get(Self.data))
    #expect(try Files.read("\(got.folder)/set/file.bin") == Self.content)
  }

  @Test func goesOnWhereItStopped() throws {
    let server = try LoopbackServer { request, _ in Self.good(request) }
    try expectFile(get(from: server, partial: 150_000, version: "\"one\""))
    #expect(server.requests.map(\.start) == [150_000])
    #expect(server.requests[0].fields["if-range"] == "\"one\"")
  }

  @Test("a server that ignores what part is asked for") func noRanges() throws {
    let server = try LoopbackServer { _, _ in Answer(body: Self.content) }
    try expectFile(get(from: server, partial: 150_000))
  }

  @Test("parts of two versions are not joined for good") func otherVersion() throws {
    let server = try LoopbackServer { request, _ in Self.good(request) }
    var wrong = try get(from: server)
    wrong.folder += "-joined"
    try Files.makeFolder("\(wrong.folder)/set")
    try Files.replace(
      "\(wrong.folder)/set/file.bin.partial", with: [UInt8](repeating: 1, count: 1000))
    var downloader = Downloader(folder: wrong.folder)
    downloader.base = server.address
    wrong.outcome = Result { try downloader.get(Self.data) }
    try expectFile(wrong)
    #expect(server.requests.map(\.start) == [nil, 1000, nil])
  }

  @Test("a part that begins elsewhere") func wrongPart() throws {
    let server = try LoopbackServer { request, before in
      guard before == 0 else { return Self.good(request) }
      return Answer(
        status: 206, fields: ["Content-Range": "bytes 7-199999/200000"],
        body: Array(Self.content[7...]))
    }
    try expectFile(get(from: server, partial: 5000))
  }

  @Test("a part that the server does not have") func unsatisfiable() throws {
    let server = try LoopbackServer { request, _ in
      request.start == nil ? Self.good(request) : Answer(status: 416)
    }
    try expectFile(get(from: server, partial: 5000))
  }

  @Test("a server that fails twice") func passingFailure() throws {
    let server = try LoopbackServer { request, before in
      before < 2 ? Answer(status: 500, body: Array("Sorry".utf8)) : Self.good(request)
    }
    try expectFile(get(from: server))
    #expect(server.requests.count == 3)
  }

  @Test("a connection that ends too early, again and again") func cut() throws {
    let server = try LoopbackServer { request, _ in
      let start = request.start ?? 0
      let end = min(start + 90_000, Self.content.count)
      return Answer(
        status: start == 0 ? 200 : 206,
        fields: ["Content-Range": "bytes \(start)-199999/200000"],
        body: Array(Self.content[start..<end]), announced: Self.content.count - start)
    }
    try expectFile(get(from: server))
    #expect(server.requests.map(\.start) == [nil, 90_000, 180_000])
  }

  @Test func redirection() throws {
    let server = try LoopbackServer { request, _ in
      request.path == "/file.bin"
        ? Answer(status: 302, fields: ["Location": "/elsewhere"]) : Self.good(request)
    }
    try expectFile(get(from: server))
    #expect(server.requests.map(\.path) == ["/file.bin", "/elsewhere"])
  }

  @Test func mirrors() throws {
    let wrong = try LoopbackServer { _, _ in Answer(status: 404) }
    let right = try LoopbackServer { request, _ in Self.good(request) }
    var data = Self.data
    data.files[0].folders = [wrong.address, "\(right.address)/data/"]
    let folder = try TestFolder.make().path
    #expect(try Downloader(folder: folder).get(data))
    #expect(right.requests.map(\.path) == ["/data/file.bin"])
  }
}

// MARK: - Failures

extension DownloadTests {
  @Test func missing() throws {
    let server = try LoopbackServer { _, _ in Answer(status: 404, body: Array("No".utf8)) }
    expectFailure(try get(from: server), from: server, "it is not there (HTTP status 404)")
    #expect(server.requests.count == 1)
  }

  @Test func failing() throws {
    let server = try LoopbackServer { _, _ in Answer(status: 503) }
    expectFailure(
      try get(from: server), from: server, "the server answered with HTTP status 503")
    #expect(server.requests.count == 3)
  }

  @Test func otherBytes() throws {
    let other = Self.content.map { ~$0 }
    let server = try LoopbackServer { _, _ in Answer(body: other) }
    expectFailure(
      try get(from: server), from: server,
      "what came is another file: its SHA-256 is \(SHA256.hex(of: other)); "
        + "expected was \(SHA256.hex(of: Self.content))")
  }

  @Test("an announced length that is not the file's") func lengthThatDiffers() throws {
    let server = try LoopbackServer { _, _ in Answer(body: [1, 2, 3]) }
    expectFailure(
      try get(from: server), from: server,
      "the server announces 3 bytes; expected were 200,000")
  }

  @Test("more bytes than the file has, without an announced length") func endless() throws {
    let server = try LoopbackServer { _, _ in
      Answer(
        fields: ["Transfer-Encoding": "chunked"],
        body: Array("30D41\r\n".utf8) + Self.content + [1] + Array("\r\n0\r\n\r\n".utf8))
    }
    expectFailure(
      try get(from: server), from: server,
      "the server sends more than the 200,000 bytes that were expected")
  }

  @Test func silence() throws {
    let server = try LoopbackServer { _, _ in
      Answer(
        body: Array(Self.content[..<1000]), announced: Self.content.count, hangs: true)
    }
    var data = Self.data
    data.files[0].size = Self.content.count
    expectFailure(
      try get(from: server, data), from: server, "nothing came for 1 second", kept: 1000)
  }

  @Test func cutForGood() throws {
    let server = try LoopbackServer { request, _ in
      request.start == nil
        ? Answer(body: Array(Self.content[..<1000]), announced: Self.content.count)
        : Answer(
          status: 206, fields: ["Content-Range": "bytes 1000-199999/200000"], body: [],
          announced: 199_000)
    }
    expectFailure(
      try get(from: server), from: server, "the connection ended after 1,000 of 200,000 bytes",
      kept: 1000)
  }

  @Test func nobodyThere() throws {
    let port = try LoopbackServer { _, _ in Answer() }.port
    let folder = try TestFolder.make().path
    var downloader = Downloader(folder: folder)
    downloader.base = "http://127.0.0.1:\(port)"
    downloader.pause = 0.01
    let error = #expect(throws: DownloadError.self) { try downloader.get(Self.data) }
    #expect(error?.description.contains("Failed to connect to 127.0.0.1 port \(port)") == true)
  }
}
