import Foundation

/// A peer's program that does its work once for each line that it is sent.
final class Peer {
  private let process = Process()
  private let requests = Pipe()
  private let answers = Pipe()
  private var unread: [UInt8] = []

  /// Starts `Peers/works.py`, or returns nil where there is no Python.
  init?(python: String) {
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [python, Peer.script("works.py")]
    process.standardInput = requests
    process.standardOutput = answers
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { return nil }
  }

  deinit {
    process.terminate()
    process.waitUntilExit()
  }

  /// Has the peer prepare a work; nil if it could, else what it is missing.
  func prepare(_ request: String) -> String? {
    let answer = ask(request)
    return answer == "ready" ? nil : answer
  }

  /// The seconds of one run.
  func run() -> Double {
    Double(ask("go")) ?? .nan
  }

  /// The path of a peer's program.
  static func script(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Peers")
      .appendingPathComponent(name).path
  }

  private func ask(_ line: String) -> String {
    try? requests.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8))
    while !unread.contains(0x0A) {
      let data = answers.fileHandleForReading.availableData
      if data.isEmpty { return "missing Python's NumPy" }
      unread += data
    }
    let end = unread.firstIndex(of: 0x0A)!
    let answer = String(decoding: unread[..<end], as: UTF8.self)
    unread.removeSubrange(...end)
    return answer
  }
}
