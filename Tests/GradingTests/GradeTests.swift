import CellEvents
import Diagnostics
import NotebookFormat
import Testing

@testable import Grading

@Suite("A whole grade") struct GradeTests {
  private static let key = """
    ```{swift}
    answer("given", 0)
    ```

    ::: {.exercise points=4 #exr-first title="The *first*"}
    Text.
    :::

    ::: {.solution}
    ```{swift}
    answer("a", 1)
    answer("b", [1, 2])
    ```
    :::

    ```{swift}
    answer("shown", 2)
    ```

    ::: {.exercise points=2}
    Explain.
    :::

    ::: {.exercise points=1}
    ```{swift}
    // BEGIN SOLUTION
    answer("c", 3)
    // END SOLUTION
    ```
    :::

    """

  private func grade(_ given: [(String, String)]) throws -> Grade {
    let notebook = try NotebookReader().read(SourceText(name: "key.nb", text: Self.key))
    var log = ExecutionLog()
    log.answers = [
      .init(name: "given", json: "0", cell: 0), .init(name: "a", json: "1", cell: 1),
      .init(name: "b", json: "[1, 2]", cell: 1), .init(name: "shown", json: "2", cell: 2),
      .init(name: "c", json: "3", cell: 3),
    ]
    var student = ExecutionLog()
    student.answers = given.map { .init(name: $0.0, json: $0.1) }
    return Grade(key: notebook, keyLog: log, studentLog: student)
  }

  @Test("points are shared by the answers of an exercise and its solutions")
  func points() throws {
    let grade = try grade([("a", "1"), ("b", "[1, 3]"), ("given", "7"), ("c", "3")])
    #expect(grade.exercises.map { $0.answers.map(\.name) } == [["a", "b"], [], ["c"]])
    #expect(grade.exercises.map(\.points) == [3, 0, 1])
    #expect(grade.exercises.map(\.ungradedPoints) == [0, 2, 0])
    #expect(grade.points == 4)
    #expect(grade.possiblePoints == 5)
    #expect(grade.ungradedAnswers == ["given", "shown"])
    #expect(grade.exercises[0].title == "The first")
    #expect(grade.exercises.map(\.number) == ["1", "2", "3"])
  }

  @Test("as JSON, the same bytes each time") func json() throws {
    let grade = try grade([("c", "3")])
    let english = GradeWording(language: "en")
    func json() -> String {
      grade.json(
        key: "key.nb", notebook: "a/b.nb", seed: 7, errors: ["oh\n"], wording: english)
    }
    let text = json()
    #expect(text == json())
    #expect(text.contains("\"verdict\" : \"missing\""))
    #expect(text.contains("\"points\" : 1,\n  \"possiblePoints\" : 5,\n  \"seed\" : 7,\n"))
    #expect(
      text.hasSuffix("  \"ungradedAnswers\" : [\n    \"given\",\n    \"shown\"\n  ]\n}\n"))
  }
}
