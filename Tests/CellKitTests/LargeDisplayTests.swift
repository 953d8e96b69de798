import CNNCore
import Testing

@testable import CellKit

@Suite("Displays of large values") struct LargeDisplayTests {
  private func sizes<Value>(of value: Value) -> [String: Int] {
    let items = bundle(for: value, title: nil).items
    return Dictionary(uniqueKeysWithValues: items.map { ($0.type, $0.content.utf8.count) })
  }

  @Test("a matrix of a million numbers is drawn coarser and leaves its numbers to the answers")
  func million() {
    var random = NumPyRandom(seed: 1)
    let sizes = sizes(of: random.uniform(low: -1, high: 1, shape: [1000, 1000]))
    #expect(Set(sizes.keys) == ["text/plain", "image/svg+xml", "text/html"])
    #expect(sizes.values.reduce(0, +) < 600_000)
  }

  @Test("a matrix that a page has room for comes with its numbers")
  func hundred() {
    #expect(sizes(of: Tensor.ones(10, 10)).keys.contains("application/json"))
  }
}
