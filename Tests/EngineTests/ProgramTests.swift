import Diagnostics
import NotebookFormat
import Testing

@testable import Engine

@Suite struct ProgramTests {
  @Test("every line keeps its number, in a list its column as well")
  func assembly() throws {
    let notebook = try NotebookReader().read(
      SourceText(
        name: "a \"b\".nb",
        text: """
          ---
          seed: 3
          params:
            rate: 0.5
          ---

          ```{swift}
          let x = 1

          x + 1
          ```

          The value `{swift} x, digits: 2`.

          - ```{swift}
            print(x)
            ```

          """))
    let program = Program(
      notebook: notebook, cells: notebook.cells.map(CellState.init), isValueLeftOut: { _ in false })
    #expect(
      program.source == """
        import CNNCore
        import CellKit
        import Figures
        func exp(_ x: Double) -> Double { Double.exp(x) }
        func log(_ x: Double) -> Double { Double.log(x) }
        func tanh(_ x: Double) -> Double { Double.tanh(x) }
        func exp2(_ x: Double) -> Double { Double.exp2(x) }
        func log2(_ x: Double) -> Double { Double.log2(x) }
        func log10(_ x: Double) -> Double { Double.log10(x) }
        func sin(_ x: Double) -> Double { Double.sin(x) }
        func cos(_ x: Double) -> Double { Double.cos(x) }
        func pow(_ x: Double, _ y: Double) -> Double { Double.pow(x, y) }
        CellRuntime.begin()
        let seed = CellRuntime.parameter("seed", as: Int.self)
        let rate = CellRuntime.parameter("rate", as: Double.self)
        CellRuntime.start(0)
        #sourceLocation(file: "a \\"b\\".nb", line: 8)
        let x = 1


        #sourceLocation()
        #sourceLocation(file: "a \\"b\\".nb", line: 9)
        CellRuntime.display(
        x + 1
        )
        #sourceLocation()
        CellRuntime.end(0)
        #sourceLocation(file: "a \\"b\\".nb", line: 12)
        CellRuntime.inlineValue(0,
                           x
        , digits: 2)
        #sourceLocation()
        CellRuntime.start(1)
        #sourceLocation(file: "a \\"b\\".nb", line: 15)
        CellRuntime.display(
          print(x)
        )
        #sourceLocation()
        CellRuntime.end(1)

        """)
  }
}

@Suite struct CompilerMessageTests {
  @Test func messagesAndTheirNotes() {
    let messages = CompilerMessage.messages(
      in: """
        lesson.nb:3:7: error: cannot find 'x' in scope
        let y = x
              ^
        lesson.nb:1:5: note: did you mean 'z'?
        a:b.nb:9:1: warning: variable was never used [#no-usage]
        """)
    #expect(messages.map(\.text) == ["cannot find 'x' in scope", "variable was never used"])
    #expect(messages.map(\.file) == ["lesson.nb", "a:b.nb"])
    #expect(messages[0].position == SourcePosition(line: 3, column: 7))
    #expect(messages[0].notes.map(\.text) == ["did you mean 'z'?"])
    #expect(messages[1].severity == .warning)
  }
}

@Suite struct SymbolizerTests {
  @Test func onlyTheNotebooksOwnFramesCount() {
    let symbolizer = Symbolizer(tool: "", fileName: "lesson.nb")
    let groups = symbolizer.frames(
      in: """
        f(_:)
        /lesson.nb:12:4

        main
        /other.swift:3:1

        main
        /lesson.nb:0:0

        main
        /lesson.nb:14:9

        """)
    #expect(groups.map(\.count) == [1, 0, 0, 1])
    #expect(groups[0].first?.position == SourcePosition(line: 12, column: 4))
  }
}
