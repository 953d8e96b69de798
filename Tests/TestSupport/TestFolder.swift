import Foundation

/// Folders for the files of tests, all in one that goes when the test process ends.
public enum TestFolder {
  private static let common: URL = {
    atexit { try? FileManager.default.removeItem(at: TestFolder.common) }
    return FileManager.default.temporaryDirectory.appendingPathComponent(
      "nbrun-tests-\(ProcessInfo.processInfo.processIdentifier)")
  }()

  /// A new folder, empty.
  public static func make() throws -> URL {
    let folder = common.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }
}
