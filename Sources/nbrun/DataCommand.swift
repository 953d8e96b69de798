import Diagnostics
import Downloads
import Platform

/// `nbrun data list` and `nbrun data get NAME…`.
struct DataCommand {
  private let downloader: Downloader
  /// What is to be brought; nil where all is to be listed.
  private let wanted: [DownloadableData]?
  private let progress: DownloadLine

  init(_ arguments: [String]) throws {
    let words = ["get", "list"]
    guard let word = arguments.first, words.contains(word) else {
      let near = arguments.first.flatMap { suggestion(for: $0, among: words) }
      throw UsageError("'nbrun data' knows 'list' and 'get'.\(near.map { " \($0)" } ?? "")")
    }
    let reader = try ArgumentReader(
      Array(arguments.dropFirst()),
      options: [
        .init("--to", takesValue: true), .init("--from", takesValue: true),
        .init("--timeout", takesValue: true), .init("--quiet", "-q"),
      ])
    progress = DownloadLine(isQuiet: reader.has("--quiet"))
    var downloader = Downloader(folder: try reader.one("--to") ?? Installation.dataFolder)
    downloader.base = try reader.one("--from")
    if let base = downloader.base, !base.hasPrefix("https://"), !base.hasPrefix("http://") {
      throw UsageError("'--from' takes an address of http or https, and was given '\(base)'")
    }
    if let seconds = try reader.positiveNumber("--timeout") {
      downloader.silentSeconds = max(1, Int(min(seconds, 86_400)))
    }
    downloader.progress = { [progress] in progress.show($0, came: $1) }
    self.downloader = downloader
    wanted = word == "get" ? try Self.data(reader.operands) : nil
    if word == "list", let operand = reader.operands.first {
      throw UsageError("'nbrun data list' takes no name, and was given '\(operand)'")
    }
  }

  /// Lists the data, or brings it.
  func run() throws {
    guard let wanted else { return list() }
    for data in wanted {
      defer { progress.clear() }
      let hasBrought = try downloader.get(data)
      progress.clear()
      let place = "\(downloader.folder)/\(data.name)"
      print(hasBrought ? "\(data.name) is in \(place)" : "\(data.name) was there: \(place)")
    }
  }
}

extension DataCommand {
  private static func data(_ names: [String]) throws -> [DownloadableData] {
    let known = DataCatalog.all.map(\.name)
    let list = known.map { "'\($0)'" }.joined(separator: ", ")
    guard !names.isEmpty else { throw UsageError("'nbrun data get' takes a name: \(list)") }
    return try names.map { name in
      guard let data = DataCatalog.all.first(where: { $0.name == name }) else {
        let near = suggestion(for: name, among: known)
        throw UsageError("there is no data '\(name)'. \(near ?? "There is \(list).")")
      }
      return data
    }
  }

  private func list() {
    print("In \(downloader.folder):")
    for data in DataCatalog.all {
      let state = downloader.has(data) ? "here" : "not here, \(megabytes(data.size))"
      print("  \(padded(data.name, 8)) \(padded(state, 20)) \(data.summary). \(data.origin)")
    }
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
