/// The Mersenne Twister MT19937: 32 random bits at a time.
///
/// M. Matsumoto, T. Nishimura: Mersenne Twister. ACM TOMACS 8(1), 1998,
/// https://doi.org/10.1145/272991.272995
struct MersenneTwister: Hashable, Sendable {
  private static let size = 624
  private static let shift = 397

  private(set) var state: [UInt32]
  private var index = Self.size

  /// The generator that starts from one number.
  init(seed: UInt32) {
    state = [seed]
    state.reserveCapacity(Self.size)
    for i in 1..<Self.size {
      let previous = state[i - 1]
      state.append(1_812_433_253 &* (previous ^ (previous >> 30)) &+ UInt32(i))
    }
  }

  /// The generator that starts from several numbers.
  init(key: [UInt32]) {
    self.init(seed: 19_650_218)
    var i = 1
    var j = 0
    for _ in 0..<Swift.max(Self.size, key.count) {
      state[i] = (state[i] ^ mixed(i - 1, 1_664_525)) &+ key[j] &+ UInt32(j)
      i = advanced(i)
      j = j + 1 < key.count ? j + 1 : 0
    }
    for _ in 1..<Self.size {
      state[i] = (state[i] ^ mixed(i - 1, 1_566_083_941)) &- UInt32(i)
      i = advanced(i)
    }
    state[0] = 0x8000_0000
  }

  private func mixed(_ i: Int, _ factor: UInt32) -> UInt32 {
    (state[i] ^ (state[i] >> 30)) &* factor
  }

  private mutating func advanced(_ i: Int) -> Int {
    if i + 1 < Self.size { return i + 1 }
    state[0] = state[Self.size - 1]
    return 1
  }

  /// The next 32 bits.
  mutating func next() -> UInt32 {
    if index == Self.size { twist() }
    var y = state[index]
    index += 1
    y ^= y >> 11
    y ^= (y << 7) & 0x9D2C_5680
    y ^= (y << 15) & 0xEFC6_0000
    return y ^ (y >> 18)
  }

  private mutating func twist() {
    for i in 0..<Self.size {
      let next = state[i + 1 < Self.size ? i + 1 : 0]
      let y = (state[i] & 0x8000_0000) | (next & 0x7FFF_FFFF)
      let other = state[i + Self.shift < Self.size ? i + Self.shift : i + Self.shift - Self.size]
      state[i] = other ^ (y >> 1) ^ (y & 1 == 0 ? 0 : 0x9908_B0DF)
    }
    index = 0
  }
}
