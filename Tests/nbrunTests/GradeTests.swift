import Foundation
import Testing

@Suite("Grading") struct GradeTests {
  private static let key = """
    ---
    title: Convolve <once>
    seed: 7
    ---

    ::: {.exercise points=4 #exr-a}
    Compute $z$.
    :::

    ::: {.solution}
    ```{swift}
    var random = NumPyRandom(seed: seed)
    let z = random.uniform(shape: [2, 2])
    answer("z", z)
    commonMistake("z", "the sign was forgotten", -z)
    answer("sum", z.sum(), tolerance: 1e-3)
    ```
    :::

    """

  /// The feedback page, the grades, and what was printed.
  private func grade(
    _ cells: String..., key: String = Self.key, warning: String = ""
  ) throws -> (page: String, record: Record, folder: URL) {
    let folder = try NotebookProgram.folder()
    try key.write(
      to: folder.appendingPathComponent("key.nb"), atomically: true, encoding: .utf8)
    let text = cells.map { "```{swift}\n\($0)\n```\n" }.joined(separator: "\n")
    try text.write(
      to: folder.appendingPathComponent("student.nb"), atomically: true, encoding: .utf8)
    let result = try NotebookProgram.run(
      [
        "grade", "student.nb", "--key", "key.nb", "--json", "grades.json", "--timeout", "3",
        "--memory", "512",
      ],
      in: folder)
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.errors.contains(warning) || warning.isEmpty, "\(result.errors)")
    let page = folder.appendingPathComponent("student.feedback.html")
    let grades = try Data(contentsOf: folder.appendingPathComponent("grades.json"))
    return (
      try String(contentsOf: page, encoding: .utf8),
      try JSONDecoder().decode(Record.self, from: grades), folder
    )
  }

  private struct Record: Decodable {
    var points: Double
    var errors: [String]
    var exercises: [Exercise]

    struct Exercise: Decodable { var answers: [Answer] }
    struct Answer: Decodable { var name: String, verdict: String, feedback: String }
  }

  private static let solution = """
    var random = NumPyRandom(seed: seed)
    let z = random.uniform(shape: [2, 2])
    """

  @Test func rightAnswersEarnAllPoints() throws {
    let (page, record, _) = try grade(
      Self.solution, "answer(\"z\", z)\nanswer(\"sum\", z.sum() + 1e-4)")
    #expect(record.points == 4)
    #expect(record.errors == [])
    #expect(page.contains("<h1>Convolve &lt;once&gt;</h1>"))
    #expect(page.contains("<strong>4</strong> of 4 points"))
  }

  @Test func aKnownMistakeIsNamedAndARestRuns() throws {
    let (page, record, _) = try grade(
      Self.solution, "answer(\"z\", -z)", "let broken: Int = \"x\"", "answer(\"sum\", z.sum())")
    #expect(record.points == 2)
    #expect(record.exercises[0].answers[0].feedback.contains("as if the sign was forgotten."))
    #expect(record.errors.count == 1)
    #expect(page.contains("student.nb:11:19: error: cannot convert value"))
  }

  @Test("the page speaks the key's language, and tells of answers in no exercise")
  func german() throws {
    let key = Self.key.replacing("seed: 7", with: "seed: 7\nlang: de").replacing(
      "points=4", with: "points=1")
    let (page, record, _) = try grade(
      Self.solution, "answer(\"z\", z)",
      key: key + "```{swift}\nanswer(\"more\", 1)\nanswer(\"most\", 2)\n```\n",
      warning: "key.nb: warning: not graded, since no exercise asks for it: 'more', 'most'")
    #expect(page.contains("<html lang=\"de\">"))
    #expect(page.contains("<strong>0.5</strong> von 1 Punkt</p>"))
    #expect(page.contains("Nicht bewertet, da keine Aufgabe danach fragt: <code>more, most</code>"))
    #expect(page.contains("Das Notebook hält keine Antwort fest mit dem Namen &#39;sum&#39;."))
    #expect(record.exercises[0].answers[0].feedback == "Richtig.")
  }

  @Test(
    "a slip in one cell costs that cell alone, and is told there",
    arguments: [
      ("func f() {\n  1", "student.nb:9:4: error: expected '}' to end function"),
      ("print(\"x\"", "student.nb:8:10: error: expected ')' to end function call"),
      ("/* a note", "student.nb:8:1: error: unterminated '/*' comment"),
      ("#if os(Linux)", "student.nb:8:14: error: expected '#endif' in conditional compilation"),
    ])
  func slips(cell: String, message: String) throws {
    let (_, record, _) = try grade(
      Self.solution + "\nanswer(\"z\", z)", cell, "answer(\"sum\", z.sum())")
    #expect(record.points == 4)
    #expect(record.errors.count == 1)
    #expect(record.errors.first?.hasPrefix(message) == true, "\(record.errors)")
  }

  @Test("a failure is told also in a cell that the handout lets fail")
  func expectedFailures() throws {
    let own = try grade("//| error: true\nlet z: Int = \"x\"", "1").record
    #expect(own.errors.first?.hasPrefix("student.nb:3:14: error: cannot convert value") == true)
    let key = """
      ::: {.exercise points=4 #exr-a}
      ```{swift}
      // BEGIN SOLUTION
      let z = 3
      // END SOLUTION
      answer("z", z)
      ```
      :::

      """
    let untouched = "//| error: true\n// your code here\nanswer(\"z\", z)"
    #expect(try grade(untouched, key: key).record.errors == [])
    let failed = try grade(untouched.replacing("// your", with: "let a: Int = \"x\" //"), key: key)
    #expect(failed.record.errors.count == 1, "\(failed.record.errors)")
  }

  @Test("students' cells have the files that the notebook to fill in reads, and no others")
  func files() throws {
    let folder = try NotebookProgram.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    func write(_ name: String, _ text: String) throws {
      try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    try write("signal.csv", "1\n2\n3\n")
    try write("secret.csv", "42\n")
    let reading = "let lines = try String(contentsOfFile: \"signal.csv\", encoding: .utf8)"
    try write(
      "key.nb",
      """
      ```{swift}
      import Foundation
      \(reading)
      ```

      ::: {.exercise points=2 #exr-a}
      How long is it?

      ::: {.solution}
      ```{swift}
      let secret = try String(contentsOfFile: "secret.csv", encoding: .utf8)
      answer("length", lines.count)
      answer("secret", secret)
      ```
      :::
      :::

      """)
    try write(
      "student.nb",
      """
      ```{swift}
      import Foundation
      \(reading)
      answer("length", lines.count)
      ```

      ```{swift}
      answer("secret", try String(contentsOfFile: "secret.csv", encoding: .utf8))
      ```

      """)
    let result = try NotebookProgram.run(
      ["grade", "student.nb", "--key", "key.nb", "--json", "grades.json"], in: folder)
    #expect(result.code == 0, "\(result.errors)")
    let grades = try Data(contentsOf: folder.appendingPathComponent("grades.json"))
    #expect(try JSONDecoder().decode(Record.self, from: grades).points == 1)
  }

  @Test("a student's Jupyter notebook is graded as what it becomes") func jupyter() throws {
    let folder = try NotebookProgram.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try Self.key.write(
      to: folder.appendingPathComponent("key.nb"), atomically: true, encoding: .utf8)
    let given = try NotebookProgram.run(
      ["key.nb", "--variant", "handout", "-o", "student.ipynb"], in: folder)
    #expect(given.code == 0)
    let file = folder.appendingPathComponent("student.ipynb")
    let code = Self.solution.replacing("\n", with: "\\n") + "\\nanswer(\\\"z\\\", z)"
    let filled = try String(contentsOf: file, encoding: .utf8)
      .replacing("// your code here", with: code)
    try filled.write(to: file, atomically: true, encoding: .utf8)
    let result = try NotebookProgram.run(
      ["grade", "student.ipynb", "--key", "key.nb", "--json", "grades.json"], in: folder)
    #expect(result.code == 0, "\(result.errors)")
    let grades = try Data(contentsOf: folder.appendingPathComponent("grades.json"))
    #expect(try JSONDecoder().decode(Record.self, from: grades).points == 2)
    #expect(
      FileManager.default.fileExists(
        atPath: folder.appendingPathComponent("student.feedback.html").path))
  }

  @Test("a wrong value in a sentence costs nothing") func inlineValue() throws {
    let (_, record, _) = try grade(
      Self.solution
        + "\nanswer(\"z\", z)\nanswer(\"sum\", z.sum())\n```\n\nHere `{swift} nowhere`.\n\n```{swift}\n1"
    )
    #expect(record.points == 4)
  }

  @Test("events that a cell makes up harm nobody else")
  func forgedEvents() throws {
    let write = """
      import Glibc
      func forge(_ kind: String, _ field: String, printed: UInt64) {
        var body = Array(kind.utf8)
        func append(_ number: some FixedWidthInteger) {
          withUnsafeBytes(of: number.littleEndian) { body += $0 }
        }
        append(printed)
        append(printed)
        append(UInt32(field.utf8.count))
        body += Array(field.utf8)
        var frame: [UInt8] = []
        withUnsafeBytes(of: UInt32(body.count).littleEndian) { frame += $0 }
        frame += body
        write(3, frame, frame.count)
      }
      """
    for call in [
      "forge(\"S\", \"999999\", printed: 0)", "forge(\"S\", \"-7\", printed: 0)",
      "forge(\"S\", \"0\", printed: 0)", "forge(\"P\", \"x\", printed: UInt64.max >> 1)",
      "for _ in 0..<100 { forge(\"S\", \"0\", printed: 0); usleep(100_000) }",
    ] {
      let (_, record, _) = try grade("1", "\(write)\n\(call)\nfatalError(\"end\")")
      #expect(record.points == 0 && record.errors.count == 1, "\(call): \(record.errors)")
    }
  }

  @Test("a cell takes no more time than the key allows, whatever it says of itself")
  func ownTimeout()
    throws
  {
    let (_, record, _) = try grade("//| timeout: 100000\nimport Glibc\nsleep(1000)")
    #expect(record.errors.first?.contains("the cell ran longer than 3 s") == true)
  }

  @Test("what breaks the compiler is the student's own failure") func brokenCompiler() throws {
    let (_, record, _) = try grade("@_cdecl(\"main\") public func other() -> Int32 { 0 }")
    #expect(record.points == 0 && record.errors.count == 1, "\(record.errors)")
  }

  @Test("neither notebook is replaced by the feedback") func outputs() throws {
    let (_, _, folder) = try grade("1")
    for output in ["key.nb", "student.nb"] {
      let result = try NotebookProgram.run(
        ["grade", "student.nb", "--key", "key.nb", "-o", output], in: folder)
      #expect(result.code == 1)
      #expect(result.errors.contains("'\(output)' is the notebook itself"))
    }
    let twice = try NotebookProgram.run(
      ["grade", "student.nb", "--key", "key.nb", "-o", "x", "--json", "x"], in: folder)
    #expect(twice.code == 64)
  }

  @Test("what a student writes stays text") func markup() throws {
    let (page, _, _) = try grade(
      "answer(\"z\", \"<script>alert(1)</script>\")\nfatalError(\"<img src=x onerror=alert(1)>\")")
    #expect(!page.contains("<script") && !page.contains("<img"))
    #expect(page.contains("&lt;img src"))
    #expect(page.contains("default-src 'none'"))
  }

  @Test(
    "strangers' cells reach nothing",
    arguments: [
      ("open(\"/etc/passwd\", O_RDONLY)", EACCES), ("open(\"KEY\", O_RDONLY)", EACCES),
      ("open(\"FOLDER/planted\", O_CREAT | O_WRONLY, 0o600)", EACCES),
      ("open(\"/proc/self/environ\", O_RDONLY)", EACCES),
      ("socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)", EPERM),
      ("socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)", EPERM),
      ("Int32(syscallFork())", EPERM), ("kill(getppid(), SIGTERM)", EPERM),
      ("chmod(\"KEY\", 0o777)", EPERM), ("truncate(\"KEY\", 0)", EPERM),
      ("newCall(452, -100, \"KEY\", 0o777)", ENOSYS), ("newCall(463, -100, \"KEY\", 0)", ENOSYS),
      ("signalOnDeath(0)", EPERM), ("signalOnDeath(SIGTERM)", EPERM),
      ("unlink(\"KEY\")", EACCES), ("rename(\"KEY\", \"mine\")", EACCES),
      ("symlink(\"KEY\", \"FOLDER/link\")", EACCES),
      ("setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)", EPERM),
    ])
  func confined(call: String, code: Int32) throws {
    let folder = try NotebookProgram.folder()
    let key = folder.appendingPathComponent("key.nb").path
    try "x".write(toFile: key, atomically: true, encoding: .utf8)
    let attack = call.replacingOccurrences(of: "KEY", with: key)
      .replacingOccurrences(of: "FOLDER", with: folder.path)
    let (_, record, _) = try grade(
      """
      import Glibc
      var limit = rlimit(rlim_cur: 1 << 40, rlim_max: 1 << 40)
      func syscallFork() -> Int32 {
        var child = pid_t()
        var words: [UnsafeMutablePointer<CChar>?] = [nil]
        errno = posix_spawn(&child, "/bin/true", nil, nil, &words, &words)
        return errno == 0 ? 0 : -1
      }
      // `fchmodat2` and `setxattrat`, which the C library has no functions for.
      func newCall(_ number: Int, _ folder: Int, _ path: String, _ value: Int) -> Int32 {
        typealias Call = @convention(c) (Int, Int, UnsafePointer<CChar>, Int, Int) -> Int
        return Int32(unsafeBitCast(dlsym(nil, "syscall"), to: Call.self)(number, folder, path, value, 0))
      }
      func signalOnDeath(_ signal: Int32) -> Int32 {
        typealias Call = @convention(c) (Int32, Int, Int, Int, Int) -> Int32
        return unsafeBitCast(dlsym(nil, "prctl"), to: Call.self)(1, Int(signal), 0, 0, 0)
      }
      errno = 0
      let result = \(attack)
      if result == -1 && errno == \(code) && open("own.txt", O_CREAT | O_WRONLY, 0o600) >= 0 {
        var random = NumPyRandom(seed: seed)
        answer("sum", random.uniform(shape: [2, 2]).sum())
      } else {
        fatalError("\\(result), \\(errno)")
      }
      """)
    #expect(record.errors == [])
    #expect(record.points == 2)
    #expect(try String(contentsOfFile: key, encoding: .utf8) == "x")
  }

  @Test(
    "what does not end is ended",
    arguments: [
      ("while true {}", "the cell ran longer than 3 s"),
      (
        "let fd = open(\"a\", O_CREAT | O_WRONLY, 0o600)\nlet b = [UInt8](repeating: 1, count: 1 << 20)\n"
          + "while true { write(fd, b, b.count) }", "a cell wrote a larger file than it may"
      ),
      (
        "let b = [UInt8](repeating: 1, count: 1 << 20)\nfor i in 0... {\n"
          + "let fd = open(\"f\\(i)\", O_CREAT | O_WRONLY, 0o600)\nwrite(fd, b, b.count)\nclose(fd)\n}",
        "the cells wrote more than 64 MiB of files"
      ),
      ("while true { print(\"again and again\") }", "the cell put out more than"),
      (
        "let b = [UInt8](repeating: 65, count: 1 << 20)\nwhile true { write(3, b, b.count) }",
        "the cell put out more than"
      ),
      (
        "var hog: [[Int]] = []\nwhile true { hog.append(Array(repeating: hog.count, count: 1 << 24)) }",
        "the cells used more memory than they may"
      ),
    ])
  func bounded(code: String, message: String) throws {
    let (page, record, _) = try grade("import Glibc\n" + code)
    #expect(record.points == 0)
    #expect(record.errors.contains { $0.contains(message) }, "\(record.errors)")
    #expect(page.contains("The notebook did not run whole"))
  }

  @Test func wrongUsage() throws {
    let result = try NotebookProgram.run(
      ["grade", "student.nb"], in: try NotebookProgram.folder())
    #expect(result.code == 64)
    #expect(result.errors.contains("the key is missing: '--key LESSON.nb'"))
  }
}
