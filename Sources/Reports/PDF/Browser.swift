import Diagnostics
import Glibc
import Platform

/// Chromium without a window, which turns a page into a PDF document.
public struct Browser: Sendable {
  /// The names under which it is looked for on the PATH.
  private static let names = [
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable",
  ]

  private let executable: String

  /// The browser on the given PATH.
  ///
  /// - Throws: A `Diagnostic` where there is none.
  public init(path: String) throws {
    let folders = path.split(separator: ":")
    let candidates = Self.names.flatMap { name in folders.map { "\($0)/\(name)" } }
    guard let found = candidates.first(where: { access($0, X_OK) == 0 }) else {
      throw Diagnostic(
        .error, "a PDF document needs Chromium, which is not on the PATH",
        help: "Install it with 'apt-get install chromium', or write HTML and print that.")
    }
    executable = found
  }

  /// A page as a PDF document.
  ///
  /// - Throws: A `Diagnostic` where the browser fails; `SystemError` where files cannot be written.
  func print(_ page: String, environment: [String]) throws -> [UInt8] {
    let folder = try TemporaryFolder()
    try Files.replace("\(folder.path)/page.html", with: Array(page.utf8))
    let target = "\(folder.path)/page.pdf"
    let messages = try MemoryFile()
    var arguments = [
      "--headless", "--disable-gpu", "--disable-extensions", "--disable-background-networking",
      "--no-first-run", "--user-data-dir=\(folder.path)/profile", "--no-pdf-header-footer",
      "--export-tagged-pdf", "--lang=en-US", "--font-render-hinting=none",
      "--print-to-pdf=\(target)", "file://\(folder.path)/page.html",
    ]
    // Chromium refuses its own sandbox to root; the page has neither scripts nor requests.
    if geteuid() == 0 { arguments.insert("--no-sandbox", at: 0) }
    let process = try ChildProcess(
      executable, arguments, environment: environment + ["HOME=\(folder.path)", "TZ=UTC"],
      descriptors: [-1, messages.descriptor, messages.descriptor])
    let start = Clock.seconds()
    while !process.hasEnded() {
      guard Clock.seconds() - start < 120 else {
        process.end()
        process.wait()
        throw Self.failure("it took longer than 120 s")
      }
      usleep(5_000)
    }
    let code = process.wait()
    guard code == 0, let content = try? Files.read(target), content.starts(with: "%PDF-".utf8)
    else {
      throw Self.failure("it ended with code \(code)")
    }
    return content
  }

  private static func failure(_ reason: String) -> Diagnostic {
    Diagnostic(
      .error, "Chromium could not print the document: \(reason)",
      help: "Try 'chromium --headless --print-to-pdf=x.pdf' on the HTML document to see why.")
  }
}
