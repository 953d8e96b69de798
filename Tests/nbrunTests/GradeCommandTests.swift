import Foundation
import Testing

@Suite("nbrun grade") struct GradeCommandTests {
  @Test("what is wrong with a key from standard input is quoted")
  func keyFromStandardInput() throws {
    let folder = try NotebookProgram.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try "text\n".write(
      to: folder.appendingPathComponent("student.nb"), atomically: true, encoding: .utf8)
    let result = try NotebookProgram.run(
      ["grade", "student.nb", "--key", "-"], in: folder, input: "Nothing is @fig-here.\n")
    #expect(result.code == 1)
    #expect(
      result.errors == """
        stdin.nb:1:12: error: nothing has the label 'fig-here'
         1 | Nothing is @fig-here.
           |            ^
          help: Give the label to what is meant, or write '\\@' for the sign.

        """)
  }

  @Test("a student's file that is no text is told by its name") func noText() throws {
    let folder = try NotebookProgram.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try "text\n".write(
      to: folder.appendingPathComponent("key.nb"), atomically: true, encoding: .utf8)
    try Data([0x61, 0xFF]).write(to: folder.appendingPathComponent("student.nb"))
    let result = try NotebookProgram.run(["grade", "student.nb", "--key", "key.nb"], in: folder)
    #expect(result.code == 1)
    #expect(result.errors.hasPrefix("student.nb:1:2: error: "), "\(result.errors)")
    #expect(!result.errors.contains(" 1 | text"))
  }

  @Test("a lesson is tested before it is handed out") func selfTest() throws {
    let folder = try NotebookProgram.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    func check(_ lesson: String) throws -> NotebookProgram.Result {
      try lesson.write(
        to: folder.appendingPathComponent("lesson.nb"), atomically: true, encoding: .utf8)
      return try NotebookProgram.run(["check", "lesson.nb", "--grading"], in: folder)
    }
    let lesson = """
      ::: {.exercise points=2 #exr-sum}
      Add up $1 + 2$.

      ```{swift}
      var sum = 0
      // BEGIN SOLUTION
      sum = 1 + 2
      // END SOLUTION
      answer("sum", sum)
      ```
      :::

      """
    let right = try check(lesson)
    #expect(right.errors == "")
    #expect(
      right.output
        == "lesson.nb: 1 answer in 1 exercise; the key earns 2 of 2 points, the untouched handout 0\n"
    )
    #expect(right.code == 0)
    let wrong = try check(lesson.replacing("var sum = 0", with: "var sum = 3"))
    #expect(wrong.errors.hasPrefix("lesson.nb:9:1: error: the untouched handout has 'sum' right\n"))
    #expect(wrong.code == 1)
  }
}
