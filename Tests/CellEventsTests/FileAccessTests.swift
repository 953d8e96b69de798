import CellEvents
import Testing

@Suite struct FileAccessTests {
  @Test("notes come back as they were written")
  func roundTrip() {
    let accesses = [
      FileAccess(.read, "/a"), FileAccess(.linkExamined, "/b"), FileAccess(.written, "/c"),
      FileAccess(.examined, "/é"), FileAccess(.listed, "/"), FileAccess(.untraced, "system"),
    ]
    #expect(FileAccess.accesses(in: accesses.flatMap(\.note)) == accesses)
    #expect(FileAccess(.read, "/a").note == Array("/a\0".utf8))
  }

  @Test("Foundation's look at a link before it writes there is not the cells'")
  func lookBeforeWriting() {
    let accesses = [
      FileAccess(.examined, "/a"), FileAccess(.linkExamined, "/a"), FileAccess(.written, "/t"),
      FileAccess(.written, "/a"), FileAccess(.linkExamined, "/b"), FileAccess(.written, "/c"),
    ]
    var expected = accesses
    expected.remove(at: 1)
    #expect(FileAccess.accesses(in: accesses.flatMap(\.note)) == expected)
  }

  @Test func states() {
    func state(_ kind: FileAccess.Kind, _ path: String) -> String {
      FileAccess(kind, path).state { "digest of \($0)" }
    }
    #expect(state(.read, "/etc/passwd") == "digest of /etc/passwd")
    #expect(state(.examined, "/no such file") == "absent")
    #expect(state(.examined, "/etc/../etc") == state(.examined, "/etc"))
    #expect(state(.examined, "/etc/passwd") != state(.examined, "/etc/group"))
    #expect(state(.listed, "/no such folder") == "absent")
    #expect(state(.listed, "/etc").split(separator: "/").contains("passwd"))
  }
}
