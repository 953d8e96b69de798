import Foundation
import Testing

@Suite struct CommandLineTests {
  @Test(
    "wrong usage ends with 64 and says what is wrong",
    arguments: [
      (["lesson.nb", "--tiemout", "3"], "unknown option '--tiemout'. Did you mean '--timeout'?"),
      (["lesson.nb", "--timeout", "abc"], "option '--timeout' takes a number above 0"),
      (["lesson.nb", "-o"], "option '-o' needs a value"),
      (["lesson.nb", "-o", "x.docx"], "cannot tell the format of 'x.docx'"),
      (["lesson.nb", "other.nb"], "one notebook at a time: 'other.nb' is too much"),
      (["lesson.nb", "-P", "size"], "'-P' takes 'name=value', and was given 'size'"),
      (["lesson.nb", "-P", "sise=2"], "has no parameter 'sise'. Did you mean 'size'?"),
      (["lesson.nb", "-P", "size=x"], "parameter 'size' takes a whole number, and was given 'x'"),
      (["lesson.nb", "-P", "rate=1e400"], "'rate' takes a number, and was given '1e400'"),
      (["lesson.nb", "-P", "seed=-1"], "parameter 'seed' takes a whole number from 0"),
      (["cache"], "'nbrun cache' knows one word, 'clear'"),
      (["new"], "'nbrun new' takes one name"),
    ])
  func wrongUsage(arguments: [String], message: String) throws {
    let folder = try NotebookProgram.folder()
    try "---\nparams:\n  size: 2\n  rate: 0.5\n---\ntext\n".write(
      to: folder.appendingPathComponent("lesson.nb"), atomically: true, encoding: .utf8)
    let result = try NotebookProgram.run(arguments, in: folder)
    #expect(result.code == 64)
    #expect(result.errors.contains(message), "\(result.errors)")
  }

