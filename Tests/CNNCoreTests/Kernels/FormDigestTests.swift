import Foundation
import Testing

/// The loops as a program of their own, for this processor and, under emulation, for one of ARM: each form
/// of each computes the same bits.
@Suite struct FormDigestTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  private static let kernels = folder.appendingPathComponent("../../../Sources/CoreKernels")
    .standardizedFileURL
  private static let flags = [
    "-O2", "-ffp-contract=off", "-fno-math-errno", "-I\(kernels.path)/include",
  ]

  private static let emulator = "/usr/bin/qemu-aarch64-static"
  private static let armLinker = "/usr/bin/aarch64-linux-gnu-gcc"
  private static let canEmulate = [emulator, armLinker].allSatisfy {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  @Test("every form of this processor computes the same bits")
  func here() throws {
    let lines = try digests(target: [], linker: "clang", runner: [])
    #expect(lines.count >= 2)
    #expect(Set(lines.map(\.digest)).count == 1)
  }

  @Test("and so do those of ARM", .enabled(if: canEmulate))
  func arm() throws {
    let here = try digests(target: [], linker: "clang", runner: [])
    let arm = try digests(
      target: ["--target=aarch64-linux-gnu", "-isystem", "/usr/aarch64-linux-gnu/include"],
      linker: Self.armLinker, runner: [Self.emulator])
    #expect(arm.map(\.form) == ["portable 1", "portable 3", "neon 1", "neon 3"])
    #expect(Set((here + arm).map(\.digest)).count == 1)
  }

  private func digests(target: [String], linker: String, runner: [String]) throws
    -> [(form: String, digest: String)]
  {
    let working = FileManager.default.temporaryDirectory
      .appendingPathComponent("FormDigestTests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: working, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: working) }
    let sources =
      try FileManager.default.contentsOfDirectory(atPath: Self.kernels.path).sorted()
      .filter { $0.hasSuffix(".c") }.map { "\(Self.kernels.path)/\($0)" }
      + [Self.folder.appendingPathComponent("form-digests.c").path]
    try run(["clang"] + target + Self.flags + ["-c"] + sources, in: working)
    let objects = try FileManager.default.contentsOfDirectory(atPath: working.path).sorted()
    try run([linker, "-static"] + objects + ["-lpthread", "-lm", "-o", "digests"], in: working)
    let output = try run(runner + ["./digests"], in: working)
    return output.split(separator: "\n").map { line in
      let words = line.split(separator: " ").map(String.init)
      return (words.dropLast().joined(separator: " "), words.last ?? "")
    }
  }

  @discardableResult
  private func run(_ command: [String], in folder: URL) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.currentDirectoryURL = folder
    process.standardOutput = output
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(command[0]) failed")
    return String(decoding: text, as: UTF8.self)
  }
}
