import CellEvents
import Diagnostics
import Grading
import NotebookFormat
import Testing

@Suite("A key's test of itself") struct SelfTestTests {
  private static let lesson = """
    ::: {.exercise points=2}
    ## Sums
    Add up.
    :::

    ::: {.solution}
    ```{swift}
    let sum = 1 + 1
    answer("sum", sum)
    answer("row", [1, 2])
    ```
    :::

    ::: {.exercise points=3}
    ## Words
    Why?
    :::

    ```{swift}
    answer("more", 1)
    ```

    """

  private static func test(
    repeated: [String: String] = ["sum": "2", "row": "[1, 2]", "more": "1"],
    handout: [String: String] = [:], mistakes: [ExecutionLog.Mistake] = []
  ) throws -> SelfTest {
    let notebook = try NotebookReader().read(SourceText(name: "sums.nb", text: lesson))
    var log = ExecutionLog()
    log.answers = [
      .init(name: "sum", json: "2", cell: 0), .init(name: "row", json: "[1, 2]", cell: 0),
      .init(name: "more", json: "1", cell: 1),
    ]
    log.mistakes = mistakes
    return SelfTest(
      of: notebook, log: log, repeated: Self.log(repeated), handout: Self.log(handout))
  }

  private static func log(_ answers: [String: String]) -> ExecutionLog {
    var log = ExecutionLog()
    log.answers = answers.map { .init(name: $0, json: $1) }
    return log
  }

  private static let ungraded = """
    sums.nb: warning: not graded, since no exercise asks for it: 'more'
      help: Record in an '.exercise', or in the '.solution' behind it, what is to be graded.

    """

  private static func text(_ test: SelfTest) -> String {
    test.diagnostics.map(DiagnosticWriter(quoting: []).text).joined()
  }

  @Test("finds nothing where the key earns all and the handout nothing") func clean() throws {
    let test = try Self.test()
    #expect(Self.text(test) == Self.ungraded)
    #expect(
      test.summary
        == "2 answers in 2 exercises; the key earns 2 of 2 points, the untouched handout 0; "
        + "3 more are given by hand")
  }

  @Test("tells of answers that do not repeat") func key() throws {
    let test = try Self.test(repeated: ["sum": "3"])
    #expect(
      Self.text(test) == """
        sums.nb:9:1: error: run as a student's notebook, the key records another value of 'sum'
          help: Students' cells have the notebook, its seed, its parameters, and the files of its folder \
        that cells outside of solutions read: an answer has to follow from these.
        sums.nb:10:1: error: run as a student's notebook, the key records no 'row'
          help: Students' cells have the notebook, its seed, its parameters, and the files of its folder \
        that cells outside of solutions read: an answer has to follow from these.

        """ + Self.ungraded)
    #expect(test.key.points == 0)
  }

  @Test("tells of answers that the untouched handout has") func handout() throws {
    let test = try Self.test(handout: ["sum": "2", "row": "[0, 2]"])
    #expect(
      Self.text(test) == """
        sums.nb:9:1: error: the untouched handout has 'sum' right
          help: Record it in the solution, or let it follow from what the solution computes.
        sums.nb:10:1: error: the untouched handout has 1 of 2 numbers of 'row' right
          help: Record it in the solution, or let it follow from what the solution computes.

        """ + Self.ungraded)
    #expect(test.handout.points == 1.5)
  }

  @Test("tells of mistakes that do not show") func mistakes() throws {
    let test = try Self.test(mistakes: [
      .init(answer: "sum", words: "they were multiplied", json: "1"),
      .init(answer: "sum", words: "the second was squared", json: "2"),
      .init(answer: "Sum", words: "the name was mistyped", json: "0"),
    ])
    #expect(
      Self.text(test) == """
        sums.nb:9:1: warning: the mistake 'the second was squared' gives the right value of 'sum'
          help: Choose a seed or numbers with which it shows.
        sums.nb: warning: the mistake 'the name was mistyped' is of an answer that nothing records, 'Sum'
          help: Did you mean 'sum'?

        """ + Self.ungraded)
  }
}
