import Foundation
import Platform
import Testing

@Suite struct FilesTests {
  @Test func aFileIsReplacedWholeAndKeepsItsPermissions() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/report.html"
    try Files.replace(path, with: Array("old".utf8))
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    try Files.replace(path, with: Array("new".utf8))
    #expect(try Files.read(path) == Array("new".utf8))
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect(mode as? Int == 0o640)
    #expect(Files.entries(of: folder.path) == ["report.html"])
  }

  @Test func aLinkIsFollowed() throws {
    let folder = try TemporaryFolder()
    try Files.replace("\(folder.path)/target", with: [1])
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/link", withDestinationPath: "target")
    try Files.replace("\(folder.path)/link", with: [2])
    #expect(try Files.read("\(folder.path)/target") == [2])
  }

  @Test func aFolderThatIsNotThere() throws {
    let folder = try TemporaryFolder()
    #expect(throws: SystemError("cannot write '\(folder.path)/no/x'", code: ENOENT)) {
      try Files.replace("\(folder.path)/no/x", with: [])
    }
  }

  @Test func aFullDisk() {
    #expect(throws: SystemError("cannot write '/dev/full'", code: ENOSPC)) {
      try Files.replace("/dev/full", with: [1])
    }
  }

  @Test func theTemporaryFolderGoesWithItsValue() throws {
    var folder: TemporaryFolder? = try TemporaryFolder()
    let path = try #require(folder?.path)
    try Files.replace("\(path)/x", with: [1])
    folder = nil
    #expect(!Files.exists(path))
  }
}

@Suite struct ContentCacheTests {
  @Test func whatWasStoredIsFound() throws {
    let folder = try TemporaryFolder()
    let cache = ContentCache(folder: "\(folder.path)/cache")
    let key = SHA256.hex(of: "key")
    #expect(cache.load("run", key) == nil)
    cache.store("run", key, [1, 2, 3])
    #expect(cache.load("run", key) == [1, 2, 3])
    #expect(cache.load("program", key) == nil)
  }

  @Test func anEntryThatWasCutShortCountsAsAbsent() throws {
    let folder = try TemporaryFolder()
    let cache = ContentCache(folder: folder.path)
    let key = SHA256.hex(of: "key")
    cache.store("run", key, Array("a result".utf8))
    let entry = try Files.read(cache.path("run", key))
    try Files.replace(cache.path("run", key), with: entry.dropLast())
    #expect(cache.load("run", key) == nil)
  }

  @Test func digests() {
    #expect(
      SHA256.hex(of: "abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(SHA256.hex(ofParts: ["ab", "c"]) != SHA256.hex(ofParts: ["a", "bc"]))
  }
}

@Suite struct ChildProcessTests {
  @Test func theExitCodeAndTheOutput() throws {
    let output = try MemoryFile()
    let child = try ChildProcess(
      "/bin/sh", ["-c", "echo $NAME; exit 7"], environment: ["NAME=value"],
      descriptors: [-1, output.descriptor, -1])
    #expect(child.wait() == 7)
    #expect(output.text(0..<output.size) == "value\n")
  }

  @Test func aProgramThatIsNotThere() {
    #expect(throws: SystemError("cannot start '/nowhere'", code: ENOENT)) {
      try ChildProcess("/nowhere", [], environment: [], descriptors: [])
    }
  }
}
