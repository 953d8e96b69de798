/// Where the engine keeps what it makes.
public struct RunFolders: Sendable {
  /// The cache for programs and results.
  public var cache: String
  /// The folder for files that live as long as the run.
  public var temporary: String

  /// The given folders.
  public init(cache: String, temporary: String) {
    self.cache = cache
    self.temporary = temporary
  }
}
