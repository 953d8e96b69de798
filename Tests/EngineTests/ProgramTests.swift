import Diagnostics
import NotebookFormat
import Testing

@testable import Engine

@Suite struct ProgramTests {
  @Test("lines that are indented unevenly keep their columns, those of a text its content")
  func unevenIndentation() throws {
    func program(_ code: String) throws -> String {
      let notebook = try NotebookReader().read(
        SourceText(name: "x.nb", text: "   ```{swift}\n\(code)\n   ```\n"))
      let cells = notebook.cells.map(CellState.init)
      #expect(cells[0].cell.position(ofByte: 10) == SourcePosition(line: 3, column: 2))
      #expect(cells[0].cell.byte(at: SourcePosition(line: 3, column: 2)) == 10)
      return Program(notebook: notebook, cells: cells, isValueLeftOut: { _ in false }).sources[0]
    }
    #expect(try program("   let x = 5\n let y = 6").contains("\n   let x = 5\n"))
    #expect(try program("   let x = 5\n let y = 6").contains("\n let y = 6\n"))
    let notebook = try NotebookReader().read(
      SourceText(name: "x.nb", text: "   ```{swift}\n   let x = \"\"\"\n a\n   \"\"\"\n   ```\n"))
    let text = Program(
      notebook: notebook, cells: notebook.cells.map(CellState.init), isValueLeftOut: { _ in false }
    ).sources[0]
    #expect(text.contains("\n   let x = \"\"\"\n   a\n   \"\"\"\n"))
  }

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
      program.sources[0] == """
        import CNNCore
        import CellKit
        import Figures
        let seed = CellRuntime.parameter("seed", as: Int.self)
        let rate = CellRuntime.parameter("rate", as: Double.self)
        #sourceLocation(file: "a \\"b\\".nb", line: 8)
        let x = 1
        #sourceLocation()
        func nbrun_cell0() throws {
        CellRuntime.start(0)
        _ = x
        #sourceLocation(file: "a \\"b\\".nb", line: 9)
        CellRuntime.display(
        x + 1
        )
        #sourceLocation()
        CellRuntime.end(0)
        }
        func nbrun_value0() throws {
        #sourceLocation(file: "a \\"b\\".nb", line: 12)
        CellRuntime.inlineValue(0,
                           x
        , digits: 2)
        #sourceLocation()
        }
        func nbrun_cell1() throws {
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
        CellRuntime.finish()
        }
        }

        """)
  }

  @Test("an initializer that can throw is computed in a closure")
  func throwingInitializer() throws {
    let source = try program(of: "let x: [Int] = try f(1)").sources[0]
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
        func nbrun_cell0() throws {
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
      program.sources[0].contains(
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
        CellRuntime.finish()

        """))
  }

  @Test("a long program is two files of about the same length")
  func twoFiles() throws {
    let cells = (0..<40).map { "let x\($0) = \($0) + \(String(repeating: "1", count: 30))" }
    func sources(_ cells: [String], mayHaveTwoFiles: Bool = true) throws -> [String] {
      let text = cells.map { "```{swift}\n\($0)\n```\n" }.joined(separator: "\n")
      let notebook = try NotebookReader().read(SourceText(name: "a.nb", text: text))
      return Program(
        notebook: notebook, cells: notebook.cells.map(CellState.init),
        mayHaveTwoFiles: mayHaveTwoFiles, isValueLeftOut: { _ in false }
      ).sources
    }
    let two = try sources(cells)
    #expect(two.count == 2)
    #expect(two[0].contains("let x19 =") && !two[0].contains("let x21 ="))
    #expect(two[1].hasPrefix("import CNNCore\nimport CellKit\nimport Figures\n#sourceLocation"))
    #expect(two[1].contains("let x39 =") && !two[1].contains("@main"))
    #expect(two[0].contains("try nbrun_cell0()\n") && two[0].contains("try nbrun_cell39()\n"))
    #expect(try sources(cells, mayHaveTwoFiles: false).count == 1)
    #expect(try sources(Array(cells.prefix(5))).count == 1)
    #expect(try sources(cells + ["import Foundation"]).count == 1)
    #expect(try sources(cells + ["private let secret = 1"]).count == 1)
    #expect(try sources(cells + ["guard x0 == 0 else { fatalError() }"]).count == 1)
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
        """, about: ["lesson.nb", "a", "a:b.nb"])
    #expect(messages.map(\.text) == ["cannot find 'x' in scope", "variable was never used"])
    #expect(messages.map(\.file) == ["lesson.nb", "a:b.nb"])
    #expect(messages[0].position == SourcePosition(line: 3, column: 7))
    #expect(messages[0].notes.map(\.text) == ["did you mean 'z'?"])
    #expect(messages[1].severity == .warning)
  }

  @Test("source that the compiler quotes is no message, and a message may quote one")
  func quotedMessages() {
    let messages = CompilerMessage.messages(
      in: """
        lesson.nb:3:7: warning: 's' was never used; it is "x: error: y"
        let s = "a:1:1: error: boom"
            ^
        let s = "lesson.nb:1:1: error: boom"
        /tmp/main.swift:1:5: note: of the program
        <unknown>:0: error: elsewhere
        """, about: ["lesson.nb", "/tmp/main.swift"])
    #expect(messages.map(\.text) == ["'s' was never used; it is \"x: error: y\""])
    #expect(messages.map(\.severity) == [.warning])
    #expect(messages[0].notes.map(\.file) == ["/tmp/main.swift"])
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
