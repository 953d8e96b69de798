/// The sum of `count` numbers by a fixed rule, the one of NumPy's `sum` over contiguous numbers.
///
/// Fewer than 8 numbers are added one after another. Up to 128 go to eight running sums, number `i`
/// to sum `i mod 8`, which are then added in pairs, and what does not fill a round of eight is
/// added last. More are split in two halves, the first a multiple of 8 long. The rounding error
/// grows with the logarithm of the count, and no machine's vector width changes a bit.
@inline(__always)
func pairwiseSum<Scalar: TensorScalar>(
  _ numbers: UnsafeBufferPointer<Scalar>, from start: Int = 0, step: Int = 1, count: Int
) -> Scalar {
  PairwiseSum(numbers: numbers, step: step).sum(from: start, count: count)
}

private struct PairwiseSum<Scalar: TensorScalar> {
  let numbers: UnsafeBufferPointer<Scalar>
  let step: Int

  func sum(from start: Int, count: Int) -> Scalar {
    if count < 8 { return chain(from: start, count: count, onto: 0) }
    if count <= 128 { return block(from: start, count: count) }
    var half = count / 2
    half -= half % 8
    return sum(from: start, count: half) + sum(from: start + half * step, count: count - half)
  }

  private func chain(from start: Int, count: Int, onto initial: Scalar) -> Scalar {
    var result = initial
    for i in 0..<count { result += numbers[start + i * step] }
    return result
  }

  private func block(from start: Int, count: Int) -> Scalar {
    func number(_ i: Int) -> Scalar { numbers[start + i * step] }
    var lanes = (
      number(0), number(1), number(2), number(3), number(4), number(5), number(6), number(7)
    )
    let rounds = count / 8
    for round in 1..<max(rounds, 1) {
      lanes.0 += number(8 * round)
      lanes.1 += number(8 * round + 1)
      lanes.2 += number(8 * round + 2)
      lanes.3 += number(8 * round + 3)
      lanes.4 += number(8 * round + 4)
      lanes.5 += number(8 * round + 5)
      lanes.6 += number(8 * round + 6)
      lanes.7 += number(8 * round + 7)
    }
    let pairs =
      ((lanes.0 + lanes.1) + (lanes.2 + lanes.3)) + ((lanes.4 + lanes.5) + (lanes.6 + lanes.7))
    return chain(from: start + 8 * rounds * step, count: count - 8 * rounds, onto: pairs)
  }
}
