import CellEvents
import Diagnostics
import Engine
import NotebookFormat
import Testing

@Suite("Parameters of handouts") struct HandoutParametersTests {
  @Test(
    "have the seed and the parameters of the run, however they are written",
    arguments: [
      ("params: {n: 3, m: 4}", "params: {n: 5, m: 4}"),
      ("params:\n  n: 3 # a comment\n  m: 4", "params:\n  n: 5\n  m: 4"),
      ("\"seed\": 3\nparams:\n  \"n\" : 3", "\"seed\": 9\nparams:\n  \"n\" : 5"),
      ("seed : 3", "seed : 9"),
      ("params:\n  n: |\n    a\n    b\n  m: 2", "params:\n  n: \"é\"\n  m: 2"),
      ("params:\n  n: 'ü\n    b'\nseed: 1", "params:\n  n: \"é\"\nseed: 9"),
    ])
  func parameters(written: String, expected: String) throws {
    let text = "---\n\(written)\n---\n\nText.\n"
    var notebook = try NotebookReader().read(SourceText(name: "x.nb", text: text))
    if written.contains("seed") { notebook.frontMatter.seed = 9 }
    for index in notebook.frontMatter.parameters.indices {
      switch notebook.frontMatter.parameters[index].value {
      case .integer(3): notebook.frontMatter.parameters[index].value = .integer(5)
      case .text: notebook.frontMatter.parameters[index].value = .text("é")
      default: break
      }
    }
    let student = try Handout(of: notebook, log: ExecutionLog()).notebook
    #expect(student.source.text == "---\n\(expected)\n---\n\nText.\n")
  }
}
