/// The Mersenne Twister MT19937, which yields 32 random bits at a time.
///
/// Matsumoto and Nishimura, *Mersenne Twister* (1998), https://doi.org/10.1145/272991.272995, with
/// the seeding of 2002, as NumPy uses it.
struct MersenneTwister: Hashable, Sendable {
  private static let size = 624
  private static let middle = 397

  private(set) var state: [UInt32]
  private(set) var position: Int

  /// The state that a 32-bit number determines.
  init(seed: UInt32) {
    state = [seed]
    state.reserveCapacity(Self.size)
    for i in 1..<Self.size {
      let last = state[i - 1]
      state.append(1_812_433_253 &* (last ^ (last >> 30)) &+ UInt32(i))
    }
    position = Self.size
  }

  /// The state that a list of 32-bit numbers determines.
  ///
  /// - Precondition: The key is not empty.
  init(key: [UInt32]) {
    self.init(seed: 19_650_218)
    var i = 1
    var j = 0
    func mixed(_ factor: UInt32) -> UInt32 {
      state[i] ^ ((state[i - 1] ^ (state[i - 1] >> 30)) &* factor)
    }
    func advance() {
      i += 1
      if i == Self.size {
        state[0] = state[Self.size - 1]
        i = 1
      }
    }
    for _ in 0..<max(Self.size, key.count) {
      state[i] = mixed(1_664_525) &+ key[j] &+ UInt32(truncatingIfNeeded: j)
      advance()
      j = (j + 1) % key.count
    }
    for _ in 1..<Self.size {
      state[i] = mixed(1_566_083_941) &- UInt32(i)
      advance()
    }
    state[0] = 0x8000_0000
  }

  /// The next 32 random bits.
  mutating func next() -> UInt32 {
    if position == Self.size { renew() }
    var word = state[position]
    position += 1
    word ^= word >> 11
    word ^= (word << 7) & 0x9d2c_5680
    word ^= (word << 15) & 0xefc6_0000
    return word ^ (word >> 18)
  }

  private mutating func renew() {
    state.withUnsafeMutableBufferPointer { state in
      for i in 0..<Self.size {
        let next = i + 1 == Self.size ? 0 : i + 1
        let far = i + Self.middle < Self.size ? i + Self.middle : i + Self.middle - Self.size
        let joined = (state[i] & 0x8000_0000) | (state[next] & 0x7fff_ffff)
        state[i] = state[far] ^ (joined >> 1) ^ (joined & 1 == 0 ? 0 : 0x9908_b0df)
      }
    }
    position = 0
  }
}
