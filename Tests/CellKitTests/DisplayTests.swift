import CNNCore
import Testing

@testable import CellKit

@Suite("Displays") struct DisplayTests {
  /// The plain text of a value's display.
  private func text<Value>(_ value: Value, title: String? = nil, digits: Int? = nil) -> String? {
    bundle(for: value, title: title, digits: digits).items.first { $0.type == "text/plain" }?
      .content
  }

  @Test("a number has the shortest digits of its own type") func floats() {
    #expect(inlineText(of: Float(0.1), digits: nil) == "0.1")
    #expect(inlineText(of: Float?(0.1), digits: nil) == "0.1")
    #expect(inlineText(of: Tensor<Float>(0.1), digits: nil) == "0.1")
    #expect(inlineText(of: Float(0.1), digits: 12) == "0.100000001490")
    #expect(text(Float(0.1), title: "share") == "share = 0.1")
    #expect(text(0.1) == "0.1")
  }
}
