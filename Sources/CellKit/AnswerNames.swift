import Synchronization

/// The names of the answers so far: each stands for one value.
enum AnswerNames {
  private static let names = Mutex<Set<String>>([])

  /// Records a name, and ends the program where it was given before.
  static func record(_ name: String) {
    let isNew = names.withLock { $0.insert(name).inserted }
    if !isNew { fatalError("the answer '\(name)' is recorded twice") }
  }
}
