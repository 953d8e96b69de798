/// Takes the values of named variables, one after the other.
public struct KeptVariables {
  private let take: (_ name: String, _ value: KeptVariable) throws -> Void
  /// The first variable whose value cannot be kept, and why.
  private(set) var problem: (name: String, reason: String)?

  /// Hands each variable to `take`, until one cannot be kept.
  init(_ take: @escaping (_ name: String, _ value: KeptVariable) throws -> Void) {
    self.take = take
  }

  /// Takes the value of a variable.
  public mutating func add<Value>(_ name: String, _ value: Value) {
    guard problem == nil else { return }
    do {
      try take(name, KeptVariable { try CellKit.keep(value, in: $0) })
    } catch let error as KeepingProblem {
      problem = (name, error.reason)
    } catch {
      problem = (name, "\(error)")
    }
  }
}

/// The value of a variable, of whatever type.
struct KeptVariable {
  /// Writes it.
  let write: (ByteSink) throws -> Void

  /// What tells it from other values, and how many bytes it has.
  func measured() throws -> (digest: String, count: Int) {
    let sink = ByteSink()
    try write(sink)
    return (sink.hex, sink.count)
  }
}
