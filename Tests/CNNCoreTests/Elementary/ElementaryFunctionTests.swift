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
    // Errors stay below 0.52 ulp for normal results; only subnormal ones are rounded twice.
    #expect(exact >= pairs.count * 95 / 100, "\(exact) of \(pairs.count) correctly rounded")
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
]
