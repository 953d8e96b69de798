import CellEvents
import Testing

@Suite struct JSONStringTests {
  @Test(
    "quotes, backslashes and control characters are escaped, all else stays",
    arguments: [
      ("", #""""#), ("a\"b\\c", #""a\"b\\c""#), ("a\nb\tc\rd", #""a\nb\tc\rd""#),
      ("\0\u{1F}\u{7F}é𝄞/", "\"\\u0000\\u001f\u{7F}é𝄞/\""),
    ])
  func quoted(text: String, json: String) {
    #expect(JSONString.quoted(text) == json)
  }
}
