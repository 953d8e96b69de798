import Testing

@testable import Reports

@Suite("Blanks for answers") struct AnswerBlankTests {
  private static func grids(_ shape: Int...) -> [BlankGrid]? {
    if case .grids(let grids) = AnswerBlank(shape: shape) { grids } else { nil }
  }

  @Test("have the answer's shape") func shapes() throws {
    #expect(AnswerBlank(shape: []) == .line)
    #expect(Self.grids(2, 3) == [BlankGrid(title: nil, rowLengths: [3, 3])])
    #expect(Self.grids(6, 6)?.map(\.rowLengths) == [[6, 6, 6, 6, 6, 6]])
    #expect(Self.grids(3, 1) == [BlankGrid(title: nil, rowLengths: [1, 1, 1])])
    #expect(Self.grids(2, 1, 3, 5)?.map(\.title) == ["[0, 0]", "[1, 0]"])
  }

  @Test(
    "of lists have rows that a page has room for",
    arguments: [
      (3, [3]), (10, [10]), (12, [6, 6]), (16, [8, 8]), (25, [9, 9, 7]), (30, [10, 10, 10]),
      (36, [9, 9, 9, 9]),
    ])
  func lists(count: Int, rowLengths: [Int]) {
    #expect(Self.grids(count) == [BlankGrid(title: nil, rowLengths: rowLengths, isList: true)])
    if count > 10 { #expect(Self.grids(count, 1) == Self.grids(count)) }
  }

  @Test(
    "are a word about the size where nobody would write so much down",
    arguments: [
      [41], [6, 7], [4, 5, 3], [3, 2, 8, 7], [2, 17], [Int.max, 2], [2, Int.max, 2],
    ])
  func large(shape: [Int]) {
    #expect(AnswerBlank(shape: shape) == .remark)
  }

  @Test("are a line where there is nothing to count") func empty() {
    #expect(AnswerBlank(shape: [0, 3]) == .line)
  }

  @Test("say the size in the document's language") func words() {
    let shape = [3, 2, 8, 7]
    #expect(
      Wording(language: "en").recorded(shape) == "3×2×8×7 numbers, recorded by the code")
    #expect(
      Wording(language: "de").recorded(shape) == "3×2×8×7 Zahlen, vom Code festgehalten")
  }
}
