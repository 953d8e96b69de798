import CNNCore
import Testing

/// Calls in random order against NumPy 2.4.6, `Fixtures/random-streams.json`: draws bit for bit but
/// for normal and exponential numbers, and the state after them.
@Suite struct RandomStreamTests {
  @Test(arguments: 0..<4) func oldGenerator(index: Int) throws {
    let stream = Fixture.randomStreams["RandomState"][index]
    let seed = stream["seed"].integers
    var random = stream["isList"].boolean ? NumPyRandom(seed: seed) : NumPyRandom(seed: seed[0])
    for call in stream["calls"].array {
      let drawn = try #require(draw(call[0], &random))
      expectSame(drawn, call[1], "\(call[0])")
    }
    let (words, position) = random.state
    #expect("\(words.reduce(0) { $0 + Int($1) })" == stream["after"][0].text)
    #expect("\(position)" == stream["after"][1].text)
  }

  @Test(arguments: 0..<8) func newGenerator(index: Int) throws {
    let stream = Fixture.randomStreams["default_rng"][index]
    let seed = stream["seed"].integers
    var random = stream["isList"].boolean ? PCG64Random(seed: seed) : PCG64Random(seed: seed[0])
    for call in stream["calls"].array {
      let drawn = try #require(drawAlone(call[0], &random) ?? draw(call[0], &random))
      expectSame(drawn, call[1], "\(call[0])")
    }
    #expect("\(random.state)" == stream["after"][0].text)
    #expect("\(random.increment)" == stream["after"][1].text)
  }
}

private func expectSame(_ drawn: [Double], _ expected: Fixture, _ call: String) {
  let numbers = expected.array.map { number -> Double in
    if case .text(let text) = number { return Double(text) ?? .nan }
    return number.number
  }
  // Two roundings of a logarithm and a product: the C library's differs in its last bit at times.
  expectClose(Tensor(drawn), Tensor(numbers), relative: 4.5e-16, call)
}

private func expectSame(_ drawn: Drawn, _ expected: Fixture, _ call: String) {
  switch drawn {
  case .numbers(let numbers): expectSame(numbers, expected, call)
  case .exact(let numbers): #expect(numbers == expected.numbers, "\(call)")
  case .integers(let integers):
    #expect(integers == expected.array.map(\.text), "\(call)")
  }
}

private enum Drawn {
  /// Numbers that went through a logarithm.
  case numbers([Double])
  case exact([Double])
  case integers([String])
}

private func texts(_ numbers: [some FixedWidthInteger]) -> Drawn {
  .integers(numbers.map { "\($0)" })
}

private func draw(_ call: Fixture, _ random: inout some NumPyGenerator) -> Drawn? {
  let shares = [0.1, 0, 0.25, 0.4, 0.05, 0.2]
  switch call[0].text {
  case "random": return .exact(random.random(shape: [call[1].integer]).scalars)
  case "uniform":
    let (low, high) = (call[1].number, call[2].number)
    return .exact(random.uniform(low: low, high: high, shape: [call[3].integer]).scalars)
  case "normal":
    return .numbers(random.normal(standardDeviation: 2, shape: [call[3].integer]).scalars)
  case "exponential":
    return .numbers(random.exponential(scale: 1.5, shape: [call[2].integer]).scalars)
  case "scalar": return texts([random.integers(low: 0, high: call[1].integer)])
  case "integers": return integers(call, endpoint: false, &random)
  case "endpoint": return integers(call, endpoint: true, &random)
  case "booleans": return texts(random.booleans(count: call[1].integer).map { $0 ? 1 : 0 })
  case "permutation": return texts(random.permutation(call[1].integer))
  case "choice": return texts(random.choice(call[1].integer, size: call[2].integer))
  case "choiceWithout":
    let chosen = random.choice(call[1].integer, size: call[2].integer, replacing: false)
    return texts(chosen.suffix(9))
  case "choiceP": return texts(random.choice(6, size: call[1].integer, probabilities: shares))
  case "choicePWithout":
    let size = call[1].integer
    return texts(random.choice(6, size: size, replacing: false, probabilities: shares))
  default: return nil
  }
}

private func texts(_ numbers: ArraySlice<Int>) -> Drawn { texts(Array(numbers)) }

private func integers(
  _ call: Fixture, endpoint: Bool, _ random: inout some NumPyGenerator
) -> Drawn? {
  let (low, high, count) = (call[1].integer, call[2].integer, call[3].integer)
  func drawn<Number: FixedWidthInteger>(_ type: Number.Type) -> Drawn {
    texts(random.integers(low: low, high: high, count: count, endpoint: endpoint, as: type))
  }
  switch call[4].text {
  case "int8": return drawn(Int8.self)
  case "uint8": return drawn(UInt8.self)
  case "int16": return drawn(Int16.self)
  case "uint16": return drawn(UInt16.self)
  case "int32": return drawn(Int32.self)
  case "uint32": return drawn(UInt32.self)
  default: return drawn(Int.self)
  }
}

private func drawAlone(_ call: Fixture, _ random: inout PCG64Random) -> Drawn? {
  switch call[0].text {
  case "randomFloat":
    return .exact(
      random.random(shape: [call[1].integer], as: Float.self).scalars.map { Double($0) })
  case "normalFloat":
    let numbers = random.standardNormal(shape: [call[1].integer], as: Float.self)
    return .exact(numbers.scalars.map { Double($0) })
  case "unshuffled":
    let (count, size) = (call[1].integer, call[2].integer)
    return texts(random.choice(count, size: size, replacing: false, shuffling: false))
  default: return nil
  }
}
