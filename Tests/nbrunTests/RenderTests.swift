import Foundation
import Testing

@Suite struct RenderTests {
  private static let lesson = """
    ---
    title: A lesson
    seed: 7
    params:
      size: 2
    ---

    ## First

    The sum is `{swift} total, digits: 2`.

    ```{swift}
    var random = NumPyRandom(seed: seed)
    let x = random.uniform(shape: [size, size])
    print("drawn")
    answer("x", x)
    ```

    And now `{swift} x.count` numbers.

    ```{swift}
    x.sum()
    ```

    """.replacing("The sum is `{swift} total, digits: 2`.\n\n", with: "")

  @Test func aLessonIsRendered() throws {
    let (result, html) = try NotebookProgram.render(Self.lesson, ["--answers", "a.json"])
    #expect(result.code == 0)
    #expect(result.errors == "")
    #expect(result.output == "")
    #expect(html.contains("<title>A lesson</title>"))
    #expect(html.contains("And now 4 numbers."))
    #expect(html.contains("<pre class=\"printed\">drawn</pre>"))
    #expect(html.contains("<pre class=\"value line\">2.0181"))
  }

  @Test("a cell's own time holds until it ends, and does not count for the next")
  func ownTime() throws {
    let cells = ["//| timeout: 60\nimport Glibc\nusleep(2_500_000)", "1 + 1"]
    for count in 1...2 {
      let text = cells.prefix(count).map { "```{swift}\n\($0)\n```\n\n" }.joined()
      let (result, _) = try NotebookProgram.render(text, ["--timeout", "2", "--no-cache"])
      #expect(result.errors == "")
      #expect(result.code == 0)
    }
  }

