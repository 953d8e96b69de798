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
    #expect(!program.isScript)
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
        let seed = CellRuntime.parameter("seed", as: Int.self)
        let rate = CellRuntime.parameter("rate", as: Double.self)
        #sourceLocation(file: "a \\"b\\".nb", line: 8)
        let x = 1
        #sourceLocation()
        private func nbrun_cell0() throws {
        CellRuntime.start(0)
        _ = x
        #sourceLocation(file: "a \\"b\\".nb", line: 9)
        CellRuntime.display(
        x + 1
        )
        #sourceLocation()
        CellRuntime.end(0)
        }
        private func nbrun_value0() throws {
        #sourceLocation(file: "a \\"b\\".nb", line: 12)
        CellRuntime.inlineValue(0,
                           x
        , digits: 2)
        #sourceLocation()
        }
        private func nbrun_cell1() throws {
        CellRuntime.start(1)
        #sourceLocation(file: "a \\"b\\".nb", line: 15)
        CellRuntime.display(
          print(x)
        )
        #sourceLocation()
        CellRuntime.end(1)
        }
        @main private struct NotebookProgram {
        static func main() throws {
        CellRuntime.begin()
        try nbrun_cell0()
        try nbrun_value0()
        try nbrun_cell1()
        }
        }

        """)
  }

  @Test("an initializer that can throw is computed in a closure")
  func throwingInitializer() throws {
    let source = try program(of: "let x: [Int] = try f(1)").source
    #expect(
      source.contains(
        """
        #sourceLocation(file: "a.nb", line: 2)
        let x: [Int] =\(" ")
        CellRuntime.value {
        #sourceLocation(file: "a.nb", line: 2)
                       try f(1)
        #sourceLocation()
        }
        private func nbrun_cell0() throws {
        CellRuntime.start(0)
        _ = x
        CellRuntime.end(0)
        }

        """))
  }

  @Test("a statement that only a script can hold makes a script")
  func script() throws {
    let program = try program(of: "let x = 1\nguard x > 0 else { fatalError() }\nx")
    #expect(program.isScript)
    #expect(
      program.source.contains(
        """
        CellRuntime.begin()
        CellRuntime.start(0)
        #sourceLocation(file: "a.nb", line: 2)
        let x = 1
        guard x > 0 else { fatalError() }

        #sourceLocation()
        #sourceLocation(file: "a.nb", line: 3)
        CellRuntime.display(
        x
        )
        #sourceLocation()
        CellRuntime.end(0)

        """))
  }

  private func program(of code: String) throws -> Program {
    let notebook = try NotebookReader().read(
      SourceText(name: "a.nb", text: "```{swift}\n\(code)\n```\n"))
    return Program(
      notebook: notebook, cells: notebook.cells.map(CellState.init), isValueLeftOut: { _ in false })
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
