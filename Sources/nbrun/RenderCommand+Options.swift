import NotebookFormat
import Reports

extension RenderCommand {
  /// The options of the command.
  static let options: [ArgumentReader.Option] = [
    .init("--output", "-o", takesValue: true), .init("--to", "-t", takesValue: true),
    .init("--variant", takesValue: true), .init("--paper", takesValue: true),
    .init("--param", "-P", takesValue: true), .init("--answers", takesValue: true),
    .init("--timeout", takesValue: true), .init("--memory", takesValue: true),
    .init("--allow-errors"), .init("--no-cache"), .init("--quiet", "-q"),
    .init("--verbose", "-v"),
  ]

  /// One of the values that an option takes, or nil where it was not given.
  ///
  /// - Throws: `UsageError` where it was given something else.
  static func choice<Value: RawRepresentable & CaseIterable>(
    _ option: String, of reader: ArgumentReader
  ) throws -> Value? where Value.RawValue == String {
    guard let name = try reader.one(option) else { return nil }
    guard let value = Value(rawValue: name.lowercased()) else {
      let known = Value.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
      throw UsageError("option '\(option)' takes \(known), and was given '\(name)'")
    }
    return value
  }
}
