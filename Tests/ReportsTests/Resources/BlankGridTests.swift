import Testing

@testable import Reports

@Suite("Blanks for answers") struct BlankGridTests {
  @Test("have the answer's shape") func shapes() {
    #expect(BlankGrid.grids(of: []) == [])
    #expect(BlankGrid.grids(of: [3]) == [BlankGrid(title: nil, rows: 1, columns: 3)])
    #expect(BlankGrid.grids(of: [2, 3]) == [BlankGrid(title: nil, rows: 2, columns: 3)])
    #expect(BlankGrid.grids(of: [2, 1, 4, 4]).map(\.title) == ["[0, 0]", "[1, 0]"])
  }

  @Test("are lines where nobody would fill in so many") func large() {
    #expect(BlankGrid.grids(of: [20, 20]).count == 1)
    #expect(BlankGrid.grids(of: [20, 21]) == [])
    #expect(BlankGrid.grids(of: [0, 3]) == [])
    #expect(BlankGrid.grids(of: [Int.max, 2]) == [])
  }
}
