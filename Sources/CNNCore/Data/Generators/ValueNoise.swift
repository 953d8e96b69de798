/// Smooth random functions of the plane: random numbers on a lattice, joined by polynomials.
///
/// Every number comes from whole-number arithmetic and plain products and sums, so that it has the
/// same bits everywhere. Source of the joining polynomial: K. Perlin, *Improving noise* (2002),
/// https://doi.org/10.1145/566654.566636.
struct ValueNoise {
  private let seed: UInt64

  init(seed: Int) { self.seed = UInt64(truncatingIfNeeded: seed) &* 0x9e37_79b9_7f4a_7c15 }

  /// A number from [0, 1) that changes over distances of about 1.
  func at(_ x: Double, _ y: Double) -> Double {
    let (column, row) = (x.rounded(.down), y.rounded(.down))
    let (i, j) = (Int(column), Int(row))
    let (s, t) = (eased(x - column), eased(y - row))
    let upper = corner(i, j) + s * (corner(i + 1, j) - corner(i, j))
    let lower = corner(i, j + 1) + s * (corner(i + 1, j + 1) - corner(i, j + 1))
    return upper + t * (lower - upper)
  }

  /// A number from [0, 1) with details down to distances of about 2^(1 − octaves).
  func rough(_ x: Double, _ y: Double, octaves: Int) -> Double {
    var (sum, weight, total, scale) = (0.0, 1.0, 0.0, 1.0)
    for octave in 0..<octaves {
      let shift = 17.3 * Double(octave)
      sum += weight * at(x * scale + shift, y * scale - shift)
      total += weight
      (weight, scale) = (weight / 2, scale * 2)
    }
    return sum / total
  }

  /// The random number of a lattice point, by the finalizer of SplitMix64: G. Steele and others,
  /// *Fast splittable pseudorandom number generators* (2014), https://doi.org/10.1145/2660193.2660195.
  func corner(_ i: Int, _ j: Int) -> Double {
    var z = seed &+ UInt64(truncatingIfNeeded: i) &* 0xd1b5_4a32_d192_ed03
    z = (z ^ (z >> 32)) &+ UInt64(truncatingIfNeeded: j) &* 0xabc9_8388_fb8f_ac03
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return Double((z ^ (z >> 31)) >> 11) * 0x1p-53
  }

  private func eased(_ t: Double) -> Double { t * t * t * (t * (t * 6 - 15) + 10) }
}

/// 0 below `low`, 1 above `high`, and a smooth passage between.
func smoothStep(_ low: Double, _ high: Double, _ x: Double) -> Double {
  let t = min(max((x - low) / (high - low), 0), 1)
  return t * t * (3 - 2 * t)
}
