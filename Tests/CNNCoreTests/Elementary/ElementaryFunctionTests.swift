import CNNCore
import Testing

/// Against correctly rounded values, `Fixtures/elementary.json`.
@Suite struct ElementaryFunctionTests {
  @Test(arguments: functions.keys.sorted())
  func withinOneUlp(name: String) throws {
    let function = try #require(functions[name])
    var exact = 0
    let pairs = Fixture.elementary["double"][name].array
    for pair in pairs {
      let x = Double(bitPattern: try #require(UInt64(pair[0].text, radix: 16)))
      let expected = Double(bitPattern: try #require(UInt64(pair[1].text, radix: 16)))
      let actual = function.double(x)
      #expect(actual.sign == expected.sign)
      let ulps = Int64(bitPattern: actual.bitPattern &- expected.bitPattern).magnitude
      #expect(ulps <= 1, "\(name)(\(x)) = \(actual), expected \(expected), \(ulps) ulp off")
      exact += ulps == 0 ? 1 : 0
    }
    // Errors stay below 0.52 ulp for normal results; only subnormal ones are rounded twice. Those of
    // the sine and the cosine reach 0.72 ulp.
    let least = ["sin", "cos"].contains(name) ? 85 : 95
    #expect(exact >= pairs.count * least / 100, "\(exact) of \(pairs.count) correctly rounded")
  }

  @Test(arguments: functions.keys.sorted())
  func floatsAreCorrectlyRounded(name: String) throws {
    let function = try #require(functions[name])
    for pair in Fixture.elementary["float"][name].array {
      let x = Float(bitPattern: try #require(UInt32(pair[0].text, radix: 16)))
      let expected = Float(bitPattern: try #require(UInt32(pair[1].text, radix: 16)))
      #expect(function.float(x) == expected, "\(name)(\(x))")
    }
  }

  @Test func powers() throws {
    let triples = Fixture.elementary["double"]["pow"].array
    var exact = 0
    for triple in triples {
      let numbers = try triple.array.map {
        Double(bitPattern: try #require(UInt64($0.text, radix: 16)))
      }
      let actual = Double.pow(numbers[0], numbers[1])
      let ulps = Int64(bitPattern: actual.bitPattern &- numbers[2].bitPattern).magnitude
      #expect(ulps <= 1, "pow(\(numbers[0]), \(numbers[1])) = \(actual), \(ulps) ulp off")
      exact += ulps == 0 ? 1 : 0
    }
    #expect(exact >= triples.count * 95 / 100, "\(exact) of \(triples.count) correctly rounded")
  }

  /// The table of IEEE 754-2019, section 9.2.1.
  @Test func limitsOfPowers() {
    let infinity = Double.infinity
    for x in [0, -0.0, 1, -3, .nan, infinity] { #expect(Double.pow(x, 0) == 1) }
    for y in [0, 3, -0.5, .nan, -infinity] { #expect(Double.pow(1, y) == 1) }
    #expect(Double.pow(-1, infinity) == 1 && Double.pow(-1, -infinity) == 1)
    #expect(Double.pow(0.5, infinity) == 0 && Double.pow(-2, infinity) == infinity)
    #expect(Double.pow(0.5, -infinity) == infinity && Double.pow(2, -infinity) == 0)
    #expect(Double.pow(-0.0, 3).sign == .minus && Double.pow(-0.0, 3) == 0)
    #expect(Double.pow(-0.0, -3) == -infinity && Double.pow(-0.0, -2) == infinity)
    #expect(Double.pow(-infinity, 3) == -infinity && Double.pow(-infinity, -3).sign == .minus)
    #expect(Double.pow(infinity, 0.5) == infinity && Double.pow(infinity, -1) == 0)
    #expect(Double.pow(-2, 3) == -8 && Double.pow(-2, 4) == 16 && Double.pow(-8, 1.0 / 3).isNaN)
    #expect(Double.pow(10, 309) == infinity && Double.pow(-10, 309) == -infinity)
    #expect(Double.pow(10, -400) == 0 && Double.pow(3, 30) == 205_891_132_094_649)
    #expect(Double.pow(2, 1e300) == infinity && Double.pow(.nan, 1).isNaN)
  }

  @Test func limitsOfCircularFunctions() {
    #expect(Double.sin(.infinity).isNaN && Double.cos(-.infinity).isNaN)
    #expect(Double.sin(-0.0).sign == .minus && Double.cos(0) == 1)
    #expect(Double.exp2(1024) == .infinity && Double.exp2(-1075.5) == 0)
    #expect(Double.exp2(-.infinity) == 0 && Double.exp2(10) == 1024)
    #expect(Double.log2(0) == -.infinity && Double.log10(-1).isNaN)
    #expect(Double.log2(.infinity) == .infinity && Double.log10(1) == 0)
    #expect((-1074...1023).allSatisfy { Double.log2(Double.exp2(Double($0))) == Double($0) })
  }

  @Test func limits() {
    let infinity = Double.infinity
    #expect(Double.exp(-infinity) == 0 && Double.exp(infinity) == infinity)
    #expect(Double.exp(709.7827128933841) == infinity && Double.exp(-745.1332191019412) == 0)
    #expect(Double.expm1(-infinity) == -1 && Double.expm1(infinity) == infinity)
    #expect(Double.expm1(-0.0).sign == .minus)
    #expect(Double.log(0) == -infinity && Double.log(-0.0) == -infinity)
    #expect(Double.log(infinity) == infinity && Double.log(1) == 0)
    #expect(Double.log1p(-1) == -infinity && Double.log1p(infinity) == infinity)
    #expect(Double.log1p(-0.0).sign == .minus)
    #expect(Double.tanh(infinity) == 1 && Double.tanh(-infinity) == -1)
    #expect(Double.tanh(-0.0).sign == .minus)
    #expect(Double.sigmoid(infinity) == 1 && Double.sigmoid(-infinity) == 0)
    #expect(Double.sigmoid(-1000) == 0 && Double.sigmoid(1000) == 1)
  }

  @Test func outsideTheDomain() {
    for function in functions.values { #expect(function.double(.nan).isNaN) }
    #expect(Double.log(-1).isNaN && Double.log(-.infinity).isNaN)
    #expect(Double.log1p(-1.5).isNaN && Double.log1p(-.infinity).isNaN)
  }

  @Test func tensors() {
    let x = Tensor([0, 1])
    #expect(exp(x) == Tensor([1, Double.exp(1)]))
    #expect(log(exp(x)) == x)
    #expect(tanh(x) == Tensor([0, Double.tanh(1)]))
    let y = Tensor([2, 3])
    #expect(pow(y, 2) == Tensor([4, 9]) && pow(2.0, y) == Tensor([4, 8]))
    #expect(pow(y, y) == Tensor([4, 27]) && log2(pow(2.0, y)) == y && exp2(y) == Tensor([4, 8]))
    #expect(sin(x) == Tensor([0, Double.sin(1)]) && cos(x) == Tensor([1, Double.cos(1)]))
    #expect(log10(Tensor([1, 1000])) == Tensor([0, 3]))
    #expect(sin(Float(1)) == Float(Double.sin(1)) && pow(Float(2), 0.5) == Float(2).squareRoot())
    #expect(exp(Float(1)) == Float(Double.exp(1)) && log(1.0) == 0 && tanh(0.0) == 0)
  }
}

private typealias Functions = (
  double: @Sendable (Double) -> Double, float: @Sendable (Float) -> Float
)

private let functions: [String: Functions] = [
  "exp": (Double.exp, Float.exp), "expm1": (Double.expm1, Float.expm1),
  "log": (Double.log, Float.log), "log1p": (Double.log1p, Float.log1p),
  "tanh": (Double.tanh, Float.tanh), "sigmoid": (Double.sigmoid, Float.sigmoid),
  "exp2": (Double.exp2, Float.exp2), "log10": (Double.log10, Float.log10),
  "log2": (Double.log2, Float.log2), "sin": (Double.sin, Float.sin), "cos": (Double.cos, Float.cos),
]
