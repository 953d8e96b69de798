import CoreKernels
import Engine

extension RunOptions {
  /// The options that every command which runs cells has: `--timeout`, `--memory`, `-P`.
  ///
  /// - Throws: `UsageError` where one of them, or a variable for the kernels, has a wrong value.
  init(_ reader: ArgumentReader) throws {
    self.init()
    try Self.checkKernelVariables()
    limits.timeout = try reader.positiveNumber("--timeout") ?? limits.timeout
    if let memory = try reader.positiveNumber("--memory") {
      limits.memory = Int(min(memory * 0x1p20, 0x1p60).rounded(.up))
    }
    parameters = try reader.all("--param").map(Self.parameter)
    // The cells see no other variables, and run in another folder than this command.
    environment = ["NBRUN_DATA=\(Installation.dataFolder)"]
    environment += ["NBRUN_THREADS", "NBRUN_CPU", "GLIBC_TUNABLES"].compactMap { name in
      Installation.variable(name).map { "\(name)=\($0)" }
    }
  }

  /// Fails where `NBRUN_CPU` or `NBRUN_THREADS` says what the kernels cannot follow: a comparison of two runs
  /// would compare one with itself.
  private static func checkKernelVariables() throws {
    for fault in [ck_form_fault, ck_threads_fault] {
      var text = [CChar](repeating: 0, count: 200)
      guard fault(&text, text.count) != 0 else { continue }
      throw UsageError(String(decoding: text.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self))
    }
  }

  /// `name=value`, or papermill's and Quarto's `name:value`.
  private static func parameter(_ text: String) throws -> (name: String, text: String) {
    guard let mark = text.firstIndex(where: { $0 == "=" || $0 == ":" }), mark != text.startIndex
    else { throw UsageError("'-P' takes 'name=value', and was given '\(text)'") }
    return (String(text[..<mark]), String(text[text.index(after: mark)...]))
  }
}
