import Diagnostics

/// A command line that nbrun cannot follow.
struct UsageError: Error, CustomStringConvertible {
  /// What is wrong and where to read on.
  let description: String

  init(_ message: String) {
    description = "\(message)\nRun 'nbrun help' for the options."
  }
}

/// Splits a command line into options and operands.
///
/// `--name value`, `--name=value`, `-n value` and `-nvalue` are read alike; `--` ends the options,
/// and `-` alone is an operand.
struct ArgumentReader {
  /// An option that the command knows.
  struct Option {
    /// The name, such as `--output`.
    var name: String
    /// The short name, such as `-o`.
    var short: String?
    /// Whether a value follows.
    var takesValue: Bool

    init(_ name: String, _ short: String? = nil, takesValue: Bool = false) {
      self.name = name
      self.short = short
      self.takesValue = takesValue
    }
  }

  /// What stands beside the options.
  private(set) var operands: [String] = []
  private var values: [String: [String]] = [:]

  /// Reads the arguments.
  ///
  /// - Throws: `UsageError` naming the nearest option where one is unknown.
  init(_ arguments: [String], options: [Option]) throws {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--" {
        operands += rest
        break
      }
      guard argument.hasPrefix("-"), argument != "-" else {
        operands.append(argument)
        continue
      }
      var name = argument
      var value: String?
      if argument.hasPrefix("--") {
        if let equals = argument.firstIndex(of: "=") {
          name = String(argument[..<equals])
          value = String(argument[argument.index(after: equals)...])
        }
      } else if argument.count > 2 {
        name = String(argument.prefix(2))
        value = String(argument.dropFirst(2))
      }
      guard let option = options.first(where: { $0.name == name || $0.short == name }) else {
        let near = suggestion(for: name, among: options.map(\.name))
        throw UsageError("unknown option '\(name)'.\(near.map { " \($0)" } ?? "")")
      }
      if option.takesValue {
        guard let value = value ?? rest.popFirst() else {
          throw UsageError("option '\(name)' needs a value")
        }
        values[option.name, default: []].append(value)
      } else {
        guard value == nil else { throw UsageError("option '\(name)' takes no value") }
        values[option.name] = []
      }
    }
  }

  /// Whether an option was given.
  func has(_ name: String) -> Bool { values[name] != nil }

  /// The values of an option in the order given.
  func all(_ name: String) -> [String] { values[name] ?? [] }

  /// The value of an option that makes sense once.
  ///
  /// - Throws: `UsageError` where it was given twice.
  func one(_ name: String) throws -> String? {
    let all = all(name)
    guard all.count <= 1 else { throw UsageError("option '\(name)' was given \(all.count) times") }
    return all.first
  }

  /// A positive number.
  ///
  /// - Throws: `UsageError` where the value is something else.
  func positiveNumber(_ name: String) throws -> Double? {
    guard let text = try one(name) else { return nil }
    guard let number = Double(text), number > 0, number <= 1e9 else {
      throw UsageError(
        "option '\(name)' takes a number above 0 and up to 1e9, and was given '\(text)'")
    }
    return number
  }
}
