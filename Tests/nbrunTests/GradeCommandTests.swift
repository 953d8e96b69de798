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

  @Test("a class is graded at once, each student with the seed of the own sheet")
  func wholeClass() throws {
    let folder = try NotebookProgram.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    func write(_ name: String, _ text: String) throws {
      try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    func text(_ name: String) throws -> String {
      try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }
    try write(
      "lesson.nb",
      """
      ---
      title: Twice the seed
      seed: 5
      ---

      ::: {.exercise points=3 #exr-twice}
      Double it.

      ::: {.solution}
      ```{swift}
      answer("twice", 2 * seed)
      ```
      :::
      :::

      ::: {.exercise points=1 #exr-same}
      Keep it.

      ::: {.solution}
      ```{swift}
      answer("same", seed)
      ```
      :::
      :::

      """)
    try write("roster.csv", "id,name,seed\nann,Ann,11\nbo,Bo,12\ncy,Cy,13\n")
    try write("ann.nb", "```{swift}\nanswer(\"twice\", 22)\nanswer(\"same\", 11)\n```\n")
    try write(
      "bo.nb", "```{swift}\nanswer(\"twice\", 10)\n```\n\n```{swift}\nlet x: Int = \"\"\n```\n")
    try Data([0x61, 0xFF]).write(to: folder.appendingPathComponent("cy.nb"))
    try write("zoe.nb", "text\n")
    let result = try NotebookProgram.run(
      [
        "grade", "ann.nb", "bo.nb", "cy.nb", "zoe.nb", "--key", "lesson.nb", "--roster",
        "roster.csv", "-o", "feedback",
      ], in: folder)
    #expect(result.code == 1)
    #expect(result.output == "ann: 4 of 4\nbo: 0 of 4\n")
    #expect(result.errors.contains("cy.nb:1:2: error: the notebook is not UTF-8"))
    #expect(
      result.errors.contains("error: the roster has no student whose notebook is 'zoe.nb'"))
    #expect(
      try text("feedback/grades.csv") == """
        id,seed,points,of,by hand,errors,feedback,exr-twice,exr-same
        ann,11,4,4,0,0,ann.html,3,1
        bo,12,0,4,0,1,bo.html,0,0
        cy,,0,,,1,
        zoe,,0,,,1,

        """)
    #expect(try text("feedback/ann.html").contains("<strong>4</strong> of 4 points"))
    #expect(try text("feedback/bo.json").contains("\"seed\" : 12"))
  }

  @Test(
    "several notebooks go to a folder, each under a name of its own",
    arguments: [
      (["a.nb", "b.nb"], 64, "for several notebooks '-o FOLDER' says where the feedback goes"),
      (["a.nb", "b.nb", "-o", "x", "--json", "y"], 64, "'--json' is for one notebook"),
      (["a.nb", "sub/A.nb", "-o", "x"], 1, "the feedback of two notebooks would go to 'A.html'"),
    ])
  func severalNotebooks(arguments: [String], code: Int32, message: String) throws {
    let folder = try NotebookProgram.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let result = try NotebookProgram.run(["grade", "--key", "key.nb"] + arguments, in: folder)
    #expect(result.code == code)
    #expect(result.errors.contains(message), "\(result.errors)")
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
