import Downloads
import Foundation
import Platform
import TestSupport
import Testing

/// Data that comes as an archive, or packed anew.
@Suite("Archives") struct ArchiveTests {
  /// A folder with a file of the given name, made into an archive by tar.
  private func archive(_ files: [(String, [UInt8])]) throws -> [UInt8] {
    let folder = try TestFolder.make()
    for (name, content) in files {
      let file = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(content).write(to: file)
    }
    return try output(of: "/usr/bin/tar", ["-cz", "-C", folder.path, "batches"])
  }

  private func output(of program: String, _ arguments: [String]) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let pipe = Foundation.Pipe()
    process.standardOutput = pipe
    try process.run()
    let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Array(bytes)
  }

  private func get(_ file: RemoteFile, _ bytes: [UInt8]) throws -> (folder: String, isNew: Bool) {
    let server = try LoopbackServer { _, _ in LoopbackServer.Answer(body: bytes) }
    let folder = try TestFolder.make().path
    var downloader = Downloader(folder: folder)
    downloader.base = server.address
    let data = DownloadableData(name: "set", summary: "", origin: "", files: [file])
    let isNew = try downloader.get(data)
    #expect(downloader.has(data))
    #expect(try !downloader.get(data))
    return ("\(folder)/set", isNew)
  }

  @Test func membersAreTakenOut() throws {
    let one = (0..<70_000).map { UInt8(truncatingIfNeeded: $0) }
    let bytes = try archive([
      ("batches/one.bin", one), ("batches/readme.html", [1, 2, 3]), ("batches/two.bin", [7, 8, 9]),
    ])
    let file = RemoteFile(
      name: "set.tar.gz", size: bytes.count, sha256: SHA256.hex(of: bytes), folders: [],
      members: [
        ArchiveMember(path: "batches/one.bin", size: 70_000),
        ArchiveMember(path: "batches/two.bin", size: 3),
      ])
    let (folder, isNew) = try get(file, bytes)
    #expect(isNew)
    #expect(Files.entries(of: folder) == ["one.bin", "two.bin"])
    #expect(try Files.read("\(folder)/one.bin") == one)
    #expect(try Files.read("\(folder)/two.bin") == [7, 8, 9])
  }

  @Test func aMemberIsMissing() throws {
    let bytes = try archive([("batches/one.bin", [1])])
    let file = RemoteFile(
      name: "set.tar.gz", size: bytes.count, sha256: SHA256.hex(of: bytes), folders: [],
      members: [ArchiveMember(path: "batches/two.bin", size: 3)])
    do {
      _ = try get(file, bytes)
      Issue.record("the archive was taken")
    } catch {
      #expect("\(error)".hasSuffix("has no file 'batches/two.bin' of the right length"))
    }
  }

  @Test(arguments: [-10, 0, 10]) func anArchiveThatWasPackedAnew(difference: Int) throws {
    let plain = try TestFolder.make().appendingPathComponent("plain")
    let content = [UInt8](repeating: 5, count: 10_000)
    try Data(content).write(to: plain)
    let bytes = try output(of: "/usr/bin/gzip", ["-c", plain.path])
    let file = RemoteFile(
      name: "file.gz", size: bytes.count + difference, sha256: String(repeating: "0", count: 64),
      contentSHA256: SHA256.hex(of: content), folders: [])
    #expect(try get(file, bytes).isNew)
  }

  @Test func secondDigest() throws {
    let bytes = Array("abc".utf8)
    var file = RemoteFile(
      name: "abc", size: 3, sha256: SHA256.hex(of: bytes), md5: "900150983cd24fb0d6963f7d28e17f72",
      folders: [])
    #expect(try get(file, bytes).isNew)
    file.md5 = String(repeating: "0", count: 32)
    do {
      _ = try get(file, bytes)
      Issue.record("the file was taken")
    } catch {
      #expect(
        "\(error)".contains(
          "what came is another file: its MD5 is 900150983cd24fb0d6963f7d28e17f72; expected was "
            + "00000000000000000000000000000000"))
    }
  }
}
