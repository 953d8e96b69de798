/// Powers of ten.
enum PowerOfTen {
  /// Ten to the given power: exact up to 22, beyond that rounded once a factor.
  static func value(_ exponent: Int) -> Double {
    let magnitude = (0..<exponent.magnitude).reduce(1.0) { power, _ in power * 10 }
    return exponent < 0 ? 1 / magnitude : magnitude
  }
}
