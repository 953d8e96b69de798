import Foundation

/// Runs a test with the path of a folder that is removed afterwards.
func withTemporaryFolder(_ run: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("CNNCoreTests-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try run(folder.path)
}
