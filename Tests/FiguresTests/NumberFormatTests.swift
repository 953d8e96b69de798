import Figures
import Foundation
import Testing

@Suite struct NumberFormatTests {
  private enum Part: Decodable {
    case number(Double)
    case text(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else {
        self = .text(try container.decode(String.self))
      }
    }
  }

  @Test("fixed digits are rounded as Python rounds them, by the exact decimal value")
  func fixedDigits() throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("python-formats.json")
    let rows = try JSONDecoder().decode([[Part]].self, from: Data(contentsOf: path))
    #expect(rows.count > 400)
    for row in rows {
      guard case .number(let value) = row[0], case .number(let digits) = row[1],
        case .text(let expected) = row[2]
      else { continue }
      let text = NumberFormat.fixed(Int(digits)).ascii.string(value)
      let isZero = expected.allSatisfy { "-0.".contains($0) }
      #expect(text == expected || isZero && "-" + text == expected, "\(value) \(digits)")
    }
  }

  @Test func shortestForms() {
    #expect(NumberFormat.shortest.ascii.string(0.1) == "0.1")
    #expect(NumberFormat.shortest.string(-2) == "−2")
    #expect(NumberFormat.shortest.ascii.string(1e-5) == "1e-05")
    #expect(NumberFormat.shortest.string(Double.nan) == "NaN")
    #expect(NumberFormat.shortest.string(-Double.infinity) == "−∞")
  }
}
