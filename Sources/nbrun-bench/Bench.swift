import Foundation

/// Compares this program with its peers and prints a table.
///
///     nbrun-bench [core|runner [PART]]
///
/// Only works with PART in their name are done, as in `nbrun-bench core singular`.
/// `NBRUN_BENCH_PYTHON` names the Python whose packages are the peers, `python3` if not given.
@main struct Bench {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let only = arguments.first
    let part = arguments.count > 1 ? arguments[1] : ""
    let python = ProcessInfo.processInfo.environment["NBRUN_BENCH_PYTHON"] ?? "python3"
    // Writing to a peer that could not start is to fail, not to end this program.
    signal(SIGPIPE, SIG_IGN)
    let peak = PeakRate()
    print(machine(peak))
    print()
    print(Comparison.tableHead)
    if only != "runner" {
      CoreWorks(python: python, part: part, peak: peak).compare { print($0.tableRow) }
    }
    if only != "core" { RunnerWorks(python: python, part: part).compare { print($0.tableRow) } }
  }

  private static func machine(_ peak: PeakRate) -> String {
    let lines = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let model = lines.split(separator: "\n").first { $0.hasPrefix("model name") }?
      .split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) }
    let threads = ProcessInfo.processInfo.activeProcessorCount
    let rates = [peak.single, peak.double].map { String(format: "%.0f", $0 / 1e9) }
    return "\(model ?? "An unnamed processor"), \(threads) threads, "
      + "at its peak \(rates[0]) GFLOP/s in single and \(rates[1]) in double precision. "
      + "Medians of runs in turn; ratio = our time / theirs."
  }
}
