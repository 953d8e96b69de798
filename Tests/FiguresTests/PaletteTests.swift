import Foundation
import Testing

@testable import Figures

@Suite struct PaletteTests {
  /// The relative luminance of `#rrggbb` or `#rgb` (WCAG 2.2).
  private func luminance(_ color: String) -> Double {
    var digits = color.dropFirst().map { Double($0.hexDigitValue ?? 0) }
    if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
    let channels = stride(from: 0, to: 6, by: 2).map { index in
      let value = (digits[index] * 16 + digits[index + 1]) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }

  private func contrast(_ a: String, _ b: String) -> Double {
    let (x, y) = (luminance(a), luminance(b))
    return (max(x, y) + 0.05) / (min(x, y) + 0.05)
  }

  @Test("text is readable on every level in both themes", arguments: [Palette.light, Palette.dark])
  func contrasts(colors: Palette.Colors) throws {
    for letter in ["p", "n", "g"] {
      for level in 1...Palette.levels {
        let ink = level < Palette.firstStrongLevel ? "ink" : "strong"
        let ratio = try contrast(#require(colors["\(letter)\(level)"]), #require(colors[ink]))
        #expect(ratio >= 4.5, "\(letter)\(level): \(ratio)")
      }
    }
    for name in ["ink", "muted"] {
      #expect(try contrast(#require(colors[name]), #require(colors["surface"])) >= 4.5)
    }
  }

  @Test("each level is darker than the one before it, or lighter in the dark theme")
  func levelsAreInOrder() throws {
    for (colors, sign) in [(Palette.light, -1.0), (Palette.dark, 1.0)] {
      for letter in ["p", "n", "g"] {
        let steps = try (1...Palette.levels).map {
          sign * luminance(try #require(colors["\(letter)\($0)"]))
        }
        #expect(steps == steps.sorted())
      }
    }
  }
}
