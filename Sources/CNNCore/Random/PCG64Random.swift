/// The random numbers of NumPy's `np.random.default_rng(seed)`.
///
/// Every call draws what the call of the same name draws there, bit for bit, for single numbers and
/// for arrays, in any order of calls. In the rare tail of the normal and the exponential density
/// numbers go through a logarithm, where NumPy uses the C library's: they agree to 1 ulp.
///
///     var random = PCG64Random(seed: 42)
///     let x = random.uniform(low: -1, high: 1, shape: [6, 6])
///     let row = random.integers(low: 0, high: 3)
///
/// The generator is PCG-XSL-RR-128/64: O'Neill, *PCG: A family of simple fast space-efficient
/// statistically good algorithms for random number generation* (2014), https://www.pcg-random.org.
public struct PCG64Random: NumPyGenerator {
  /// The 128-bit state, as `bit_generator.state['state']['state']`.
  public private(set) var state: UInt128
  /// What is added at each step, as `bit_generator.state['state']['inc']`.
  public let increment: UInt128
  /// The upper half of the last 64 bits, if only the lower was used so far.
  private var spareWord: UInt32?

  /// The generator of `default_rng(seed)`.
  ///
  /// - Precondition: The seed is not negative.
  public init(seed: Int) { self.init(SeedSequence(seed)) }

  /// The generator of `default_rng(list)`.
  ///
  /// - Precondition: No number is negative.
  public init(seed: [Int]) { self.init(SeedSequence(seed)) }

  /// The generator of `default_rng(sequence)`.
  public init(_ sequence: SeedSequence) {
    let words = sequence.words(8).map { UInt128($0) }
    func number(_ first: Int) -> UInt128 {
      words[first + 1] << 96 | words[first] << 64 | words[first + 3] << 32 | words[first + 2]
    }
    increment = number(4) << 1 | 1
    state = 0
    step()
    state &+= number(0)
    step()
  }

  /// The next 64 random bits, as `bit_generator.random_raw()`.
  public mutating func next() -> UInt64 {
    step()
    let folded = UInt64(truncatingIfNeeded: state >> 64) ^ UInt64(truncatingIfNeeded: state)
    let turn = UInt64(truncatingIfNeeded: state >> 122)
    return folded >> turn | folded << ((64 &- turn) & 63)
  }

  /// The next 32 random bits: the lower half of 64 new ones, then the upper, whatever is drawn
  /// between.
  mutating func nextWord() -> UInt32 {
    if let spare = spareWord {
      spareWord = nil
      return spare
    }
    let bits = next()
    spareWord = UInt32(truncatingIfNeeded: bits >> 32)
    return UInt32(truncatingIfNeeded: bits)
  }

  private mutating func step() {
    state = state &* 0x2360_ed05_1fc6_5da4_4385_df64_9fcc_f645 &+ increment
  }
}

// MARK: - Uniform numbers

extension PCG64Random {
  /// A number from [0, 1) with 53 random bits, as `random()`.
  public mutating func random() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number from [0, 1) with 24 random bits, as `random(dtype=np.float32)`.
  public mutating func random(as type: Float.Type) -> Float { Float(nextWord() >> 8) * 0x1p-24 }

  /// Numbers from [0, 1) with 24 random bits, as `random(shape, dtype=np.float32)`.
  public mutating func random(shape: [Int], as type: Float.Type) -> Tensor<Float> {
    Tensor(unchecked: shape, (0..<elementCount(of: shape)).map { _ in random(as: type) })
  }
}
