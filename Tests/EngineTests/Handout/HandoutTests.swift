import CellEvents
import Diagnostics
import Engine
import NotebookFormat
import Testing

@Suite("Handouts") struct HandoutTests {
  private static let lesson = """
    ---
    # The solution is 42.
    title: Sums # forty-two
    subtitle: "No # comment"
    seed: 1
    salt: seventeen white mice
    params:
      rate: 0.5
    ---

    <!-- the solution is 42 -->

    ```{swift}
    //| label: fig-x
    let x = 2
    // BEGIN SOLUTION
    let y = 21 * x
    // END SOLUTION
    x
    ```

    ::: {.exercise #exr-sum points=2}
    What <!-- 42 --> is it? <!-- Or
    is it --> See @sol-sum, and @fig-secret.
    :::

    ::: {.solution #sol-sum}
    It is *forty-two*[^why].

    ```{swift}
    //| label: fig-secret
    answer("sum", y)
    answer("grid", [[1, 2, 3], [4, 5, 6]])
    ```
    :::

    It becomes `{swift} y` from `{swift} x`.

    ```{swift}
    print(y)
    ```

    [^why]: Because of Deep Thought.

    """

  private static func handout(
    _ text: String = lesson, seed: UInt64 = 9, change: (inout ExecutionLog) -> Void = { _ in }
  ) throws -> Handout {
    var notebook = try NotebookReader().read(SourceText(name: "sums.nb", text: text))
    notebook.frontMatter.seed = seed
    var log = ExecutionLog()
    let value = MIMEBundle([.init(type: "text/plain", content: "42")])
    log.outputs = [
      0: [.display(MIMEBundle([.init(type: "text/plain", content: "2")]))],
      1: [.answer(name: "sum", value), .answer(name: "grid", value)], 2: [.printed("42\n")],
    ]
    log.inlineValues = [0: "42", 1: "2"]
    log.answers = [
      .init(name: "sum", json: "42"), .init(name: "grid", json: "[[1, 2, 3], [4, 5, 6]]"),
    ]
    change(&log)
    return try Handout(of: notebook, log: log)
  }

