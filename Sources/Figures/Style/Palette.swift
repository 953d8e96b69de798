/// The colors of figures, light and dark.
///
/// The ramps were computed in OKLCH (Björn Ottosson, "A perceptual color space for image
/// processing", 2020): lightness falls (in the dark theme: rises) evenly over the levels, so that
/// they are equally far apart to the eye and in grey print; blue and orange stay apart for the
/// color-blind. Up to level 9 text is in the `ink` color, from level 10 in the `strong` color, with a
/// contrast of at least 4.5:1 everywhere.
enum Palette {
  /// One theme's color for each name.
  typealias Colors = [String: String]

  /// How many levels a ramp has.
  static let levels = 16
  /// The first level whose text is in the `strong` color.
  static let firstStrongLevel = 10

  static let light = colors(
    base: [
      "surface": "fff", "ink": "14181d", "strong": "fff", "muted": "59636e", "line": "d8dee4",
      "zero": "f9fafb", "nan": "e7eaee", "hatch": "8b949e", "accent": "b3007a",
      "s1": "1d63b8", "s2": "b85400", "s3": "00795e", "s4": "8a3fb0", "s5": "a1245a",
      "s6": "4b5563",
    ],
    positive: """
      dcecf8 c6e0f4 b1d3f0 9dc7ec 88bae8 74ade4 60a0df 4c93da
      3885d6 2677ce 1d6ac1 145cb4 0b4fa7 03429a 00358c 00297d
      """,
    negative: """
      f8eadc f1dac4 ebcbad e5bb96 dfab7f d89a68 d28a51 cb7938
      c56818 b75a02 a74f03 984300 883900 792f00 692601 5a1d00
      """,
    gray: """
      f0f0f0 e2e2e2 d4d4d4 c5c5c5 b8b8b8 aaaaaa 9c9c9c 8f8f8f
      828282 757575 686868 5c5c5c 505050 444444 393939 2e2e2e
      """)

  static let dark = colors(
    base: [
      "surface": "14181d", "ink": "f6f8fa", "strong": "06080b", "muted": "a3adb8",
      "line": "333b45", "zero": "1a1f25", "nan": "2b323a", "hatch": "7d8894", "accent": "ff8ad8",
      "s1": "6cb2ff", "s2": "f0a04b", "s3": "3fc9a3", "s4": "c99bf0", "s5": "ff8fb0",
      "s6": "b5bfca",
    ],
    positive: """
      1e242e 222d3d 26364d 29405d 2b4a6e 2c557e 2b5f90 296ba1
      2376b2 1f82c2 298ecd 329ad7 3ba6e2 44b3ed 4dbff8 60cbff
      """,
    negative: """
      30231d 3f2a1f 4d301f 5c371f 6c3e1d 7b451a 8a4c13 9a5306
      a75d01 b46702 c17102 cd7c0b d7881e e2942c eca038 f7ad44
      """,
    gray: """
      232323 2c2c2c 353535 3f3f3f 484848 525252 5c5c5c 666666
      717171 7b7b7b 868686 919191 9c9c9c a7a7a7 b2b2b2 bebebe
      """)

  private static func colors(
    base: Colors, positive: String, negative: String, gray: String
  ) -> Colors {
    var result = base.mapValues { "#" + $0 }
    for (letter, ramp) in [("p", positive), ("n", negative), ("g", gray)] {
      for (index, color) in ramp.split(whereSeparator: \.isWhitespace).enumerated() {
        result["\(letter)\(index + 1)"] = "#" + color
      }
    }
    return result
  }
}
