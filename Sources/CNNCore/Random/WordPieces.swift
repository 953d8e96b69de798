/// Cuts 32-bit words into bytes, halves or bits, the lowest first, as NumPy does for small integers.
///
/// What is left of the last word is dropped at the end of a call.
struct WordPieces {
  private var word: UInt32 = 0
  private var remaining = 0

  /// The next `bits` bits, a divisor of 32; `draw` yields a new word where the last is used up.
  mutating func next(bits: Int, _ draw: () -> UInt32) -> UInt32 {
    if remaining == 0 {
      word = draw()
      remaining = 32
    } else {
      word >>= UInt32(bits)
    }
    remaining -= bits
    return bits == 32 ? word : word & (1 << UInt32(bits) - 1)
  }
}
