import Diagnostics
import Engine
import NotebookFormat
import Platform
import Previews
import Reports

/// `nbrun preview FILE.nb`: the document in a browser, anew whenever the notebook is saved.
struct PreviewCommand {
  private static let usualPort: UInt16 = 4848

  private let input: NotebookFile
  private let port: UInt16?
  private let variant: DocumentVariant
  private let options: RunOptions

  init(_ arguments: [String]) throws {
    let reader = try ArgumentReader(
      arguments,
      options: [
        .init("--port", takesValue: true), .init("--variant", takesValue: true),
        .init("--param", "-P", takesValue: true), .init("--timeout", takesValue: true),
        .init("--memory", takesValue: true), .init("--allow-errors"),
      ])
    input = try NotebookFile(reader.operands)
    guard !input.isStandardInput else {
      throw UsageError("'nbrun preview' follows a file, and '-' is none")
    }
    variant = try RenderCommand.choice("--variant", of: reader) ?? .report
    port = try reader.one("--port").map { text in
      guard let port = UInt16(text) else {
        throw UsageError("option '--port' takes a number from 0 to 65535, and was given '\(text)'")
      }
      return port
    }
    var options = try RunOptions(reader)
    options.allowErrors = reader.has("--allow-errors")
    options.folder = input.folder
    self.options = options
  }

  /// Serves the preview until the process is ended.
  func run() throws -> Never {
    let installation = try Installation.current()
    _ = try input.source()
    let workshop = Workshop(installation)
    let state = PreviewState()
    let page = try WaitingPageWriter(templates: installation.templates).page(
      notebook: input.name, cache: workshop.cache)
    let port = try start(PreviewServer(state, waitingPage: page))
    printError("\(input.name) is shown at http://127.0.0.1:\(port)/ (Control-C ends it)\n")
    let watch = NotebookWatch { RunningChildren.shared.interrupt() }
    var number = 0
    while true {
      var rendering = PreviewRendering(
        input: input, options: options, variant: variant, number: number + 1)
      if watch.render(input.path, { rendering.run(in: workshop, state) }) {
        rendering.tell(state)
        if rendering.document != nil { number += 1 }
      }
      watch.waitForChange()
    }
  }

  private func start(_ server: PreviewServer) throws -> UInt16 {
    do {
      do {
        return try server.start(port: port ?? Self.usualPort)
      } catch PreviewServer.Failure.portIsTaken where port == nil {
        return try server.start(port: 0)
      }
    } catch PreviewServer.Failure.portIsTaken {
      throw Diagnostic(
        .error, "something else serves on port \(port ?? 0)",
        help: "Give another '--port', or none to have one chosen.")
    } catch PreviewServer.Failure.libraryIsMissing {
      throw Diagnostic(
        .error, "a preview needs libmicrohttpd, which is not installed",
        help: "Install it with 'apt-get install libmicrohttpd12'.")
    } catch PreviewServer.Failure.system(let error) {
      throw error
    }
  }
}
