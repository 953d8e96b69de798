import Foundation
import Testing

/// Lessons whose visible cells come by a solution's value in ways that names do not show.
@Suite("Leaks that names do not show") struct HandoutLeakTests {
  private static let lessons: [(name: String, cells: [String])] = [
    (
      "an operator of an extension",
      [
        "struct V { var x: Double }",
        "?extension V { static func + (a: V, b: V) -> Double { 731.4375 } }",
        "V(x: 1) + V(x: 2)",
      ]
    ),
    (
      "a method that a type gets",
      [
        "struct V { }", "?extension V { func go() -> Double { 731.4375 } }",
        "let y = V().go()", "y",
      ]
    ),
    (
      "a method that is preferred to another of the same name",
      [
        "struct V { func go<T>(_ x: T) -> Double { 1 } }",
        "?extension V { func go(_ x: Int) -> Double { 731.4375 } }", "V().go(1)",
      ]
    ),
    (
      "a description",
      [
        "struct V {}",
        "?extension V: CustomStringConvertible { var description: String { \"731.4375\" } }",
        "print(V())",
      ]
    ),
    (
      "an object made before",
      [
        "var secret = 0.0\nstruct Model { func value() -> Double { secret } }\nlet model = Model()",
        "?secret = 731.4375", "model.value()",
      ]
    ),
    (
      "a closure in a list",
      [
        "var secret = 0.0\nlet callbacks: [() -> Double] = [{ secret }]", "?secret = 731.4375",
        "callbacks[0]()",
      ]
    ),
    (
      "an error that quotes the solution",
      [
        "var tasks: [(Int) -> Void] = []",
        "?tasks.append { x in precondition(x > 731, \"731.4375\") }",
        "//| error: true\nfor task in tasks { task(1) }",
      ]
    ),
  ]

  @Test("that never end without the solution make no handout, unless they may fail")
  func endless() throws {
    let folder = try NotebookProgram.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("lesson.nb")
    let text = """
      ```{swift}
      var isDone = false
      let checks: [() -> Bool] = [{ isDone }]
      ```

      ::: {.solution}
      ```{swift}
      isDone = true
      ```
      :::

      ```{swift}
      //| timeout: 1
      while !checks[0]() {}
      print("done")
      ```

      """
    try text.write(to: file, atomically: true, encoding: .utf8)
    let arguments = ["lesson.nb", "--variant", "handout", "-o", "-"]
    let refused = try NotebookProgram.run(arguments, in: folder)
    #expect(refused.code == 1 && refused.errors.contains("the cell ran longer than 1 s"))
    try text.replacing("timeout: 1", with: "timeout: 1\n//| error: true")
      .write(to: file, atomically: true, encoding: .utf8)
    let made = try NotebookProgram.run(arguments, in: folder)
    #expect(made.code == 0 && made.output.contains("Left out"), "\(made.errors)")
  }

  @Test("are in no handout", arguments: lessons.map(\.name))
  func leaks(name: String) throws {
    let cells = try #require(Self.lessons.first { $0.name == name }).cells
    let text = cells.map { cell in
      cell.hasPrefix("?")
        ? "::: {.solution}\n```{swift}\n\(cell.dropFirst())\n```\n:::\n"
        : "```{swift}\n\(cell)\n```\n"
    }.joined(separator: "\n")
    let folder = try NotebookProgram.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try text.write(
      to: folder.appendingPathComponent("lesson.nb"), atomically: true, encoding: .utf8)
    let outputs = ["html", "md", "ipynb", "nb"].flatMap { ["-o", "h.\($0)"] }
    let result = try NotebookProgram.run(
      ["lesson.nb", "--variant", "handout"] + outputs, in: folder)
    #expect(result.code == 0, "\(result.errors)")
    for ending in ["html", "md", "ipynb", "nb"] {
      let document = try String(
        contentsOf: folder.appendingPathComponent("h.\(ending)"), encoding: .utf8)
      #expect(!document.contains("731"), "\(ending)")
    }
    let key = try NotebookProgram.run(["lesson.nb", "--variant", "key", "-o", "-"], in: folder)
    #expect(key.output.contains("731"))
  }
}
