import Foundation
import FoundationNetworking
import Synchronization
import Testing

@testable import Previews

@Suite("A preview's server")
struct PreviewServerTests {
  private func answer(
    _ path: String, port: UInt16, host: String? = nil, method: String = "GET"
  ) throws -> (status: Int, type: String, text: String) {
    var request = URLRequest(url: try #require(URL(string: "http://127.0.0.1:\(port)\(path)")))
    request.httpMethod = method
    if let host { request.setValue(host, forHTTPHeaderField: "Host") }
    // Tests that wait would hold up the others' threads if they were asynchronous, and be held up.
    let result = Mutex<(data: Data?, answer: HTTPURLResponse?)>((nil, nil))
    let end = DispatchSemaphore(value: 0)
    URLSession.shared.dataTask(with: request) { data, answer, _ in
      result.withLock { $0 = (data, answer as? HTTPURLResponse) }
      end.signal()
    }.resume()
    end.wait()
    let (data, answer) = try result.withLock { (try #require($0.data), try #require($0.answer)) }
    return (
      answer.statusCode, answer.value(forHTTPHeaderField: "Content-Type") ?? "",
      String(decoding: data, as: UTF8.self)
    )
  }

  @Test("shows the waiting page, then the document, and nothing else")
  func documents() throws {
    let state = PreviewState()
    let port = try PreviewServer(state, waitingPage: "wait").start(port: 0)
    #expect(try answer("/", port: port) == (200, "text/html; charset=utf-8", "wait"))
    state.show(Array("<p>ä".utf8), number: 1)
    #expect(try answer("/", port: port).text == "<p>ä")
    #expect(try answer("/etc/passwd", port: port).status == 404)
    #expect(try answer("/", port: port, method: "POST").status == 405)
  }

  @Test("refuses a page that calls this machine by another name")
  func names() throws {
    let port = try PreviewServer(PreviewState(), waitingPage: "wait").start(port: 0)
    #expect(try answer("/", port: port, host: "localhost:\(port)").text == "wait")
    let refused = try answer("/state", port: port, host: "example.org:\(port)")
    #expect(refused.status == 403)
    #expect(refused.text == "This is for the browser on the same machine.\n")
  }

  @Test("tells the state at once, and a change when it comes")
  func state() throws {
    let state = PreviewState()
    let port = try PreviewServer(state, waitingPage: "").start(port: 0)
    let first = try report(try answer("/state", port: port).text)
    #expect(first == PreviewState.Report())
    DispatchQueue.global().asyncAfter(deadline: .now() + 0.2) {
      state.set(.failed, "x.nb:1:1: error: \"no\"")
    }
    let second = try report(try answer("/state?seen=0", port: port).text)
    #expect(second.event == 1 && second.document == 0)
    #expect(second.status == .failed && second.text == "x.nb:1:1: error: \"no\"")
    state.set(.failed, "x.nb:1:1: error: \"no\"")
    #expect(state.report.event == 1)
    state.show([1], number: 5)
    let third = try report(try answer("/state?seen=1", port: port).text)
    #expect(third.event == 2 && third.document == 5 && third.status == .current && third.text == "")
  }

  private func report(_ text: String) throws -> PreviewState.Report {
    try JSONDecoder().decode(PreviewState.Report.self, from: Data(text.utf8))
  }

  @Test("tells that a port is taken")
  func takenPort() throws {
    let port = try PreviewServer(PreviewState(), waitingPage: "").start(port: 0)
    #expect {
      _ = try PreviewServer(PreviewState(), waitingPage: "").start(port: port)
    } throws: { error in
      if case PreviewServer.Failure.portIsTaken = error { true } else { false }
    }
  }
}
