internal import CellEvents
internal import Glibc

/// What the assembled program calls between the cells; notebooks have no need of it.
public enum CellRuntime {
  /// Says that the program begins.
  public static func begin() {
    EventChannel.shared.send(.figureStyle(figureStyle))
  }

  /// Says that a cell begins.
  public static func start(_ cell: Int) {
    EventChannel.shared.send(.started(cell: cell))
  }

  /// Says that a cell has ended.
  public static func end(_ cell: Int) {
    CellKeeper.shared.end()
    EventChannel.shared.send(.ended(cell: cell))
  }

  /// Says that all cells have ended.
  public static func finish() {
    EventChannel.shared.send(.finished)
  }

  /// The value of a variable whose initializer can throw; an error ends the program as one at the top
  /// level of a script does.
  public static func value<Value>(_ initializer: () throws -> Value) -> Value {
    do {
      return try initializer()
    } catch {
      _errorInMain(error)
      fatalError("\(error)")
    }
  }

  /// Displays the value of a cell's last expression.
  public static func display<Value>(_ value: Value) {
    EventChannel.shared.send(.display(bundle(for: value, title: nil)))
  }

  /// Displays nothing: the last expression has no value.
  public static func display(_ value: Void) {}

  /// Displays nothing: what the last expression called, if anything, has no value.
  public static func display(_ value: Void?) {}

  /// Tells the value of an expression in a sentence.
  public static func inlineValue<Value>(_ index: Int, _ value: Value, digits: Int? = nil) {
    let text = inlineText(of: value, digits: digits)
    EventChannel.shared.send(.inlineValue(index: index, text: text))
  }

  /// The value of a parameter or of the seed, as the runner gave it.
  public static func parameter<Value: ParameterType>(_ name: String, as type: Value.Type) -> Value {
    guard let text = parameters[name], let value = Value(parameterText: text) else {
      fatalError("the runner gave no value of type \(type) for parameter '\(name)'")
    }
    return value
  }

  private static let parameters: [String: String] = {
    guard let list = getenv("NBRUN_PARAMETERS") else { return [:] }
    let pairs = String(cString: list).split(separator: "\u{1E}").map {
      $0.split(separator: "\u{1F}", maxSplits: 1, omittingEmptySubsequences: false)
    }
    return Dictionary(uniqueKeysWithValues: pairs.map { (String($0[0]), String($0[1])) })
  }()
}

/// A type that a parameter can have.
public protocol ParameterType {
  /// The value that the text stands for, or nil.
  init?(parameterText: String)
}

extension Int: ParameterType {
  /// The whole number that the text stands for, or nil.
  public init?(parameterText: String) { self.init(parameterText) }
}

extension Double: ParameterType {
  /// The number that the text stands for, or nil.
  public init?(parameterText: String) { self.init(parameterText) }
}

extension Bool: ParameterType {
  /// The truth value that `true` or `false` stands for, or nil.
  public init?(parameterText: String) { self.init(parameterText) }
}

extension String: ParameterType {
  /// The text itself.
  public init?(parameterText: String) { self = parameterText }
}
