import Diagnostics
import Platform

/// Turns addresses in a compiled program into places in the notebook, by the line table.
struct Symbolizer {
  /// A place in the notebook where a function was.
  struct Frame: Hashable {
    /// The function's name, as the line table has it.
    var function: String
    /// The place.
    var position: SourcePosition
  }

  /// The toolchain's `llvm-symbolizer`.
  let tool: String
  /// The notebook's name, by which its frames are known.
  let fileName: String

  /// The frames that are in the notebook, innermost first; none where the tool is missing.
  func frames(of addresses: String, in program: String) -> [Frame] {
    let list = addresses.split(separator: " ").map(String.init)
    guard !list.isEmpty, let output = try? MemoryFile(),
      let process = try? ChildProcess(
        tool, ["--obj=\(program)", "--output-style=LLVM", "--demangle"] + list,
        environment: [], descriptors: [-1, output.descriptor, -1])
    else { return [] }
    process.wait()
    return frames(in: output.text(0..<output.size))
  }

  /// The frames in the tool's output: pairs of lines, function and `file:line:column`.
  func frames(in text: String) -> [Frame] {
    let lines = text.split(separator: "\n").map(String.init)
    return zip(lines, lines.dropFirst()).compactMap { function, place in
      let parts = place.split(separator: ":")
      guard parts.count >= 3, let column = Int(parts[parts.count - 1]),
        let line = Int(parts[parts.count - 2]), line > 0,
        parts.dropLast(2).joined(separator: ":") == "/\(fileName)"
      else { return nil }
      return Frame(
        function: function, position: SourcePosition(line: line, column: max(1, column)))
    }
  }
}
