import Foundation
import TestSupport
import Testing

@Suite("nbrun data") struct DataTests {
  @Test(
    "wrong usage ends with 64 and says what is wrong",
    arguments: [
      (["data"], "'nbrun data' knows 'list' and 'get'."),
      (["data", "gett"], "'nbrun data' knows 'list' and 'get'. Did you mean 'get'?"),
      (["data", "get"], "'nbrun data get' takes a name: 'mnist', 'cifar10', 'digits'"),
      (["data", "get", "mnits"], "there is no data 'mnits'. Did you mean 'mnist'?"),
      (
        ["data", "get", "imagenet"],
        "there is no data 'imagenet'. There is 'mnist', 'cifar10', 'digits'."
      ),
      (
        ["data", "get", "mnist", "--from", "ftp://x"],
        "'--from' takes an address of http or https, and was given 'ftp://x'"
      ),
      (["data", "list", "mnist"], "'nbrun data list' takes no name, and was given 'mnist'"),
      (
        ["data", "get", "mnist", "--form", "http://x"],
        "unknown option '--form'. Did you mean '--from'?"
      ),
    ])
  func wrongUsage(arguments: [String], message: String) throws {
    let result = try NotebookProgram.run(arguments, in: NotebookProgram.folder())
    #expect(result.code == 64)
    #expect(result.errors == "nbrun: \(message)\nRun 'nbrun help' for the options.\n")
  }

  @Test func list() throws {
    let folder = try NotebookProgram.folder()
    let result = try NotebookProgram.run(
      ["data", "list"], in: folder, environment: ["NBRUN_DATA": folder.path])
    #expect(result.code == 0)
    #expect(
      result.output == """
        In \(folder.path):
          mnist    not here, 11.6 MB    70,000 handwritten digits, 28×28 pixels. \
        Y. LeCun, C. Cortes, C. Burges; CC BY-SA 3.0
          cifar10  not here, 170.1 MB   60,000 colored pictures of ten kinds, 32×32 pixels. \
        A. Krizhevsky, V. Nair, G. Hinton
          digits   not here, 0.1 MB     1,797 handwritten digits, 8×8 pixels. \
        E. Alpaydin, C. Kaynak, UCI repository; CC BY 4.0

        """)
  }

  @Test("a server with another file is told apart, and nothing is left") func otherFile() throws {
    let server = try LoopbackServer { _, _ in
      LoopbackServer.Answer(body: [UInt8](repeating: 0, count: 57_523))
    }
    let folder = try NotebookProgram.folder()
    let result = try NotebookProgram.run(
      ["data", "get", "digits", "--from", server.address, "--to", "data"], in: folder)
    #expect(result.code == 1)
    #expect(result.output == "")
    #expect(
      result.errors == """
        nbrun: error: cannot download 'digits.csv.gz':
          \(server.address)/digits.csv.gz: what came is another file: its SHA-256 is \
        2c689e0dba7e221352ae35ae61843140fe61cb1ae2ed56bafa589be926a45979; expected was \
        09f66e6debdee2cd2b5ae59e0d6abbb73fc2b0e0185d2e1957e9ebb51e23aa22
          help: Check the connection, or name another server with '--from URL'.

        """)
    let left = try FileManager.default.contentsOfDirectory(
      atPath: folder.appendingPathComponent("data/digits").path)
    #expect(left.isEmpty)
  }

  @Test("a folder that cannot be made") func unwritable() throws {
    let folder = try NotebookProgram.folder()
    try "a file".write(
      to: folder.appendingPathComponent("data"), atomically: true, encoding: .utf8)
    let result = try NotebookProgram.run(
      ["data", "get", "digits", "--from", "http://127.0.0.1:1", "--to", "data"], in: folder)
    #expect(result.code == 1)
    #expect(
      result.errors == "nbrun: error: cannot make the folder 'data/digits': Not a directory\n")
  }

  @Test("cells use the data once it is there, and the cache notices")
  func cellsUseData() throws {
    let folder = try NotebookProgram.folder()
    let data = folder.appendingPathComponent("somewhere")
    let notebook = """
      ```{swift}
      let digits = try Digits.load(count: 3)
      print(digits.source, digits.labels)
      ```

      """
    try notebook.write(
      to: folder.appendingPathComponent("lesson.nb"), atomically: true, encoding: .utf8)
    func render() throws -> (html: String, errors: String) {
      let result = try NotebookProgram.run(
        ["lesson.nb", "--verbose"], in: folder, environment: ["NBRUN_DATA": "somewhere"])
      #expect(result.code == 0, "\(result.errors)")
      let html = try String(
        contentsOf: folder.appendingPathComponent("lesson.html"), encoding: .utf8)
      #expect(!html.contains("somewhere"))
      return (html, result.errors)
    }
    #expect(
      try render().html.contains(
        "3 generated digits, drawn by strokes, since the real ones were not downloaded."))
    #expect(try render().errors.contains("results from cache"))

    try FileManager.default.createDirectory(
      at: data.appendingPathComponent("digits"), withIntermediateDirectories: true)
    let row = Array(repeating: "16", count: 64).joined(separator: ",")
    let file = data.appendingPathComponent("digits/digits.csv")
    try "\(row),7\n\(row),8\n".write(to: file, atomically: true, encoding: .utf8)
    #expect(
      try render().html.contains("2 real handwritten digits from the UCI repository. [7, 8]"))
    #expect(try render().errors.contains("results from cache"))

    try FileManager.default.removeItem(at: file)
    #expect(try render().html.contains("3 generated digits"))
  }

  @Test func clearingTheCacheKeepsTheData() throws {
    let folder = try NotebookProgram.folder()
    let file = folder.appendingPathComponent("cache/data/digits/digits.csv")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try "kept".write(to: file, atomically: true, encoding: .utf8)
    let cache = ["NBRUN_CACHE": "cache"]
    #expect(try NotebookProgram.run(["cache", "clear"], in: folder, environment: cache).code == 0)
    #expect(FileManager.default.fileExists(atPath: file.path))
  }
}
