import Foundation
import FoundationNetworking
import Testing

@Suite("nbrun preview") struct PreviewTests {
  /// A preview that runs while the test does.
  private final class Preview {
    let folder: URL
    let process: Process
    private(set) var address = ""

    init(_ notebook: String, _ arguments: [String] = []) throws {
      folder = try NotebookProgram.folder()
      try notebook.write(
        to: folder.appendingPathComponent("lesson.nb"), atomically: true, encoding: .utf8)
      process = try NotebookProgram.start(
        ["preview", "lesson.nb", "--port", "0"] + arguments, in: folder)
      let limit = Date(timeIntervalSinceNow: 60)
      while address.isEmpty {
        usleep(20_000)
        let messages = try messages()
        try #require(Date() < limit && process.isRunning, "\(messages)")
        address = messages.firstMatch(of: /http:\/\/[0-9.:]+\//).map { String($0.0) } ?? ""
      }
    }

    deinit {
      process.terminate()
      process.waitUntilExit()
      try? FileManager.default.removeItem(at: folder)
    }

    func messages() throws -> String {
      try String(contentsOf: folder.appendingPathComponent(".stderr"), encoding: .utf8)
    }

    func save(_ notebook: String) throws {
      try notebook.write(
        to: folder.appendingPathComponent("lesson.nb"), atomically: true, encoding: .utf8)
    }

    func text(of path: String) async throws -> String {
      let address = try #require(URL(string: address + path))
      return String(decoding: try await URLSession.shared.data(from: address).0, as: UTF8.self)
    }

    /// The state once it says what is expected.
    func state(_ holds: (String) -> Bool) async throws -> String {
      let limit = Date(timeIntervalSinceNow: 60)
      while true {
        let state = try await text(of: "state")
        if holds(state) { return state }
        try #require(Date() < limit, "\(state)")
        try await Task.sleep(for: .milliseconds(50))
      }
    }
  }

  @Test("shows each saved state, and keeps the last good one under an error")
  func editing() async throws {
    let preview = try Preview("```{swift}\nlet x = 6 * 7\nx\n```\n\nIt is `{swift} x`.\n")
    _ = try await preview.state { $0.contains("\"document\":1") && $0.contains("current") }
    let first = try await preview.text(of: "")
    #expect(first.contains("<p>It is 42.</p>") && first.contains("connect-src 'self'"))

    try preview.save("```{swift}\nlet x: Int = \"a\"\n```\n")
    let failed = try await preview.state { $0.contains("failed") }
    #expect(failed.contains("lesson.nb:2:14: error: cannot convert value of type 'String'"))
    #expect(try await preview.text(of: "") == first)

    try preview.save("```{swift}\nlet x = 7 * 7\n```\n\nIt is `{swift} x`.\n")
    _ = try await preview.state { $0.contains("\"document\":2") && $0.contains("current") }
    #expect(try await preview.text(of: "").contains("<p>It is 49.</p>"))
    #expect(try preview.messages().contains("lesson.nb: failed in "))
  }

  @Test("does not wait for a run that nobody needs any more")
  func endless() async throws {
    let preview = try Preview("```{swift}\nwhile true {}\n```\n")
    _ = try await preview.state { $0.contains("cell 1 of 1") }
    #expect(try await preview.text(of: "").contains("once the notebook has run"))
    try preview.save("```{swift}\n1 + 1\n```\n")
    _ = try await preview.state { $0.contains("\"document\":1") && $0.contains("current") }
    #expect(!(try preview.messages().contains("failed")))
  }

  @Test("follows the pictures and the files that cells read")
  func files() async throws {
    let notebook = """
      ![a picture](dot.svg)

      ```{swift}
      import Foundation
      try String(contentsOfFile: "data.txt", encoding: .utf8)
      ```

      """
    func dot(_ radius: Int) -> Data {
      Data("<svg xmlns=\"http://www.w3.org/2000/svg\"><circle r=\"\(radius)\"/></svg>".utf8)
    }
    let preview = try Preview("nothing yet\n")
    try dot(1).write(to: preview.folder.appendingPathComponent("dot.svg"))
    try Data("before".utf8).write(to: preview.folder.appendingPathComponent("data.txt"))
    try preview.save(notebook)
    _ = try await preview.state { $0.contains("\"document\":2") && $0.contains("current") }
    #expect(try await preview.text(of: "").contains("before"))
    try Data("after".utf8).write(to: preview.folder.appendingPathComponent("data.txt"))
    _ = try await preview.state { $0.contains("\"document\":3") && $0.contains("current") }
    let third = try await preview.text(of: "")
    #expect(third.contains("after"))
    try dot(22).write(to: preview.folder.appendingPathComponent("dot.svg"))
    _ = try await preview.state { $0.contains("\"document\":4") && $0.contains("current") }
    #expect(try await preview.text(of: "") != third)
  }

  @Test(
    "wrong usage ends with 64 and says what is wrong",
    arguments: [
      (["-"], "'nbrun preview' follows a file, and '-' is none"),
      (
        ["a.nb", "--port", "x"],
        "option '--port' takes a number from 0 to 65535, and was given 'x'"
      ),
      (["a.nb", "--prot", "1"], "unknown option '--prot'. Did you mean '--port'?"),
    ])
  func wrongUsage(arguments: [String], message: String) throws {
    let result = try NotebookProgram.run(["preview"] + arguments, in: NotebookProgram.folder())
    #expect(result.code == 64)
    #expect(result.errors == "nbrun: \(message)\nRun 'nbrun help' for the options.\n")
  }
}
