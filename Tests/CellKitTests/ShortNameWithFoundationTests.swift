import CNNCore
import CellKit
import Foundation
import Testing

/// What a cell may write that imports Foundation.
@Suite struct ShortNameWithFoundationTests {
  @Test func names() {
    let (x, y) = (2.5, Float(2.5))
    #expect(sqrt(2.25) == 1.5 && sqrt(4) == 2 && sqrt(x * x) == x && sqrt(y * y) == y)
    #expect(floor(x) == 2 && floor(y) == 2 && floor(-1) == -1)
    #expect(ceil(x) == 3 && ceil(y) == 3 && ceil(-0.5) == 0)
    #expect(round(x) == 3 && round(y) == 3 && round(-0.5) == -1)
    #expect([1.0, 4, 9].map(sqrt) == [1, 2, 3])
    #expect(sqrt(Tensor([1, 4])) == [1, 2])
  }
}
