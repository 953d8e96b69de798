import CNNCore
import Glibc
import Testing

@testable import CellKit

@Suite("Kept values") struct KeptValueTests {
  /// The value after it was written and read, and whether it is written alike then.
  private func again<Value>(_ value: Value) throws -> (value: Value, isAlike: Bool) {
    let bytes = try bytes(of: value)
    let read: Value = try bytes.withUnsafeBytes {
      var source = ByteSource($0)
      let value: Value = try keptValue(in: &source)
      #expect(source.isAtEnd)
      return value
    }
    return (read, try self.bytes(of: read) == bytes)
  }

  private func bytes<Value>(of value: Value) throws -> [UInt8] {
    let path = "/tmp/nbrun-kept-value-\(UInt64.random(in: 0...UInt64.max))"
    defer { unlink(path) }
    let file = try #require(fopen(path, "w+b"))
    defer { fclose(file) }
    let sink = ByteSink(file: file)
    try CellKit.keep(value, in: sink)
    fflush(file)
    let kept = try #require(MappedFile(path: path))
    #expect(kept.bytes.count == sink.count)
    return Array(kept.bytes)
  }

  private struct Point: Equatable {
    var x = 1.5
    var name: String? = "p"
    var parts: [[Int8]] = [[1], [], [2, 3]]
    var choice = Choice.sized(3, "a")
  }

  private enum Choice: Equatable {
    case none
    case sized(UInt8, Character.UnicodeScalarView.Element)
    case wide(Double)
  }

  protocol Named { var name: String { get } }
  struct Plain: Named { var name = "plain" }
  private struct Hidden: Named { var name = "hidden" }

  @Test func plainValues() throws {
    #expect(try again(-0.0).value.bitPattern == (-0.0).bitPattern)
    #expect(try again(Float.nan).value.isNaN)
    #expect(try again("two 字 words").value == "two 字 words")
    #expect(try again([true, false]).value == [true, false])
    #expect(try again([1, nil, 3] as [Int?]).value == [1, nil, 3])
    #expect(try again(Optional<Int?>.some(nil)).value == .some(nil))
  }

  @Test func compositeValues() throws {
    #expect(try again(Point()).value == Point())
    #expect(try again(Choice.none).value == .none)
    #expect(try again(Choice.wide(2)).value == .wide(2))
    let pair = try again((image: Tensor([[1, 2]]), label: [1.0])).value
    #expect(pair.image == Tensor([[1, 2]]) && pair.label == [1])
    let named: any Named = Plain(name: "q")
    #expect(try again(named).value.name == "q")
    #expect(try again([named] as [any Named]).value[0].name == "q")
    #expect(try again(3 as Any).value as? Int == 3)
    #expect(try again(0..<4).value == 0..<4)
  }

  @Test("networks with what their layers remember, optimisers with their moments, generators")
  func networks() throws {
    var random = NumPyRandom(seed: 1)
    _ = random.randn()
    var network = Sequential<Float>(
      inputShape: [2, 8, 8],
      [
        .conv2D(filters: 3, kernelSize: 3, padding: .same), .batchNorm2D, .leakyReLU(),
        .maxPool2D(2), .averagePool2D(2), .normalization(.standard), .flatten, .dropout(0.5),
        .dense(4), .tanh, .dense(3),
      ], using: &random)
    let images = Tensor<Float>(random.uniform(low: -1, high: 1, shape: [6, 2, 8, 8]))
    var optimizer: any Optimizer<Float> = Adam(learningRate: 0.01)
    network.fit(
      images, labels: [0, 1, 2, 0, 1, 2], epochs: 1, batchSize: 6, optimizer: optimizer,
      using: &random)
    var weight = Tensor<Float>.zeros(2)
    optimizer.beginStep()
    optimizer.update(&weight, gradient: Tensor<Float>([1, 2]), slot: 0)
    let read = try again(network)
    #expect(read.isAlike)
    #expect(read.value.predict(images) == network.predict(images))
    #expect(try again(optimizer).isAlike)
    var copy = try again(random).value
    #expect(copy.randn() == random.randn())
    var generator = PCG64Random(seed: 3)
    var other = try again(generator).value
    #expect(other.normal() == generator.normal())
    let layers: [LayerSpecification] = [.conv2D(filters: 1, kernelSize: 3), .dense(2), .relu]
    #expect(try again(layers).value == layers)
  }

  @Test("recurrent networks")
  func recurrentNetworks() throws {
    var random = NumPyRandom(seed: 1)
    let series = Tensor<Double>(random.uniform(shape: [4, 5, 2]))
    for layer: LayerSpecification in [.simpleRNN(3), .lstm(3), .gru(3)] {
      var network = Sequential<Double>(inputShape: [5, 2], [layer, .dense(1)], using: &random)
      _ = network.forward(series)
      let read = try again(network)
      #expect(read.isAlike)
      #expect(read.value.predict(series) == network.predict(series))
    }
  }

  @Test("what only its process knows is turned down")
  func refusals() {
    final class Box {}
    enum Tree { case leaf, node([Int]) }
    func reason<Value>(_ value: Value) -> String? {
      do {
        try CellKit.keep(value, in: ByteSink())
        return nil
      } catch {
        return (error as? KeepingProblem)?.reason
      }
    }
    #expect(reason(Box()) == "a value of type 'Box' cannot be kept")
    #expect(reason([Box?.some(Box())]) == "a value of type 'Box' cannot be kept")
    struct Weak {
      weak var box: Box?
      var count = 3
    }
    #expect(reason(Weak()) == "a value of type 'Weak' cannot be kept")
    #expect(reason([Weak()]) == "a value of type 'Weak' cannot be kept")
    #expect(reason({ 1 }) == "a value of type '() -> Int' cannot be kept")
    #expect(reason(Tree.node([1])) == "a value of type 'Tree' cannot be kept")
    #expect(reason(Hidden() as any Named) == "a value of type 'Hidden' cannot be kept")
    #expect(reason((1, Int.self)) == "a value of type 'Int.Type' cannot be kept")
    #expect(reason(UnsafeRawPointer(bitPattern: 16)) != nil)
  }

  @Test("the bytes beside an enum's parts do not count")
  func digests() throws {
    func digest(_ choice: Choice, over noise: UInt8) throws -> String {
      let memory = UnsafeMutablePointer<Choice>.allocate(capacity: 1)
      defer { memory.deallocate() }
      memset(memory, Int32(noise), MemoryLayout<Choice>.size)
      memory.initialize(to: choice)
      let sink = ByteSink()
      try CellKit.keep(memory.pointee, in: sink)
      return sink.hex
    }
    #expect(try digest(.sized(3, "a"), over: 0) == digest(.sized(3, "a"), over: 255))
    #expect(try digest(.sized(3, "a"), over: 0) != digest(.sized(3, "b"), over: 0))
    #expect(try digest(.none, over: 0) != digest(.wide(0), over: 0))
  }
}
