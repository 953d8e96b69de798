import Diagnostics
import NotebookFormat
import Testing

@Suite("Rule 1: the text")
struct Rule01TextTests {
  private func decode(_ bytes: [UInt8]) -> String {
    do {
      return try NotebookReader.text(of: bytes, name: "x.nb").text
    } catch {
      return (error as? NotebookErrors)?.diagnostics.map(\.summary).joined() ?? "\(error)"
    }
  }

  @Test("is UTF-8, with or without a byte order mark")
  func decoding() {
    #expect(decode(Array("größer".utf8)) == "größer")
    #expect(decode([0xEF, 0xBB, 0xBF] + Array("a".utf8)) == "a")
  }

  @Test(
    "tells the place of the first byte that is none",
    arguments: [
      ([0xFF], "1:1: the notebook is not UTF-8: byte 0xFF"),
      (Array("ä\nbc".utf8) + [0xC3, 0x28], "2:3: the notebook is not UTF-8: byte 0xC3"),
      (Array("a\n\n".utf8) + [0xE4, 0x0A], "3:1: the notebook is not UTF-8: byte 0xE4"),
      (Array("ab".utf8) + [0xC3], "1:3: the notebook is not UTF-8: byte 0xC3"),
      ([0xEF, 0xBB, 0xBF, 0x61, 0x80], "1:2: the notebook is not UTF-8: byte 0x80"),
    ] as [([UInt8], String)])
  func invalid(bytes: [UInt8], message: String) {
    #expect(decode(bytes) == message + " (Save it as UTF-8, or convert it with 'iconv'.)")
  }

  @Test("holds no zero byte")
  func zero() {
    #expect(decode([0x61, 0x0A, 0x62, 0]) == "2:2: the notebook holds a zero byte: it is no text")
  }

  @Test("is not empty", arguments: ["", "\n \n\t\n"])
  func empty(text: String) {
    #expect(
      problems(text) == ["the notebook is empty ('nbrun new NAME' writes one to begin with.)"])
  }

  @Test("reads the same with any line endings", arguments: ["\r\n", "\r"])
  func lineEndings(ending: String) throws {
    let text = """
      ---
      title: T
      ---

      Text $a$
      more.

      ```{swift}
      //| echo: false
      let x = 1

      x
      ```
      """
    let other = text.replacing("\n", with: ending)
    #expect(NotebookDump(try read(other)).text == NotebookDump(try read(text)).text)
  }
}
