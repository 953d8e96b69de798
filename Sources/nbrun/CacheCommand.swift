import Platform

/// `nbrun cache clear`
struct CacheCommand {
  init(_ arguments: [String]) throws {
    guard arguments == ["clear"] else {
      throw UsageError("'nbrun cache' knows one word, 'clear'")
    }
  }

  func run() throws {
    // The compiler's own modules say nothing about notebooks, and take it a second to build.
    ContentCache(folder: Installation.cacheFolder).clear(except: ["modules"])
  }
}
