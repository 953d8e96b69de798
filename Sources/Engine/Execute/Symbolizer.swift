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

  /// How far before an address without a line of its own the nearest one is looked for.
  private static let searchedBytes = 64

  /// The frames that are in the notebook, innermost first; none where the tool is missing.
  func frames(of addresses: String, in program: String) -> [Frame] {
    let list = addresses.split(separator: " ").compactMap { Int($0.dropFirst(2), radix: 16) }
    guard let first = list.first, let output = try? MemoryFile() else { return [] }
    // The compiler gives some instructions no line; the one before then tells the place.
    let candidates = (0..<Self.searchedBytes).map { first - $0 } + list.dropFirst()
    let arguments = candidates.map { "0x\(String($0, radix: 16))" }
    guard
      let process = try? ChildProcess(
        tool, ["--obj=\(program)", "--output-style=LLVM", "--demangle"] + arguments,
        environment: [], descriptors: [-1, output.descriptor, -1])
    else { return [] }
    process.wait()
    let text = output.text(0..<output.size)
    let groups = frames(in: text)
    let owners = Self.owners(in: text)
    let innermost = zip(groups, owners).prefix(Self.searchedBytes).first { frames, owner in
      !frames.isEmpty && owner == owners[0]
    }
    return (innermost?.0 ?? []) + groups.dropFirst(Self.searchedBytes).joined()
  }

  /// The function in whose code each address of the tool's output lies: the last one that it names.
  private static func owners(in text: String) -> [Substring?] {
    text.split(separator: "\n\n", omittingEmptySubsequences: false).map { group in
      group.split(separator: "\n").dropLast().last
    }
  }

  /// The frames of each address in the tool's output: pairs of lines, function and
  /// `file:line:column`, and an empty line after each address.
  func frames(in text: String) -> [[Frame]] {
    text.split(separator: "\n\n", omittingEmptySubsequences: false).map { group in
      let lines = group.split(separator: "\n").map(String.init)
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
}
