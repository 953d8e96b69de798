/// An error of Foundation's as it describes itself, for readers: without the folders in its details, in which
/// no two machines agree.
///
///     Error Domain=NSCocoaErrorDomain Code=260 "The file doesn’t exist."UserInfo={NSFilePath=x.csv, …}
struct FoundationFailure {
  /// What is wrong, with the file's name where one is known.
  let sentence: String
  /// Whether a file is not there.
  let isMissingFile: Bool

  /// The error in a description; nil where it is no such error.
  init?(_ description: Substring) {
    guard description.hasPrefix("Error Domain="), let quote = description.firstIndex(of: "\""),
      let end = description.ranges(of: "\"UserInfo={").first ?? description.ranges(of: "\"").last,
      end.lowerBound > quote
    else { return nil }
    let words = description[description.index(after: quote)..<end.lowerBound]
    let key = "NSFilePath="
    let path = description[end.upperBound...].ranges(of: key).first.map { range in
      description[range.upperBound...].prefix { $0 != "," && $0 != "}" }
    }
    let name = path.map { $0.hasPrefix("/") ? $0.split(separator: "/").last ?? $0 : $0 }
    sentence = name.map { "'\($0)': \(words)" } ?? String(words)
    isMissingFile =
      description.ranges(of: "Code=260 ").first.map { $0.upperBound < end.upperBound } ?? false
  }
}
