import Platform
import Testing

@Suite("hasBytes(of:)")
struct StringSearchTests {
  @Test(
    "finds a text where it stands",
    arguments: [
      ("a ![picture](b.png)", "![", true), ("a ! [picture]", "![", false), ("", "![", false),
      ("ends in é", "é", true), ("a", "", true), ("", "", true),
    ])
  func findsAText(text: String, part: String, isThere: Bool) {
    #expect(text.hasBytes(of: part) == isThere)
  }
}
