import Foundation
import Testing

@testable import Reports

@Suite("JSON of Jupyter notebooks") struct JSONTextTests {
  @Test("escapes what JSON and nothing else escapes") func strings() throws {
    let text = "\"\\/\n\r\t\u{0}\u{1F}\u{7F}é𝔸\u{2028}"
    let written = JSONText.string(text).text
    #expect(try JSONDecoder().decode([String].self, from: Data("[\(written)]".utf8)) == [text])
    #expect(!written.dropLast().contains("\n"))
  }

  @Test("has sorted keys and an indented line for each item, as nbformat writes it") func layout() {
    let value = JSONText.object([
      "b": .array([.integer(1), .boolean(true), .null]), "a": .object([:]), "c": .array([]),
    ])
    #expect(
      value.text == """
        {
         "a": {},
         "b": [
          1,
          true,
          null
         ],
         "c": []
        }

        """)
  }

  @Test("texts are lists of lines that keep their line feeds") func lines() {
    #expect(JSONText.lines("a\nb").text == "[\n \"a\\n\",\n \"b\"\n]\n")
    #expect(JSONText.lines("").text == "[]\n")
  }
}
