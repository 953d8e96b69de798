import Foundation
import Previews
import Synchronization
import TestSupport
import Testing

@Suite("The watch over a preview's files")
struct NotebookWatchTests {
  private func file(_ text: String) throws -> URL {
    let file = try TestFolder.make().appendingPathComponent("lesson.nb")
    try text.write(to: file, atomically: false, encoding: .utf8)
    return file
  }

  @Test("sees a change, a replacement, a removal and a return")
  func changes() throws {
    let file = try file("a")
    var files = WatchedFiles()
    /// The answers to the same question, asked twice.
    func changes() -> [Bool] { [files.haveChanged(), files.haveChanged()] }
    files.watch([file.path])
    #expect(changes() == [false, false])
    try "ab".write(to: file, atomically: false, encoding: .utf8)
    #expect(changes() == [true, false])
    try "abc".write(to: file, atomically: true, encoding: .utf8)
    #expect(changes() == [true, false])
    try FileManager.default.removeItem(at: file)
    #expect(changes() == [true, false])
    try "a".write(to: file, atomically: false, encoding: .utf8)
    files.watch([file.path])
    #expect(changes() == [true, false])
    files.watch([])
    try "abcd".write(to: file, atomically: false, encoding: .utf8)
    #expect(changes() == [false, false])
  }

  @Test("ends what is out of date, and waits for the next change")
  func rendering() throws {
    let notebook = try file("a")
    let data = try file("b")
    let ended = Mutex(0)
    var timesEnded: Int { ended.withLock { $0 } }
    let watch = NotebookWatch { ended.withLock { $0 += 1 } }
    #expect(watch.render(notebook.path) { [data.path] })
    #expect(timesEnded == 0)
    try "bb".write(to: data, atomically: false, encoding: .utf8)
    watch.waitForChange()
    #expect(timesEnded == 0)
    let holds = watch.render(notebook.path) {
      try? "aa".write(to: notebook, atomically: false, encoding: .utf8)
      while timesEnded == 0 { usleep(1000) }
      return []
    }
    #expect(!holds)
    watch.waitForChange()
    #expect(watch.render(notebook.path) { [] })
    // Nothing was named by the rendering that was ended, nor by the last.
    try "bbb".write(to: data, atomically: false, encoding: .utf8)
    watch.waitForChange()
  }
}
