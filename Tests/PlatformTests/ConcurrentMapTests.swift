import Platform
import Testing

@Suite("concurrentMap")
struct ConcurrentMapTests {
  @Test("keeps the order", arguments: [0, 1, 2, 3, 1_000])
  func keepsTheOrder(count: Int) {
    let numbers = Array(0..<count)
    #expect(numbers.concurrentMap { "\($0 * $0)" } == numbers.map { "\($0 * $0)" })
  }
}
