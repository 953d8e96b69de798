/// The mixing of seeds into well-spread starting states, as NumPy's `SeedSequence`.
///
/// It is O'Neill's `seed_seq_fe` with a pool of four 32-bit words:
/// https://www.pcg-random.org/posts/developing-a-seed_seq-alternative.html (2015).
public struct SeedSequence: Hashable, Sendable {
  /// The four words into which the seed was mixed.
  public private(set) var pool: [UInt32]

  /// The sequence of `SeedSequence(seed)`.
  ///
  /// - Precondition: The seed is not negative.
  public init(_ seed: Int) { self.init([seed]) }

  /// The sequence of `SeedSequence(list)`.
  ///
  /// - Precondition: No number is negative.
  public init(_ seeds: [Int]) {
    var words: [UInt32] = []
    for seed in seeds {
      require(seed >= 0, "SeedSequence: seed \(seed) is negative")
      words.append(UInt32(truncatingIfNeeded: seed))
      if seed >> 32 != 0 { words.append(UInt32(truncatingIfNeeded: seed >> 32)) }
    }
    var hash = Hash(constant: 0x43b0_d7e5, factor: 0x931e_8875)
    pool = (0..<4).map { hash.mixed($0 < words.count ? words[$0] : 0) }
    for source in 0..<4 {
      for target in 0..<4 where target != source { mix(hash.mixed(pool[source]), into: target) }
    }
    for word in words.dropFirst(4) {
      for target in 0..<4 { mix(hash.mixed(word), into: target) }
    }
  }

  /// Words of a starting state, as `generate_state(count)`.
  public func words(_ count: Int) -> [UInt32] {
    var hash = Hash(constant: 0x8b51_f9dd, factor: 0x58f3_8ded)
    return (0..<count).map { hash.mixed(pool[$0 % 4]) }
  }

  private mutating func mix(_ word: UInt32, into target: Int) {
    let sum = 0xca01_f9dd &* pool[target] &- 0x4973_f715 &* word
    pool[target] = sum ^ (sum >> 16)
  }
}

/// A hash whose constant changes with every word.
private struct Hash {
  var constant: UInt32
  let factor: UInt32

  mutating func mixed(_ word: UInt32) -> UInt32 {
    var result = word ^ constant
    constant &*= factor
    result &*= constant
    return result ^ (result >> 16)
  }
}
