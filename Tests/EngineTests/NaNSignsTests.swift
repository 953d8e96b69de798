import Testing

@testable import Engine

@Suite("Signs of what is no number") struct NaNSignsTests {
  @Test(
    "are left out, but in words",
    arguments: [
      ("loss -nan, -nan", "loss nan, nan"), ("-nan", "nan"), ("[-nan -1.0]", "[nan -1.0]"),
      ("banana-nan", "banana-nan"), ("-nano", "-nano"), ("a -nan\n", "a nan\n"), ("none", "none"),
      ("x_-nan 3-nan", "x_-nan 3-nan"),
    ])
  func signs(text: String, expected: String) {
    #expect(text.withoutSignsOfNaN == expected)
  }
}
