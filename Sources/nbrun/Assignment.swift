import CellEvents
import Engine
import NotebookFormat
import Platform

/// What a key hands out: the notebook to fill in, and the files that its cells read.
struct Assignment {
  /// The key, its seed and parameters as they are to be.
  let key: Notebook
  /// The notebook to fill in; nil where the key cannot do without its solutions.
  let handout: Notebook?
  /// The files in the key's folder that the notebook to fill in reads, by their names from there.
  let files: [(name: String, path: String)]

  /// - Parameters:
  ///   - looks: What the key's cells read.
  ///   - options: Those of the key's run.
  init(
    _ key: Notebook, handout: Notebook?, looks: Set<FileAccess>, in workshop: Workshop,
    _ options: RunOptions
  ) {
    self.key = key
    self.handout = handout
    guard let handout, let folder = Files.realPath(options.folder),
      !Self.files(in: folder, looks).isEmpty
    else {
      files = []
      return
    }
    // What solutions alone read is not for students.
    var options = options
    options.allowErrors = true
    let given = try? workshop.run(handout, options).looks
    files = Self.files(in: folder, given ?? [])
  }

  private static func files(
    in folder: String, _ looks: Set<FileAccess>
  ) -> [(name: String, path: String)] {
    looks.filter { $0.kind == .read && $0.path.hasPrefix(folder + "/") && Files.isFile($0.path) }
      .map { (String($0.path.dropFirst(folder.count + 1)), $0.path) }.sorted { $0.0 < $1.0 }
  }
}
