import SwiftCode
import Testing

@Suite("Code that is too much work") struct CodeNestingTests {
  private static func open(_ count: Int) -> String { String(repeating: "[", count: count) }

  private static let cases: [(code: String, place: Int?)] = [
    (open(60), 17),
    (open(16) + String(repeating: "]", count: 16), nil),
    ("\"\(open(60))\" // \(open(60))", nil),
    ("/* /* [ */ \(open(60)) */ [1]", nil),
    ("\"\"\"\n\"[\" \(open(60))\n\"\"\"\n[1]", nil),
    ("\"\\(\(open(60)))\"", 20),
    (String(repeating: "[[1, 2], [3, 4]],\n", count: 5000), nil),
    (String(repeating: "[[[[1]]]],\n", count: 10_000), 96_119),
  ]

  @Test("is told where it becomes that", arguments: cases)
  func excess(code: String, place: Int?) {
    #expect(CodeNesting(code).excess == place)
  }

  @Test("is told by its length") func length() {
    #expect(CodeNesting(String(repeating: " ", count: CodeNesting.longestCode)).excess == nil)
    #expect(CodeNesting(String(repeating: " ", count: 2 << 20)).excess == CodeNesting.longestCode)
  }
}
