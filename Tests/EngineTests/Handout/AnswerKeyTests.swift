import CellEvents
import Diagnostics
import Engine
import NotebookFormat
import Testing

@Suite("Answer keys") struct AnswerKeyTests {
  @Test("fold what is recorded unseen between the text, and show it in exercises") func unseen()
    throws
  {
    let cell = "```{swift}\n//| include: false\nanswer(\"a\", 1)\n```\n"
    let notebook = try NotebookReader().read(
      SourceText(
        name: "x.nb", text: "\(cell)\n::: {.exercise}\nWhat?\n\n\(cell):::\n\n```{swift}\n1\n```\n")
    )
    let answer = CellOutput.answer(
      name: "a", MIMEBundle([.init(type: "text/plain", content: "1")]))
    var log = ExecutionLog()
    log.outputs = [0: [.printed("x\n"), answer], 1: [answer], 2: [.printed("1\n")]]
    let key = AnswerKey(of: notebook, log: log)
    #expect(key.log.outputs == [0: [answer], 1: [answer], 2: [.printed("1\n")]])
    #expect(key.notebook.cells.map(\.options.include) == [nil, nil, nil])
    #expect(key.notebook.cells.map(\.options.echo) == [false, false, nil])
    #expect(key.notebook.cells.map(\.options.codeFold) == [true, nil, nil])
  }
}
