import CNNCore
import Testing

/// At most one unit in the last place off the correctly rounded value.
@Suite struct ExponentialFunctionsTests {
  @Test func exponentials() throws {
    for pair in try Fixture("elementary")["exp"].list.map(\.numbers) {
      let value = exp(pair[0])
      #expect(abs(value - pair[1]) <= pair[1].ulp, "exp(\(pair[0])) is \(value), not \(pair[1])")
    }
  }

  @Test func logarithms() throws {
    for pair in try Fixture("elementary")["log"].list.map(\.numbers) {
      let value = log(pair[0])
      #expect(abs(value - pair[1]) <= pair[1].ulp, "log(\(pair[0])) is \(value), not \(pair[1])")
    }
  }

  @Test func endsOfTheRange() {
    #expect(exp(Double.infinity) == .infinity)
    #expect(exp(-Double.infinity) == 0)
    #expect(exp(Double.nan).isNaN)
    #expect(exp(710.0) == .infinity)
    #expect(log(0.0) == -.infinity)
    #expect(log(-1.0).isNaN)
    #expect(log(Double.infinity) == .infinity)
    #expect(exp(Float(1)) == 2.7182817)
  }

  @Test func theSigmoidIsStable() {
    #expect(sigmoid(-1000.0) == 0)
    #expect(sigmoid(1000.0) == 1)
    #expect(sigmoid(0.0) == 0.5)
    #expect(sigmoidDerivative(700.0) == exp(-700.0))
  }
}
