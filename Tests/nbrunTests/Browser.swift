import Foundation
import Testing

/// A real browser, Debian's Chromium, without a window.
enum Browser {
  /// How wide a page becomes in frames of the given widths, as `360:360 768:768`: the second number is
  /// larger where something sticks out.
  static func overflow(of page: URL, widths: [Int]) throws -> String {
    let frames = widths.map {
      "<iframe src=\"\(page.lastPathComponent)\" width=\"\($0)\" height=\"800\" frameborder=\"0\"></iframe>"
    }
    let script = """
      addEventListener('load', () => {
        document.title = 'done';
        document.body.textContent = [...document.querySelectorAll('iframe')].map(frame =>
          frame.width + ':' + frame.contentDocument.scrollingElement.scrollWidth).join(' ');
      });
      """
    let wrapper = page.deletingLastPathComponent().appendingPathComponent("wrapper.html")
    try "<!DOCTYPE html><script>\(script)</script><body>\(frames.joined())".write(
      to: wrapper, atomically: true, encoding: .utf8)
    let dom = try run(["--allow-file-access-from-files", "--dump-dom", wrapper.absoluteString])
    let body = try #require(dom.firstMatch(of: /<body>([0-9: ]*)/), "\(dom.suffix(500))")
    return String(body.1)
  }

  /// What a script yields that is given a page's window as `page`.
  static func value(of script: String, in page: URL) throws -> String {
    let wrapper = page.deletingLastPathComponent().appendingPathComponent("wrapper.html")
    let markup = """
      <!DOCTYPE html><body><iframe src="\(page.lastPathComponent)" width="900" height="800"></iframe>
      <script>
      addEventListener('load', () => {
        const page = document.querySelector('iframe').contentWindow;
        document.body.textContent = (() => { \(script) })();
      });
      </script>
      """
    try markup.write(to: wrapper, atomically: true, encoding: .utf8)
    let dom = try run(["--allow-file-access-from-files", "--dump-dom", wrapper.absoluteString])
    let body = try #require(dom.firstMatch(of: /<body>([^<]*)/), "\(dom.suffix(500))")
    return String(body.1).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// A page that stays open as long as this is kept.
  final class Window {
    private let profile = Browser.profile()
    private let process: Process

    init(_ address: String) throws {
      process = try Browser.start(
        ["--remote-debugging-port=0", address], profile, output: FileHandle.nullDevice)
    }

    deinit {
      process.terminate()
      process.waitUntilExit()
      try? FileManager.default.removeItem(at: profile)
    }
  }

  /// What the browser prints when it is started with the given arguments.
  private static func run(_ arguments: [String]) throws -> String {
    let profile = profile()
    defer { try? FileManager.default.removeItem(at: profile) }
    let output = Pipe()
    let process = try start(arguments, profile, output: output)
    let text = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: text, as: UTF8.self)
  }

  private static func profile() -> URL {
    FileManager.default.temporaryDirectory.appendingPathComponent(
      "nbrun-browser-\(UUID().uuidString)")
  }

  private static func start(_ arguments: [String], _ profile: URL, output: Any) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/chromium")
    process.arguments =
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
        "--user-data-dir=\(profile.path)",
      ] + arguments
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }
}
