import Foundation
import Testing

/// What earlier runs may be taken for.
@Suite("Runs from the cache") struct CachedRunTests {
  private let folder: URL
  /// Makes each test's notebook another one than all before it.
  private let mark = "// \(UInt64.random(in: 0...UInt64.max))"

  init() throws {
    folder = try NotebookProgram.folder()
  }

  private func render(_ cell: String, _ arguments: [String] = [], before: String = "") throws -> (
    result: NotebookProgram.Result, html: String
  ) {
    try NotebookProgram.render(
      "\(before)```{swift}\n\(cell)\n\(mark)\n```\n", arguments, in: folder)
  }

  @Test("an expected failure by too little time or memory is not kept")
  func limits() throws {
    let loop = "//| error: true\nwhile true {}"
    for seconds in [1, 2] {
      let (_, html) = try render(loop, ["--timeout", "\(seconds)"])
      #expect(html.contains("error: the cell ran longer than \(seconds) s"))
    }
    let big = "//| error: true\n[UInt8](repeating: 7, count: 400 << 20).count"
    let (_, small) = try render(big, ["--memory", "300"])
    #expect(small.contains("error: the cells used more memory than they may"))
    let (_, enough) = try render(big, ["--memory", "2048"])
    #expect(enough.contains(">419430400</pre>"))
  }

  @Test("a file that the cells wrote is written again where it is missing")
  func writtenFiles() throws {
    let file = folder.appendingPathComponent("out.npy")
    let cell = "try Tensor([1.0, 2.0]).write(npy: \"out.npy\")"
    for _ in 1...2 {
      #expect(try render(cell).result.errors == "")
      #expect(FileManager.default.fileExists(atPath: file.path))
      #expect(try render(cell, ["--verbose"]).result.errors.contains("nbrun: run:") == false)
      try FileManager.default.removeItem(at: file)
    }
  }

  @Test("an expected failure is told where its cell stands now")
  func movedFailure() throws {
    let cell = "//| error: true\nlet a = [1]\na[3]"
    for (before, line) in [("", 4), ("A sentence.\n\n", 6), ("A sentence.\n\n", 6)] {
      let (_, html) = try render(cell, before: before)
      #expect(html.contains("lesson.nb:\(line):2: error: Index out of range"), "\(html)")
    }
  }

  @Test("a cell that wants to hear warnings hears them")
  func warnings() throws {
    let cell = "func f() { let unused = 3 }\nf()"
    #expect(try render("//| warning: false\n\(cell)").result.errors == "")
    let (result, _) = try render("//| warning: true\n\(cell)")
    #expect(result.errors.contains("warning: initialization of immutable value 'unused'"))
  }

  @Test("what cells only look at is compared: files' presence and length, folders' names")
  func looks() throws {
    let cell = """
      import Foundation
      let files = FileManager.default
      let names = try files.contentsOfDirectory(atPath: "data").sorted()
      let size = (try? files.attributesOfItem(atPath: "size.bin")[.size] as? Int) ?? 0
      print("found", files.fileExists(atPath: "flag"), size, names.joined(), UInt64.random(in: 0...99_999))
      """
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("data"), withIntermediateDirectories: true)
    func found() throws -> Substring {
      try #require(try render(cell).html.firstMatch(of: /found [^<]*/)).0
    }
    let first = try found()
    #expect(first.hasPrefix("found false 0  "))
    #expect(try found() == first)
    for (name, expected) in [
      ("flag", "found true 0  "), ("size.bin", "found true 3  "),
      ("data/a", "found true 3 a "),
    ] {
      try Data("abc".utf8).write(to: folder.appendingPathComponent(name))
      let changed = try found()
      #expect(changed.hasPrefix(expected))
      #expect(try found() == changed)
    }
  }

  @Test("a run that changes what it looked at, or looks where nobody follows, is not kept")
  func unrepeatable() throws {
    let cells = [
      """
      import Foundation
      let old = Int((try? String(contentsOfFile: "count", encoding: .utf8)) ?? "0") ?? 0
      try String(old + 1).write(toFile: "count", atomically: true, encoding: .utf8)
      print("chance", old, UInt64.random(in: 0...UInt64.max))
      """,
      """
      import Glibc
      _ = system("true")
      print("chance", UInt64.random(in: 0...UInt64.max))
      """,
    ]
    for cell in cells {
      let runs = try (0..<2).map { _ in try render(cell).html }
      #expect(runs[0].contains(">chance "))
      #expect(runs[0] != runs[1])
    }
  }

  @Test("a run that only writes files is kept, and one that reads what it has written")
  func writing() throws {
    let cell = """
      import Foundation
      try "text".write(toFile: "a.txt", atomically: true, encoding: .utf8)
      try Data([1, 2]).write(to: URL(fileURLWithPath: "b.bin"))
      try Data([3]).write(to: URL(fileURLWithPath: "\\(NSTemporaryDirectory())/c.bin"))
      let text = try String(contentsOfFile: "a.txt", encoding: .utf8)
      print("chance", text, UInt64.random(in: 0...UInt64.max))
      """
    let first = try render(cell)
    #expect(first.html.contains(">chance text"))
    #expect(try render(cell).html == first.html)
  }
}
