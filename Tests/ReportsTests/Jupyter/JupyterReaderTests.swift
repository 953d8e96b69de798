import Diagnostics
import Foundation
import Testing

@testable import Reports

@Suite struct JupyterReaderTests {
  private func notebook(_ cells: [[String: String]]) throws -> String {
    let json: [String: Any] = [
      "metadata": ["kernelspec": ["language": "python"]],
      "cells": cells.map { cell in
        ["cell_type": cell["type"]!, "metadata": [String: String](), "source": cell["source"]!]
      },
    ]
    let bytes = Array(try JSONSerialization.data(withJSONObject: json))
    return try JupyterReader(folder: "files").read(bytes, name: "a.ipynb").text
  }

  @Test("what only this program's notebooks mean shows as it did") func escaping() throws {
    let text = try notebook([
      [
        "type": "markdown",
        "source": "Jupyter shows `{swift} 6 * 7` and @fig-y.\n\n::: {.solution}\nx[^1]\n",
      ],
      ["type": "markdown", "source": "```{swift}\nprint(1)\n```"],
    ])
    #expect(
      text == """
        Jupyter shows ` {swift} 6 * 7 ` and \\@fig-y.

        \\::: {.solution}
        x\\[^1]

        ```swift
        print(1)
        ```

        """)
  }

  @Test("front matter is what the first cell has, others are shown") func frontMatter() throws {
    let front = "---\ntitle: A {#x}\n---"
    for type in ["raw", "markdown"] {
      let text = try notebook([
        ["type": type, "source": "\(front)\n"], ["type": "raw", "source": "---\nfoo: bar\n---"],
      ])
      #expect(text == "\(front)\n\n```text\n---\nfoo: bar\n---\n```\n")
    }
  }

  @Test("a cell without metadata is one like others") func lenient() throws {
    let json = """
      {"nbformat": 4, "metadata": {}, "cells": [{"cell_type": "markdown", "source": "Text."}]}
      """
    #expect(try JupyterReader(folder: "files").read(Array(json.utf8), name: "a").text == "Text.\n")
  }

  @Test(
    "what is missing is told with its cell",
    arguments: [
      ("{", "it is no JSON"), ("{\"metadata\": {}}", "the notebook has no 'cells'"),
      (
        "{\"metadata\": {}, \"cells\": [{\"cell_type\": \"raw\"}]}", "cell 1 has no 'source'"
      ),
      (
        "{\"metadata\": {}, \"cells\": [{\"cell_type\": 3, \"source\": \"\"}]}",
        "'cell_type' of cell 1 is of another kind"
      ),
    ])
  func faults(json: String, sentence: String) {
    let error = #expect(throws: Diagnostic.self) {
      try JupyterReader(folder: "files").read(Array(json.utf8), name: "a.ipynb")
    }
    #expect(error?.message == "'a.ipynb' is no Jupyter notebook of version 4: \(sentence)")
  }
}
