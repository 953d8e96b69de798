import Glibc
internal import HTTPServing
import Platform

/// Serves a preview to the browser on this machine.
///
///     /            the document, or a page that waits for it
///     /state       what the preview has come to, as JSON; with `?seen=EVENT` once it is something else
public final class PreviewServer: Sendable {
  /// Why there is no server.
  public enum Failure: Error {
    /// Something else serves on the port.
    case portIsTaken
    /// libmicrohttpd is not installed.
    case libraryIsMissing
    /// What the system says.
    case system(SystemError)
  }

  /// How long a browser is kept waiting for a change.
  private static let patience = 20.0

  private let state: PreviewState
  private let waitingPage: [UInt8]

  /// A server of a preview.
  ///
  /// - Parameter waitingPage: What is shown where there is no document yet.
  public init(_ state: PreviewState, waitingPage: String) {
    self.state = state
    self.waitingPage = Array(waitingPage.utf8)
  }

  /// Serves from now on, until the process ends.
  ///
  /// - Parameter port: The port on 127.0.0.1; 0 for any that is free.
  /// - Returns: The port.
  /// - Throws: ``Failure``.
  public func start(port: UInt16) throws -> UInt16 {
    let context = Unmanaged.passRetained(self)
    let result = http_serve(
      port,
      { context, path, seen in
        let server = Unmanaged<PreviewServer>.fromOpaque(context!).takeUnretainedValue()
        return server.answer(
          path: String(cString: path!), seen: seen.flatMap { Int(String(cString: $0)) }
        ).forLibrary
      }, context.toOpaque())
    if result > 0 { return UInt16(result) }
    context.release()
    switch -result {
    case EADDRINUSE: throw Failure.portIsTaken
    case ENOPKG: throw Failure.libraryIsMissing
    default: throw Failure.system(SystemError("cannot serve on port \(port)", code: -result))
    }
  }

  /// An answer to the browser.
  struct Answer {
    var status: Int32 = 200
    var type: StaticString
    var bytes: [UInt8]
  }

  /// The answer for a path.
  ///
  /// - Parameter seen: The event that the page knows; where it is the latest, the answer waits.
  func answer(path: String, seen: Int?) -> Answer {
    switch path {
    case "/":
      let document = state.document
      return Answer(
        type: "text/html; charset=utf-8", bytes: document.isEmpty ? waitingPage : document)
    case "/state":
      let end = Clock.seconds() + Self.patience
      while state.report.event == seen, Clock.seconds() < end { usleep(20_000) }
      let text = try? JSON.encode(state.report)
      return Answer(type: "application/json", bytes: text ?? [])
    default:
      return Answer(
        status: 404, type: "text/plain; charset=utf-8",
        bytes: Array("There is one page here: /\n".utf8))
    }
  }
}

extension PreviewServer.Answer {
  /// The answer as libmicrohttpd takes it.
  fileprivate var forLibrary: http_answer {
    let copy = malloc(max(1, bytes.count))
    if let copy { memcpy(copy, bytes, bytes.count) }
    return http_answer(
      status: status, type: UnsafeRawPointer(type.utf8Start).assumingMemoryBound(to: CChar.self),
      bytes: copy, count: copy == nil ? 0 : bytes.count)
  }
}