  @Test("are the student's notebook, line by line") func text() throws {
    #expect(
      try Self.handout().notebook.source.text == """
        ---
        title: Sums
        subtitle: "No # comment"
        seed: 9
        params:
          rate: 0.5
        ---



        ```{swift}
        //| error: true
        //| label: fig-x
        let x = 2
        // your code here
        x
        ```

        ::: {.exercise #exr-sum points=2}
        What  is it?  See the solution, and the solution.
        :::

        ```{swift}
        // your code here
        // answer("sum", …)
        // answer("grid", …)
        ```

        It becomes \\_\\_\\_\\_\\_\\_\\_\\_ from `{swift} x`.

        ```{swift}
        //| error: true
        print(y)
        ```


        """)
  }

  @Test("show blanks of the answers' shapes, and nothing that depends on a solution") func log()
    throws
  {
    let log = try Self.handout().log
    #expect(log.outputs[0] == [.withheld])
    #expect(
      log.outputs[1] == [.blank(name: "sum", shape: []), .blank(name: "grid", shape: [2, 3])])
    #expect(log.outputs[2] == [.withheld])
    #expect(log.inlineValues == [0: "2"])
    #expect(log.answers.isEmpty && log.mistakes.isEmpty)
  }

  @Test("show only what a run without the solutions brings forth as well") func confirmed() throws {
    let handout = try Self.handout { $0.outputs[0] = [.printed("2\n")] }
    var run = ExecutionLog()
    run.outputs = [1: [.printed("other\n")]]
    run.inlineValues = [0: "3"]
    let confirmed = handout.confirmed(by: run).log
    #expect(confirmed.inlineValues.isEmpty)
    #expect(confirmed.outputs[1] == handout.log.outputs[1])
    run.inlineValues = [0: "2"]
    #expect(handout.confirmed(by: run).log.inlineValues == [0: "2"])
  }

  @Test("leave out an output that names alone do not tell from a solution's") func unconfirmed()
    throws
  {
    let text = """
      ```{swift}
      struct Model { func value() -> Int { weight } }
      var weight = 0
      ```

      ::: {.solution}
      ```{swift}
      weight = 732
      ```
      :::

      ```{swift}
      Model().value()
      ```

      """
    let handout = try Self.handout(text) { log in
      log = ExecutionLog()
      log.outputs = [2: [.printed("732\n")]]
    }
    var run = ExecutionLog()
    run.outputs = [1: [.printed("0\n")]]
    #expect(handout.confirmed(by: run).log.outputs[1] == [.withheld])
  }

  @Test("show errors in the words of the run without the solutions, whose lines are its own")
  func errors() throws {
    let text = """
      ::: {.solution}
      ```{swift}
      let y = 42
      ```
      :::

      ```{swift}
      //| error: true
      fail()
      ```

      """
    func message(_ line: Int, _ words: String) -> CellOutput {
      let gutter = String(repeating: " ", count: "\(line)".count)
      return .failure(
        "sums.nb:\(line):1: error: \(words)\n \(line) | fail()\n \(gutter) | ^\n")
    }
    let handout = try Self.handout(text, seed: 0) { log in
      log = ExecutionLog()
      log.outputs = [1: [.printed("before\n"), message(109, "the cell ended")]]
    }
    var run = ExecutionLog()
    run.outputs = [0: [.printed("before\n"), message(3, "the cell ended")]]
    #expect(handout.confirmed(by: run).log.outputs == run.outputs)
    run.outputs = [0: [.printed("before\n"), message(3, "the cell ended with 41")]]
    #expect(handout.confirmed(by: run).log.outputs == [0: [.withheld]])
  }

  @Test("fail where the salt would be shown") func salt() {
    let text = Self.lesson.replacing("It becomes", with: "Not seventeen white mice:")
    let error = #expect(throws: Diagnostic.self) { try Self.handout(text) }
    #expect(error?.message == "the handout would show the salt")
  }

  @Test("fail where nothing is left") func empty() {
    let text = "::: {.solution}\nAll.\n:::\n"
    let error = #expect(throws: Diagnostic.self) { try Self.handout(text, seed: 0) }
    #expect(error?.message.hasPrefix("without its solutions this is no notebook") == true)
  }

  @Test("hold no footnote, address or mistake that only solutions speak of") func remains() throws {
    let text = """
      Text[^c], and [a page].

      ```{swift}
      let x = 1
      commonMistake("x", "the sign", -x)
      commonMistake(
        "x", "twice", 2 * x)
      print(x)
      ```

      ::: {.solution}
      See[^a] and [the paper].
      :::

      [^b]: Second secret.
      [^a]: First secret, see[^b].
      [^c]: Public.

      [the paper]: https://example.org/secret
      [a page]: https://example.org/public

      """
    let student = try Self.handout(text) { $0 = ExecutionLog() }.notebook.source.text
    #expect(!student.contains("secret") && !student.contains("commonMistake"))
    #expect(!student.contains("twice"))
    #expect(student.contains("Public.") && student.contains("example.org/public"))
    #expect(student.contains("let x = 1\nprint(x)\n"))
  }

  @Test("keep what stands on a line beside a mistake") func mistakesOnLines() throws {
    let text = """
      ```{swift}
      let x = 1
      answer("x", x); commonMistake("x", "the sign", -x)  // the secret
      commonMistake("x", "twice", 2 * x); print(x)
      print(1); commonMistake("x", "half",
        x / 2); print(2)
      ```

      > ```{swift}
      > print(3); commonMistake("x", "secret", 7)
      > commonMistake("x", "secret", 8)
      > ```

      """
    let student = try Self.handout(text, seed: 0) { $0 = ExecutionLog() }.notebook.source.text
    #expect(
      student == """
        ```{swift}
        //| error: true
        let x = 1
        answer("x", x)
        print(x)
        print(1); print(2)
        ```

        > ```{swift}
        > print(3)
        > ```

        """)
  }

  @Test(
    "fail where a mistake cannot be told from the rest",
    arguments: [
      "for k in [2.0] { commonMistake(\"x\", \"twice\", k) }",
      "func wrong() { commonMistake(\"x\", \"twice\", 2) }",
    ])
  func nestedMistake(code: String) {
    let error = #expect(throws: Diagnostic.self) {
      try Self.handout("```{swift}\nlet a = 1\n\(code)\n```\n") { $0 = ExecutionLog() }
    }
    #expect(error?.message == "a handout would show this common mistake")
    #expect(error?.position == SourcePosition(line: 3, column: 1))
  }

  @Test("of solutions in lists and quotes stay lists and quotes") func nested() throws {
    let text = """
      1. Compute.

         ::: {.solution}
         ```{swift}
         answer("a", 1)
         ```
         :::

      2. Next.

      > ::: {.solution}
      > Words.
      > :::
      >
      > End.

      """
    let student = try Self.handout(text) { log in
      log.outputs = [
        0: [.answer(name: "a", MIMEBundle([.init(type: "text/plain", content: "1")]))]
      ]
      log.answers = [.init(name: "a", json: "1")]
    }
    #expect(student.notebook.cells.count == 1)
    #expect(student.log.outputs[0] == [.blank(name: "a", shape: [])])
    #expect(!student.notebook.source.text.contains("Words"))
    #expect(student.notebook.source.text.contains("   ```{swift}\n   // your code here\n"))
  }

  @Test("of solutions that are code to write leave a cell for it") func toWrite() throws {
    func exercise(_ inside: String) -> String {
      """
      :::: {.exercise points=2}
      ## Write it
      \(inside)
      ::: {.solution}
      Words.

      ```{swift}
      func twice(_ x: Int) -> Int { 2 * x }
      ```
      :::
      ::::

      """
    }
    let student = try Self.handout(exercise(""))
    #expect(student.notebook.source.text.contains("```{swift}\n// your code here\n```\n"))
    #expect(student.notebook.cells.map(\.isToWrite) == [true])
    #expect(student.notebook.cells.map(\.options.echo) == [true])
    #expect(student.mayFail(0))
    // Words are asked for, or code to complete, or the solution only computes what its words show.
    let others = [
      exercise("```{answer}\n```\n"),
      exercise("```{swift}\n// BEGIN SOLUTION\nlet a = 1\n// END SOLUTION\n```\n"),
      exercise("").replacing("{swift}\nfunc", with: "{swift}\n//| echo: false\nfunc"),
      exercise("").replacing("{.exercise points=2}", with: "{.callout-note}"),
    ]
    for text in others {
      #expect(!(try Self.handout(text)).notebook.cells.contains(where: \.isToWrite))
    }
  }

  @Test("without front matter keep their first line") func noFrontMatter() throws {
    for text in ["# Title #1\n\nText.\n", "::: {.callout-note #nte-a}\nText.\n:::\n"] {
      #expect(try Self.handout(text, seed: 0).notebook.source.text == text)
    }
  }

  @Test("number things as the lesson does") func numbers() throws {
    let text = """
      ::: {.solution}
      ```{swift}
      //| label: fig-hidden
      1
      ```

      $$
      x
      $$ {#eq-hidden}
      :::

      ```{swift}
      //| label: fig-shown
      2
      ```

      $$
      y
      $$ {#eq-shown}

      """
    let notebook = try Self.handout(text, seed: 0).notebook
    #expect(notebook.targets["fig-shown"]?.number == "2")
    #expect(notebook.targets["fig-hidden"] == nil)
    let formulas = notebook.blocks.compactMap { block in
      if case .displayMath(let formula) = block { formula.number } else { nil }
    }
    #expect(formulas == ["2"])
  }
}
