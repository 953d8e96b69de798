import CellEvents
import Platform

extension [FileAccess] {
  /// Whether another run would find the same as long as the paths are as they are now.
  ///
  /// It would not where the cells have changed what they had looked at before, such as a file that counts
  /// their runs, and nobody knows where they looked in ways that are not followed.
  var areRepeatable: Bool {
    var seen: Set<String> = []
    var listed: Set<String> = []
    for access in self {
      let place = access.path.place
      switch access.kind {
      case .read, .examined, .linkExamined: seen.insert(place)
      case .listed: listed.insert(place)
      case .written:
        if seen.contains(place) || listed.contains(place.parentFolder) { return false }
      case .untraced: return false
      }
    }
    return true
  }

  /// The paths of the files that the cells have written and left, but for those in the run's own folder.
  func leftFiles(outside folder: String) -> Set<String> {
    Set(
      filter { $0.kind == .written && !$0.path.hasPrefix(folder + "/") && Files.isFile($0.path) }
        .map(\.path))
  }
}

extension String {
  /// The path without symbolic links, the root as an empty one; the last part of it need not be there.
  fileprivate var place: String {
    if let real = Files.realPath(self) { return real == "/" ? "" : real }
    return "\(parentFolder.isEmpty ? "" : parentFolder.place)/\(split(separator: "/").last ?? "")"
  }
}
