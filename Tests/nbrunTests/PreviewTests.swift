import Foundation
import FoundationNetworking
import TestSupport
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
      let limit = Date(timeIntervalSinceNow: 120)
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

    func text(of path: String) throws -> String {
      String(decoding: try Data(contentsOf: #require(URL(string: address + path))), as: UTF8.self)
    }

    /// What the server says once it is what is expected.
    func text(of path: String, once holds: (String) -> Bool) throws -> String {
      let limit = Date(timeIntervalSinceNow: 120)
      while true {
        let text = try text(of: path)
        if holds(text) { return text }
        try #require(Date() < limit, "\(text)")
        usleep(50_000)
      }
    }
  }

  @Test("shows each saved state, and keeps the last good one under an error")
  func editing() throws {
    let preview = try Preview("```{swift}\nlet x = 6 * 7\nx\n```\n\nIt is `{swift} x`.\n")
    let first = try preview.text(of: "") { $0.contains("<p>It is 42.</p>") }
    #expect(first.contains("connect-src 'self'"))

    try preview.save("```{swift}\nlet x: Int = \"a\"\n```\n")
    let failed = try preview.text(of: "state") { $0.contains("failed") }
    #expect(failed.contains("lesson.nb:2:14: error: cannot convert value of type 'String'"))
    #expect(try preview.text(of: "") == first)

    try preview.save("```{swift}\nlet x = 7 * 7\n```\n\nIt is `{swift} x`.\n")
    _ = try preview.text(of: "") { $0.contains("<p>It is 49.</p>") }
    #expect(try preview.text(of: "state").contains("current"))
    #expect(try preview.messages().contains("lesson.nb: failed in "))
  }

  @Test("does not wait for a run that nobody needs any more")
  func endless() throws {
    let preview = try Preview("```{swift}\nwhile true {}\n```\n")
    _ = try preview.text(of: "state") { $0.contains("cell 1 of 1") }
    #expect(try preview.text(of: "").contains("once the notebook has run"))
    try preview.save("It is `{swift} 2 + 2`.\n")
    _ = try preview.text(of: "") { $0.contains("<p>It is 4.</p>") }
    #expect(!(try preview.messages().contains("failed")))
  }

  @Test("follows the pictures and the files that cells read")
  func files() throws {
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
    _ = try preview.text(of: "") { $0.contains("before") }
    try Data("after".utf8).write(to: preview.folder.appendingPathComponent("data.txt"))
    let later = try preview.text(of: "") { $0.contains("after") }
    try dot(22).write(to: preview.folder.appendingPathComponent("dot.svg"))
    _ = try preview.text(of: "") { $0 != later }
  }

  /// What a browser shows that has the preview open, told by a page around it.
  private final class Watcher {
    let server: LoopbackServer
    let browser: Browser.Window

    init(_ preview: Preview) throws {
      let frame = """
        <!DOCTYPE html><iframe src="/" width="900" height="800"></iframe><script>
        setInterval(() => {
          const page = document.querySelector('iframe').contentDocument;
          const note = page.querySelector('.preview-note');
          const opened = [...page.querySelectorAll('details')].map(fold => fold.open).join();
          const text = [page.title, opened, note && !note.hidden ? note.textContent : ''].join('|');
          fetch('/said?' + encodeURIComponent(text));
          if (page.title === 'first') page.querySelectorAll('details')[1].open = true;
        }, 100);
        </script>
        """
      let address = preview.address
      server = try LoopbackServer { request, _ in
        if request.path.hasPrefix("/said") { return .init(status: 204) }
        let fields = ["Content-Type": "text/html; charset=utf-8"]
        if request.path == "/frame" { return .init(fields: fields, body: Array(frame.utf8)) }
        let page = URL(string: address + request.path.dropFirst()).flatMap {
          try? Data(contentsOf: $0)
        }
        return page.map { .init(fields: fields, body: Array($0)) } ?? .init(status: 502)
      }
      browser = try Browser.Window(server.address + "/frame")
    }

    /// Waits until the page says this.
    func wait(for text: String) throws {
      let limit = Date(timeIntervalSinceNow: 120)
      var said = ""
      while said != text {
        try #require(Date() < limit, "\(said)")
        usleep(50_000)
        said =
          server.requests.last { $0.path.hasPrefix("/said?") }
          .flatMap { $0.path.dropFirst(6).removingPercentEncoding } ?? ""
      }
    }
  }

  @Test("the page in the browser follows, and what is unfolded stays so")
  func browser() throws {
    func notebook(_ title: String, _ code: String) -> String {
      """
      ---
      title: \(title)
      ---

      ::: {.hint}
      one
      :::

      ::: {.hint}
      two
      :::

      ```{swift}
      \(code)
      ```

      """
    }
    let preview = try Preview(notebook("first", "1"))
    let watcher = try Watcher(preview)
    // The third is the receipt.
    try watcher.wait(for: "first|false,true,false|")
    try preview.save(notebook("second", "2"))
    try watcher.wait(for: "second|false,true,false|")
    try preview.save(notebook("third", "no"))
    try watcher.wait(
      for: """
        second|false,true,false|lesson.nb:14:1: error: cannot find 'no' in scope
         14 | no
            | ^
          help: 'nbrun doc no' looks for it among what cells can call.

        """)
    try preview.save(notebook("fourth", "4"))
    try watcher.wait(for: "fourth|false,true,false|")
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
