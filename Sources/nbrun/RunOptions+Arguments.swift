import Engine

extension RunOptions {
  /// The options that every command which runs cells has: `--timeout`, `--memory`, `-P`.
  init(_ reader: ArgumentReader) throws {
    self.init()
    limits.timeout = try reader.positiveNumber("--timeout") ?? limits.timeout
    if let memory = try reader.positiveNumber("--memory") { limits.memory = Int(memory) << 20 }
    parameters = try reader.all("--param").map(Self.parameter)
    // The cells see no other variables, and run in another folder than this command.
    environment = ["NBRUN_DATA=\(Installation.dataFolder)"]
    environment += ["NBRUN_THREADS", "NBRUN_CPU", "GLIBC_TUNABLES"].compactMap { name in
      Installation.variable(name).map { "\(name)=\($0)" }
    }
  }

  /// `name=value`, or papermill's and Quarto's `name:value`.
  private static func parameter(_ text: String) throws -> (name: String, text: String) {
    guard let mark = text.firstIndex(where: { $0 == "=" || $0 == ":" }), mark != text.startIndex
    else { throw UsageError("'-P' takes 'name=value', and was given '\(text)'") }
    return (String(text[..<mark]), String(text[text.index(after: mark)...]))
  }
}
