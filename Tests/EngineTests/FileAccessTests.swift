import CellEvents
import Testing

@testable import Engine

@Suite("Accesses that another run repeats") struct FileAccessTests {
  @Test(arguments: [
    ([FileAccess(.read, "/x/a"), FileAccess(.written, "/x/b")], true),
    ([FileAccess(.written, "/x/a"), FileAccess(.read, "/x/a")], true),
    ([FileAccess(.listed, "/x"), FileAccess(.written, "/y/b")], true),
    ([FileAccess(.read, "/x/a"), FileAccess(.written, "/x/a")], false),
    ([FileAccess(.examined, "/etc/../x"), FileAccess(.written, "/x")], false),
    ([FileAccess(.listed, "/x"), FileAccess(.written, "/x/b")], false),
    ([FileAccess(.listed, "/"), FileAccess(.written, "/etc/../no such file")], false),
    ([FileAccess(.untraced, "socket")], false),
  ])
  func areTold(accesses: [FileAccess], areRepeatable: Bool) {
    #expect(accesses.areRepeatable == areRepeatable)
  }
}
