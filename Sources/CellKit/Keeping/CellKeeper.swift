internal import CellEvents
internal import Glibc

/// Keeps what cells with `cache: true` bring forth, under a digest of what they start from: their code
/// with everything that it can reach, and the values of the variables in it.
///
/// The files are in the folder that `NBRUN_CELLS` names, which stands for one core and one compiler; without
/// it nothing is kept. Cells run one after the other, and display from one thread.
final class CellKeeper: @unchecked Sendable {
  static let shared = CellKeeper()

  private let folder = getenv("NBRUN_CELLS").map { String(cString: $0) }
  private var state = State()

  private struct State {
    var writer: KeptCellWriter?
    var kept: KeptCell?
    /// The digests of the variables before the cell.
    var before: [String: String] = [:]
  }

  /// Begins a cell: whether an earlier run has kept it.
  func recalls(_ code: String, _ inputs: (inout KeptVariables) -> Void) -> Bool {
    guard let folder else { return false }
    let sink = ByteSink()
    sink.write(code)
    var before: [String: String] = [:]
    guard
      takesAll(
        inputs,
        { name, value in
          let digest = try value.measured().digest
          before[name] = digest
          sink.write(name)
          sink.write(digest)
        })
    else { return false }
    let path = "\(folder)/\(sink.hex)"
    let kept = KeptCell(path: path)
    let writer = kept == nil ? KeptCellWriter(path: path) : nil
    kept?.replay()
    state = State(writer: writer, kept: kept, before: before)
    return kept != nil
  }

  /// The value of a variable that the cell declares: the kept one, or a new one.
  ///
  /// - Parameter isFinal: Whether the cell leaves it as it is.
  func value<Value>(of name: String, isFinal: Bool, _ initializer: () throws -> Value) rethrows
    -> Value
  {
    if let kept = state.kept {
      if let value: Value = read(name, from: kept) { return value }
      fatalError("'\(name)' is missing from the cell's kept results; 'nbrun cache clear' helps")
    }
    let value = try initializer()
    if isFinal { write { $0.add(name, value) } }
    return value
  }

  /// Gives a variable the value that the cell left it with.
  func recall<Value>(_ name: String, _ variable: inout Value) {
    guard let kept = state.kept, let value: Value = read(name, from: kept) else {
      return
    }
    variable = value
  }

  /// Ends a cell that has run, with the variables that it may have changed.
  func keep(_ variables: (inout KeptVariables) -> Void) {
    guard write(variables), let writer = state.writer else { return }
    do {
      try writer.finish()
    } catch {
      tell((error as? KeepingProblem)?.reason ?? "\(error)")
    }
  }

  /// Forgets the cell that has ended.
  func end() {
    state = State()
  }

  /// Takes an event that the cell sends.
  func take(_ event: StampedEvent) {
    state.writer?.take(event)
  }
}

extension CellKeeper {
  private func read<Value>(_ name: String, from kept: KeptCell) -> Value? {
    do {
      return try kept.value(of: name)
    } catch {
      let reason = (error as? KeepingProblem)?.reason ?? "\(error)"
      fatalError("'\(name)' of the cell's kept results: \(reason); 'nbrun cache clear' helps")
    }
  }

  /// Writes those of the variables that are new or have changed; false where one cannot be kept.
  @discardableResult private func write(_ variables: (inout KeptVariables) -> Void) -> Bool {
    guard let writer = state.writer else { return false }
    let before = state.before
    let isKept = takesAll(variables) { name, value in
      let (digest, count) = try value.measured()
      if before[name] != digest { try writer.write(name, value, count: count) }
    }
    if !isKept { end() }
    return isKept
  }

  private func takesAll(
    _ variables: (inout KeptVariables) -> Void,
    _ take: @escaping (_ name: String, _ value: KeptVariable) throws -> Void
  ) -> Bool {
    withoutActuallyEscaping(take) { take in
      var taken = KeptVariables(take)
      variables(&taken)
      if let (name, reason) = taken.problem { tell("'\(name)': \(reason)") }
      return taken.problem == nil
    }
  }

  private func tell(_ reason: String) {
    end()
    EventChannel.shared.send(.notKept(reason: reason))
  }
}