  @Test("the seed and the parameters come from the command line")
  func parameters() throws {
    let folder = try NotebookProgram.folder()
    let (result, _) = try NotebookProgram.render(
      Self.lesson, ["-P", "seed=0", "-P", "size:1", "--answers", "a.json"], in: folder)
    #expect(result.code == 0)
    let answers = try String(contentsOf: folder.appendingPathComponent("a.json"), encoding: .utf8)
    #expect(
      answers == """
        {
          "notebook": "lesson.nb",
          "seed": 0,
          "parameters": {"size": 1},
          "answers": {
            "x": [[0.5488135039273248]]
          }
        }

        """)
  }

  @Test("two folders, with and without cache: the same bytes")
  func sameBytes() throws {
    let first = try NotebookProgram.render(Self.lesson, ["--no-cache"])
    let second = try NotebookProgram.render(Self.lesson)
    let third = try NotebookProgram.render(Self.lesson)
    #expect(first.html == second.html)
    #expect(first.html == third.html)
    #expect(!first.html.contains("nbrun-tests"))
  }

  @Test("time zone, locale, home and hash seed change nothing")
  func sameBytesElsewhere() throws {
    let notebook = "```{swift}\nSet([\"a\", \"b\", \"c\", \"d\"])\n```\n"
    let folder = try NotebookProgram.folder()
    let (_, here) = try NotebookProgram.render(notebook, ["--no-cache"], in: folder)
    let result = try NotebookProgram.run(
      ["lesson.nb", "-o", "lesson.html", "--no-cache"], in: folder,
      environment: [
        "TZ": "Asia/Tokyo", "LC_ALL": "de_DE.UTF-8", "HOME": folder.path,
        "SWIFT_DETERMINISTIC_HASHING": "0",
      ])
    #expect(result.code == 0)
    let there = try String(
      contentsOf: folder.appendingPathComponent("lesson.html"), encoding: .utf8)
    #expect(here == there)
  }

  @Test("a long notebook, compiled in two files, tells each error once and in its place")
  func longNotebook() throws {
    let filler = (0..<20).map {
      "```{swift}\nlet filler\($0) = \($0) + \(1_000_000 + $0) * 3 - 2\n```\n"
    }
    func notebook(_ first: String, _ last: String) -> String {
      let cells =
        ["```{swift}\n\(first)\n```\n"] + filler
        + filler.map {
          $0.replacing("filler", with: "more")
        } + ["```{swift}\n\(last)\n```\n"]
      return cells.joined(separator: "\n")
    }
    let (good, page) = try NotebookProgram.render(
      notebook("func half(_ x: Int) -> Int { x / 2 }\nlet start = half(8)", "half(start) + more19"))
    #expect(good.code == 0, "\(good.errors)")
    #expect(page.contains("3000076"))
    let (bad, _) = try NotebookProgram.render(
      notebook("let start: Int = \"x\"", "start + more19\nlet y: Bool = 3"))
    #expect(bad.code == 1)
    #expect(
      bad.errors == """
        lesson.nb:2:18: error: cannot convert value of type 'String' to specified type 'Int'
         2 | let start: Int = "x"
           |                  ^
        lesson.nb:167:15: error: cannot convert value of type 'Int' to specified type 'Bool'
         167 | let y: Bool = 3
             |               ^

        """)
    let (broken, _) = try NotebookProgram.render(
      notebook("func stop() -> Int { fatalError(\"enough\") }", "more19\nstop()"))
    #expect(broken.errors.contains("lesson.nb:2:22: error: enough"))
  }

  @Test func anEditedSentenceRunsNoCell() throws {
    let folder = try NotebookProgram.folder()
    let words = Int.random(in: 0..<1 << 60)
    _ = try NotebookProgram.render("\(Self.lesson)\n\(words)\n", in: folder)
    let edited = Self.lesson.replacing("## First", with: "## First\n\nAnother sentence: \(words).")
    let (result, html) = try NotebookProgram.render(edited, ["--verbose"], in: folder)
    #expect(result.errors.contains("results from cache"))
    #expect(html.contains("Another sentence: \(words)."))
  }

  @Test("a file that a cell reads is part of what its result depends on")
  func readFiles() throws {
    let folder = try NotebookProgram.folder()
    let notebook = """
      ```{swift}
      import Foundation
      try String(contentsOf: URL(fileURLWithPath: "data.csv"), encoding: .utf8)
      ```

      """
    for value in ["first", "second", "second"] {
      try value.write(
        to: folder.appendingPathComponent("data.csv"), atomically: true, encoding: .utf8)
      let (result, html) = try NotebookProgram.render(notebook, in: folder)
      #expect(result.code == 0)
      #expect(html.contains(">\(value)</pre>"))
    }
    let (again, _) = try NotebookProgram.render(notebook, ["--verbose"], in: folder)
    #expect(again.errors.contains("results from cache"))
  }

  @Test("the core's functions are meant, whatever a cell imports")
  func reproducibleFunctions() throws {
    let notebook = """
      ```{swift}
      import Foundation
      let same = (1...2000).allSatisfy { i in
        let x = Double(i) * 0.37
        return exp(x / 10) == Double.exp(x / 10) && log(x) == Double.log(x) && tanh(x) == Double.tanh(x)
          && sin(x) == Double.sin(x) && cos(x) == Double.cos(x) && pow(x, 0.3) == Double.pow(x, 0.3)
          && log2(x) == Double.log2(x) && log10(x) == Double.log10(x) && exp2(x / 9) == Double.exp2(x / 9)
      }
      same ? "same bits" : "other bits"
      ```

      ```{swift}
      exp(Tensor([0.0, 0.0])).sum()
      ```

      """
    let (result, html) = try NotebookProgram.render(notebook)
    #expect(result.errors == "")
    #expect(html.contains(">same bits</pre>"))
    #expect(html.contains(">2</pre>"))
  }

  @Test("a cell can wait for asynchronous code")
  func asynchronousCode() throws {
    let (result, html) = try NotebookProgram.render(
      "```{swift}\nfunc f() async -> Int { 41 }\nlet x = await f()\nx + 1\n```\n")
    #expect(result.errors == "")
    #expect(html.contains(">42</pre>"))
  }

  @Test func standardInputAndOutput() throws {
    let folder = try NotebookProgram.folder()
    let result = try NotebookProgram.run(
      ["-", "-o", "-"], in: folder, input: "It is `{swift} 1 + 1`.\n")
    #expect(result.code == 0)
    #expect(result.output.contains("It is 2."))
  }

  @Test("with --allow-errors the rest goes on, and what depends is left out")
  func allowedErrors() throws {
    let notebook = """
      ```{swift}
      let a = [1]
      print("one")
      let b = a[3]
      print("never")
      ```

      ```{swift}
      let c = b + 1
      ```

      ```{swift}
      print("three", a)
      ```

      ```{swift}
      let d: Int = ""
      ```

      """
    let (result, html) = try NotebookProgram.render(notebook, ["--allow-errors"])
    #expect(result.code == 0)
    #expect(html.contains(">one</pre>"))
    #expect(!html.contains(">never</pre>"))
    #expect(html.contains("lesson.nb:4:10: error: Index out of range"))
    #expect(
      html.contains("not run: &#39;b&#39; is missing since the cell at line 1 failed"))
    #expect(html.contains(">three [1]</pre>"))
    #expect(html.contains("lesson.nb:17:14: error: cannot convert value of type"))
  }

  @Test("what was passed over for want of time is tried again")
  func timeoutsAreNotKept() throws {
    let folder = try NotebookProgram.folder()
    let lesson = """
      ```{swift}
      UInt64.random(in: 0...UInt64.max)
      ```

      ```{swift}
      while true {}
      ```

      """
    let pages = try (0..<2).map { _ in
      let (result, html) = try NotebookProgram.render(
        lesson, ["--allow-errors", "--timeout", "1"], in: folder)
      #expect(result.errors.contains("lesson.nb:6:"))
      #expect(result.errors.contains("error: the cell ran longer than 1 s"))
      return html
    }
    #expect(pages[0] != pages[1])
  }

  @Test("a process that left its group and its parent does not outlive the run")
  func orphansEnd() throws {
    let notebook = """
      ```{swift}
      import Glibc
      _ = system("setsid sleep 1000 > /dev/null 2>&1 & echo $!")
      ```

      """
    let (result, html) = try NotebookProgram.render(notebook, ["--no-cache"])
    #expect(result.code == 0)
    let printed = try #require(html.firstMatch(of: /<pre class="printed">([0-9]+)<\/pre>/))
    let orphan = try #require(Int32(printed.1))
    #expect(kill(orphan, 0) == -1)
  }

  @Test func interruptionLeavesNothing() throws {
    let folder = try NotebookProgram.folder()
    try "old".write(
      to: folder.appendingPathComponent("lesson.html"), atomically: true, encoding: .utf8)
    try "```{swift}\nwhile true {}\n```\n".write(
      to: folder.appendingPathComponent("lesson.nb"), atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = NotebookProgram.root.appendingPathComponent(".build/debug/nbrun")
    process.arguments = ["lesson.nb"]
    process.currentDirectoryURL = folder
    process.environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "",
      "TMPDIR": folder.path, "HOME": folder.path,
    ]
    try process.run()
    // Not `Task.sleep`, which may come back late where other tests occupy all threads.
    Thread.sleep(forTimeInterval: 2)
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(left.filter { $0.hasPrefix("nbrun.") } == [])
    #expect(
      try String(contentsOf: folder.appendingPathComponent("lesson.html"), encoding: .utf8)
        == "old")
  }
}
