import Platform

/// `nbrun cache clear`
struct CacheCommand {
  init(_ arguments: [String]) throws {
    guard arguments == ["clear"] else {
      throw UsageError("'nbrun cache' knows one word, 'clear'")
    }
  }

  func run() throws {
    ContentCache(folder: Installation.cacheFolder).clear()
  }
}
