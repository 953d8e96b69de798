import Foundation
import TestSupport
import Testing

/// The built `nbrun`, run as a user runs it.
struct NotebookProgram {
  /// What a run left.
  struct Result {
    var code: Int32
    var output: String
    var errors: String
  }

  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// How the program was compiled.
  enum Build: String {
    /// By the build that the tests belong to.
    case debug
    /// As it is installed; `make test` builds it. Trainings need it.
    case release
  }

  /// A new folder for one test's files.
  static func folder() throws -> URL { try TestFolder.make() }

  /// Runs the program with a cache that the tests share, or in an environment of its own.
  ///
  /// - Parameter date: What the program takes for the present, by `faketime`.
  static func run(
    _ arguments: [String], in folder: URL, input: String? = nil,
    environment: [String: String] = [:], build: Build = .debug, date: String? = nil
  ) throws -> Result {
    let stdin = Pipe()
    let process = try start(
      arguments, in: folder, input: stdin, environment: environment, build: build, date: date)
    if let input { stdin.fileHandleForWriting.write(Data(input.utf8)) }
    try stdin.fileHandleForWriting.close()
    process.waitUntilExit()
    return Result(
      code: process.terminationStatus,
      output: try String(contentsOf: folder.appendingPathComponent(".stdout"), encoding: .utf8),
      errors: try String(contentsOf: folder.appendingPathComponent(".stderr"), encoding: .utf8))
  }

  /// Starts the program; what it prints comes to `.stdout` and `.stderr` in the folder.
  static func start(
    _ arguments: [String], in folder: URL, input: Pipe = Pipe(),
    environment: [String: String] = [:], build: Build = .debug, date: String? = nil
  ) throws -> Process {
    let process = Process()
    let program = root.appendingPathComponent(".build/\(build.rawValue)/nbrun")
    process.executableURL = date == nil ? program : URL(fileURLWithPath: "/usr/bin/faketime")
    process.arguments = (date.map { [$0, program.path] } ?? []) + arguments
    process.currentDirectoryURL = folder
    var variables = ProcessInfo.processInfo.environment
    variables["NBRUN_CACHE"] = root.appendingPathComponent(".build/test-cache").path
    process.environment = variables.merging(environment) { $1 }
    let outputFile = folder.appendingPathComponent(".stdout")
    let errorFile = folder.appendingPathComponent(".stderr")
    for file in [outputFile, errorFile] {
      try Data().write(to: file)
    }
    process.standardInput = input
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    process.standardError = try FileHandle(forWritingTo: errorFile)
    try process.run()
    return process
  }

  /// Runs the program on a notebook with the given text.
  static func render(
    _ notebook: String, _ arguments: [String] = [], in folder: URL? = nil
  ) throws -> (result: Result, html: String) {
    let folder = try folder ?? Self.folder()
    try notebook.write(
      to: folder.appendingPathComponent("lesson.nb"), atomically: true, encoding: .utf8)
    let result = try run(["lesson.nb", "-o", "lesson.html"] + arguments, in: folder)
    let html = try? String(
      contentsOf: folder.appendingPathComponent("lesson.html"), encoding: .utf8)
    return (result, html ?? "")
  }
}
