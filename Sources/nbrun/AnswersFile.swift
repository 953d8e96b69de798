import CellEvents
import NotebookFormat

/// The recorded answers as JSON, each on a line of its own, in the order of recording; `student` is there
/// for a student's own sheet.
///
///     {
///       "notebook": "square-vs-noise.nb",
///       "student": "s01",
///       "seed": 42,
///       "parameters": {"epochs": 20},
///       "answers": {
///         "z1": [[0.5, …], …]
///       }
///     }
struct AnswersFile {
  let notebook: Notebook
  let log: ExecutionLog
  var student: String?

  /// The text of the file.
  var json: String {
    let parameters = notebook.frontMatter.parameters.map {
      "\(quoted($0.name)): \(json($0.value))"
    }
    let answers = log.answers.map { "    \(quoted($0.name)): \($0.json)" }
    var lines = ["{"]
    lines.append("  \"notebook\": \(quoted(notebook.source.name)),")
    if let student { lines.append("  \"student\": \(quoted(student)),") }
    lines.append("  \"seed\": \(notebook.frontMatter.seed),")
    lines.append("  \"parameters\": {\(parameters.joined(separator: ", "))},")
    lines.append("  \"answers\": {")
    if !answers.isEmpty { lines.append(answers.joined(separator: ",\n")) }
    return lines.joined(separator: "\n") + "\n  }\n}\n"
  }

  private func json(_ value: ParameterValue) -> String {
    switch value {
    case .integer(let value): String(value)
    case .number(let value): "\(value)"
    case .boolean(let value): String(value)
    case .text(let value): quoted(value)
    }
  }

  private func quoted(_ text: String) -> String { JSONString.quoted(text) }
}