  @Test(
    "variables for the kernels that they cannot follow are refused",
    arguments: [
      ("NBRUN_CPU", "sse", "takes 'portable', 'avx2', 'avx512' or 'neon', and was given 'sse'"),
      ("NBRUN_CPU", missingForm, "asks for '\(missingForm)', which this processor does not have"),
      ("NBRUN_THREADS", "x", "takes a whole number from 1 to 256, and was given 'x'"),
      ("NBRUN_THREADS", "4x", "takes a whole number from 1 to 256, and was given '4x'"),
      ("NBRUN_THREADS", "0", "takes a whole number from 1 to 256, and was given '0'"),
      ("NBRUN_THREADS", "257", "takes a whole number from 1 to 256, and was given '257'"),
    ])
  func kernelVariables(name: String, value: String, message: String) throws {
    let folder = try NotebookProgram.folder()
    try "text\n".write(
      to: folder.appendingPathComponent("lesson.nb"), atomically: true, encoding: .utf8)
    let result = try NotebookProgram.run(["lesson.nb"], in: folder, environment: [name: value])
    #expect(result.code == 64)
    #expect(
      result.errors == "nbrun: \(name) \(message)\nRun 'nbrun help' for the options.\n")
    let empty = try NotebookProgram.run(["lesson.nb"], in: folder, environment: [name: ""])
    #expect(empty.code == 0)
  }

  #if arch(x86_64)
    private static let missingForm = "neon"
  #else
    private static let missingForm = "avx2"
  #endif

  @Test("the core alone tells once of variables that it cannot follow, and goes on")
  func kernelVariablesOfTheCore() throws {
    let (result, html) = try NotebookProgram.render(
      """
      ```{swift}
      import Glibc
      setenv("NBRUN_CPU", "sse", 1)
      setenv("NBRUN_THREADS", "many", 1)
      let a = Tensor<Double>.ones(300, 300)
      let b = matmul(a, a)
      print(b[0, 0], matmul(b, a)[0, 0])
      ```

      """)
    #expect(result.code == 0, "\(result.errors)")
    #expect(html.ranges(of: "CNNCore: NBRUN_CPU takes").count == 1)
    #expect(html.ranges(of: "CNNCore: NBRUN_THREADS takes a whole number").count == 1)
    #expect(html.contains("300.0 90000.0"))
  }

  @Test(
    "what cannot be written is told before anything runs",
    arguments: [
      ("no/report.html", "cannot write 'no/report.html': the folder 'no' does not exist"),
      ("/dev/full", "cannot write '/dev/full': No space left on device"),
      ("folder.html", "cannot write 'folder.html': Is a directory"),
    ])
  func unwritable(output: String, message: String) throws {
    let folder = try NotebookProgram.folder()
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("folder.html"), withIntermediateDirectories: true)
    try "text\n".write(
      to: folder.appendingPathComponent("lesson.nb"), atomically: true, encoding: .utf8)
    let result = try NotebookProgram.run(["lesson.nb", "-o", output], in: folder)
    #expect(result.code == 1)
    #expect(result.errors.contains(message), "\(result.errors)")
  }

  @Test func aNotebookThatIsNotThere() throws {
    let folder = try NotebookProgram.folder()
    try "text\n".write(
      to: folder.appendingPathComponent("lesson.nb"), atomically: true, encoding: .utf8)
    let result = try NotebookProgram.run(["leson.nb"], in: folder)
    #expect(result.code == 1)
    #expect(
      result.errors == """
        nbrun: error: cannot read 'leson.nb': No such file or directory
          help: Did you mean 'lesson.nb'?

        """)
  }

  @Test func aFolderIsNoNotebook() throws {
    let folder = try NotebookProgram.folder()
    let result = try NotebookProgram.run(["."], in: folder)
    #expect(result.code == 1)
    #expect(result.errors.contains("cannot read '.': Is a directory"))
  }

  @Test func withoutACompiler() throws {
    let folder = try NotebookProgram.folder()
    try "```{swift}\nlet withoutCompiler = 1\n```\n".write(
      to: folder.appendingPathComponent("lesson.nb"), atomically: true, encoding: .utf8)
    let result = try NotebookProgram.run(
      ["lesson.nb"], in: folder, environment: ["PATH": "/usr/bin:/bin"])
    #expect(result.code == 1)
    #expect(result.errors.contains("cannot find the Swift compiler 'swiftc' on the PATH"))
  }

  @Test func aNewNotebookRendersAndIsNotOverwritten() throws {
    let folder = try NotebookProgram.folder()
    #expect(try NotebookProgram.run(["new", "lesson"], in: folder).code == 0)
    let result = try NotebookProgram.run(["lesson.nb"], in: folder)
    #expect(result.code == 0)
    #expect(result.errors == "")
    #expect(
      FileManager.default.fileExists(atPath: folder.appendingPathComponent("lesson.html").path))
    let again = try NotebookProgram.run(["new", "lesson"], in: folder)
    #expect(again.code == 1)
    #expect(again.errors.contains("'lesson.nb' is there already"))
  }

  @Test func checkingFindsErrorsOfEveryKindWithoutRunning() throws {
    let folder = try NotebookProgram.folder()
    try """
    $\\nope$

    ```{swift}
    print("run")
    let x: Int = "a"
    ```

    """.write(to: folder.appendingPathComponent("lesson.nb"), atomically: true, encoding: .utf8)
    let result = try NotebookProgram.run(["check", "lesson.nb"], in: folder)
    #expect(result.code == 1)
    #expect(result.errors.contains("lesson.nb:1:2: error: this formula cannot be set"))
    #expect(result.errors.contains("lesson.nb:5:14: error: cannot convert value"))
    #expect(!result.output.contains("run"))
  }

  @Test func clearingTheCacheMakesEverythingRunAgain() throws {
    let folder = try NotebookProgram.folder()
    try "It is `{swift} 6 * 7`.\n".write(
      to: folder.appendingPathComponent("lesson.nb"), atomically: true, encoding: .utf8)
    let cache = ["NBRUN_CACHE": folder.appendingPathComponent("cache").path]
    func stages() throws -> String {
      try NotebookProgram.run(["lesson.nb", "--verbose"], in: folder, environment: cache).errors
    }
    #expect(try stages().contains("nbrun: run:"))
    #expect(try !stages().contains("nbrun: run:"))
    let foreign = folder.appendingPathComponent("cache/photos")
    try FileManager.default.createDirectory(at: foreign, withIntermediateDirectories: false)
    let result = try NotebookProgram.run(["cache", "clear"], in: folder, environment: cache)
    #expect(result.code == 0)
    let left = try FileManager.default.contentsOfDirectory(atPath: foreign.path + "/..")
    #expect(left.sorted() == ["modules", "photos", "script"])
    #expect(try stages().contains("nbrun: run:"))
  }

  @Test("a cache that was damaged, or cannot be written, costs nothing but time")
  func unusableCaches() throws {
    let folder = try NotebookProgram.folder()
    let cache = folder.appendingPathComponent("cache")
    func render(_ text: String) throws -> NotebookProgram.Result {
      try "It is `{swift} \(text)`.\n".write(
        to: folder.appendingPathComponent("lesson.nb"), atomically: true, encoding: .utf8)
      return try NotebookProgram.run(
        ["lesson.nb"], in: folder, environment: ["NBRUN_CACHE": cache.path])
    }
    #expect(try render("1 + 1").errors == "")
    let modules = FileManager.default.enumerator(atPath: cache.path)?.compactMap { $0 as? String }
    let kept = (modules ?? []).filter { $0.hasSuffix(".pcm") }
    #expect(!kept.isEmpty)
    for path in kept { try Data().write(to: cache.appendingPathComponent(path)) }
    #expect(try render("1 + 2").errors == "")
    try FileManager.default.removeItem(at: cache)
    try "no folder".write(to: cache, atomically: true, encoding: .utf8)
    #expect(try render("1 + 3").errors == "")
  }

  @Test("no two documents go to one file, however it is written") func oneFile() throws {
    let folder = try NotebookProgram.folder()
    try "text\n".write(
      to: folder.appendingPathComponent("lesson.nb"), atomically: true, encoding: .utf8)
    for arguments in [["-o", "./a.html"], ["--answers", "\(folder.path)/a.html"]] {
      let result = try NotebookProgram.run(["lesson.nb", "-o", "a.html"] + arguments, in: folder)
      #expect(result.code == 1)
      #expect(result.errors.contains("error: two documents would go to '\(arguments[1])'"))
    }
  }

  @Test func aCacheMayBeMoved() throws {
    let folder = try NotebookProgram.folder()
    for (cache, text) in [("old", "6 * 7"), ("new", "6 * 8")] {
      try "It is `{swift} \(text)`.\n".write(
        to: folder.appendingPathComponent("lesson.nb"), atomically: true, encoding: .utf8)
      let path = folder.appendingPathComponent(cache)
      let result = try NotebookProgram.run(
        ["lesson.nb"], in: folder, environment: ["NBRUN_CACHE": path.path])
      #expect(result.errors == "")
      if cache == "old" {
        try FileManager.default.moveItem(at: path, to: folder.appendingPathComponent("new"))
      }
    }
  }

  @Test func helpAndVersion() throws {
    let folder = try NotebookProgram.folder()
    #expect(try NotebookProgram.run(["help"], in: folder).output.contains("nbrun FILE.nb"))
    #expect(try NotebookProgram.run(["--version"], in: folder).output == "nbrun 0.1.0\n")
    #expect(try NotebookProgram.run([], in: folder).code == 64)
  }
}
