import Platform

/// `nbrun cache clear`
struct CacheCommand {
  init(_ arguments: [String]) throws {
    guard arguments == ["clear"] else {
      throw UsageError("'nbrun cache' knows one word, 'clear'")
    }
  }

  func run() throws {
    // The compiler's modules and KaTeX's bytecode say nothing about notebooks, and take a while to
    // build; downloaded data takes a while to download. What else is in the folder is not ours.
    ContentCache(folder: Installation.cacheFolder).clear([
      "answers", "cell", "compiler", "doc", "document", "formulas", "modules-of-strangers",
      "program",
      "run",
    ])
  }
}
