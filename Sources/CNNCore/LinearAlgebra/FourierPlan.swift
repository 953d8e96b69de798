/// The fast Fourier transform of one length, along the first axis of a matrix.
///
///     X[k] = Σ_j x[j] · e^(−2πi·j·k/n)
///
/// The length is taken apart into factors of 4, 2, 3, 5 and other small primes, and transformed in
/// Stockham's order, which needs no permutation: Stockham, *High-speed convolution and correlation*
/// (1966), https://doi.org/10.1145/1464182.1464209. A length with a larger prime factor becomes a
/// convolution: Bluestein, *A linear filtering approach to the computation of the discrete Fourier
/// transform* (1970), https://doi.org/10.1109/TAU.1970.1162132.
///
/// Every number is made by the same operations whatever the number of columns.
struct FourierPlan: Sendable {
  let length: Int
  private let factors: [Int]
  /// cos(2πk/n) and −sin(2πk/n) for each k below n.
  private let roots: ComplexColumns
  private let bluestein: BluesteinPlan?

  init(length: Int) {
    self.length = length
    let factors = Self.factors(of: length)
    if let largest = factors.max(), largest > 13 {
      self.factors = []
      roots = ComplexColumns(count: 0)
      bluestein = BluesteinPlan(length: length)
    } else {
      self.factors = factors
      roots = Self.roots(length)
      bluestein = nil
    }
  }

  /// Transforms each column of a matrix of `length` rows.
  func transform(_ numbers: inout ComplexColumns, columns: Int) {
    if let bluestein {
      bluestein.transform(&numbers, columns: columns)
      return
    }
    var other = ComplexColumns(count: numbers.count)
    var (remaining, stride) = (length, columns)
    for factor in factors {
      FourierStage(
        radix: factor, groups: remaining / factor, stride: stride, rootStep: length / remaining
      ).apply(from: numbers, to: &other, roots: roots)
      swap(&numbers, &other)
      remaining /= factor
      stride *= factor
    }
  }

  /// e^(−2πik/n), from angles of at most an eighth of a turn.
  static func roots(_ length: Int) -> ComplexColumns {
    var roots = ComplexColumns(count: length)
    for k in 0..<length {
      let (cosine, sine) = circlePoint(k, of: length)
      roots.real[k] = cosine
      roots.imaginary[k] = -sine
    }
    return roots
  }

  /// The cosine and sine of k/n of a turn.
  static func circlePoint(_ k: Int, of length: Int) -> (cosine: Double, sine: Double) {
    // In eighths of a turn, and the part of one that is left.
    let (eighth, rest) = (8 * k).quotientAndRemainder(dividingBy: length)
    let isOdd = eighth & 1 == 1
    let part = Double(isOdd ? length - rest : rest) / Double(length)
    let angle = part * 0x1.921fb54442d18p-1
    let (c, s) = (Double.cos(angle), Double.sin(angle))
    switch eighth {
    case 0: return (c, s)
    case 1: return (s, c)
    case 2: return (-s, c)
    case 3: return (-c, s)
    case 4: return (-c, -s)
    case 5: return (-s, -c)
    case 6: return (s, -c)
    default: return (c, -s)
    }
  }

  private static func factors(of length: Int) -> [Int] {
    var (rest, factors) = (length, [Int]())
    for factor in [4, 2, 3, 5] {
      while rest % factor == 0 && rest > 1 {
        factors.append(factor)
        rest /= factor
      }
    }
    var factor = 7
    while rest > 1 {
      if factor * factor > rest { factor = rest }
      while rest % factor == 0 {
        factors.append(factor)
        rest /= factor
      }
      factor += 2
    }
    return factors
  }
}

/// Complex numbers, row after row.
struct ComplexColumns: Sendable {
  var real: [Double]
  var imaginary: [Double]

  var count: Int { real.count }

  init(count: Int) {
    real = [Double](repeating: 0, count: count)
    imaginary = real
  }

  init(real: [Double], imaginary: [Double]) {
    self.real = real
    self.imaginary = imaginary
  }
}
