import Foundation
import Testing

@Suite("The README's programs") struct ReadmeProgramTests {
  @Test("trains a network with the core alone") func compilesAndLearns() throws {
    let root = NotebookProgram.root
    let readme = try String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)
    let start = try #require(readme.range(of: "```swift\nimport CNNCore\n"))
    let end = try #require(readme.range(of: "\n```", range: start.upperBound..<readme.endIndex))
    let program = "import CNNCore\n" + readme[start.upperBound..<end.lowerBound] + "\n"
    let folder = try NotebookProgram.folder()
    try program.write(
      to: folder.appendingPathComponent("main.swift"), atomically: true, encoding: .utf8)

    let build = root.appendingPathComponent(".build/debug")
    // The build folder keeps the objects of sources that are gone.
    let ownC = ["CoreKernels", "CorePictures"]
    let objects = try (["CNNCore"] + ownC).flatMap { target in
      let folder = build.appendingPathComponent("\(target).build")
      let sources = try Set(
        FileManager.default.subpathsOfDirectory(
          atPath: root.appendingPathComponent("Sources/\(target)").path
        ).map { "\($0.split(separator: "/").last ?? "").o" })
      return try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        .filter { sources.contains($0) }.map { folder.appendingPathComponent($0).path }
    }
    let compile = try run(
      "swiftc",
      [
        "main.swift", "-o", "program", "-I", build.appendingPathComponent("Modules").path,
      ]
        + ["Czlib", "Cpng", "Cjpeg"].flatMap {
          ["-I", root.appendingPathComponent("Sources/\($0)").path]
        }
        + ownC.flatMap {
          ["-Xcc", "-fmodule-map-file=\(build.path)/\($0).build/module.modulemap"]
        } + objects + ["-lpng", "-ljpeg", "-lz"], in: folder)
    #expect(compile.code == 0, "\(compile.text)")
    let learn = try run(folder.appendingPathComponent("program").path, [], in: folder)
    let accuracy = try #require(learn.text.split(separator: " ").last.flatMap { Double($0) })
    #expect(learn.text.hasPrefix("accuracy ") && accuracy > 0.98, "\(learn.text)")
  }

  @Test("shows the notebook to begin with, and names all options of a cell") func starter() throws {
    let root = NotebookProgram.root
    func text(_ path: String) throws -> String {
      try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }
    let readme = try text("README.md")
    #expect(readme.contains("````markdown\n\(try text("templates/starter.nb"))````\n"))
    let options = try #require(readme.firstMatch(of: #/Options stand on its first lines:[^*]*/#)).0
    let reader = try text("Sources/NotebookFormat/FrontMatter/CellOptions+Reading.swift")
    let ofCells = reader.prefix(upTo: try #require(reader.range(of: "func filled")).lowerBound)
    let names = Set(ofCells.matches(of: #/"([a-z]+(-[a-z]+)*)"/#).map(\.1))
    #expect(names.count == 16)
    for name in names { #expect(options.contains("`\(name)`"), "\(name)") }
  }

  private func run(
    _ program: String, _ arguments: [String], in folder: URL
  ) throws -> (code: Int32, text: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.currentDirectoryURL = folder
    let output = folder.appendingPathComponent(".said")
    try Data().write(to: output)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = process.standardOutput
    try process.run()
    process.waitUntilExit()
    let text = try String(contentsOf: output, encoding: .utf8)
    return (process.terminationStatus, text.trimmingCharacters(in: .whitespacesAndNewlines))
  }
}
