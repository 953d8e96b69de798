import Testing

@testable import Reports

@Suite("An address in Markdown") struct AddressTests {
  @Test(
    "is replaced where it stands whole",
    arguments: [
      ("![x](attachment:a.png)", "![x](f/a.png)"),
      ("![x](attachment:a.png2)", "![x](attachment:a.png2)"),
      ("![x](attachment:a.png \"t\") attachment:a.png", "![x](f/a.png \"t\") f/a.png"),
      ("<img src='attachment:a.png'>", "<img src='f/a.png'>"), ("", ""),
    ])
  func whole(text: String, result: String) {
    #expect(text.replacing(address: "attachment:a.png", with: "f/a.png") == result)
  }
}
