internal import CellEvents
internal import Glibc

/// Writes what a cell brings forth while it runs, to a file that appears once the cell has ended.
///
/// The file is a row of sections, each an ASCII letter and its fields; at its end stands the digest of
/// all before it:
///
///     V name, byte count, value      a variable's value
///     O text  /  E text  /  D frame  what was printed, and what was displayed, in order
///     R note, state                  what was looked at in the file system
///     F folder                       where the cell ran
final class KeptCellWriter {
  private let path: String
  private let temporaryPath: String
  private let file: UnsafeMutablePointer<FILE>
  private let sink: ByteSink
  private let start: (output: Int, errors: Int, reads: Int)
  /// The events so far, each with what had been printed before it.
  private var events: [StampedEvent] = []
  private var isFinished = false

  /// Begins a file; nil where it cannot be written.
  init?(path: String) {
    self.path = path
    temporaryPath = "\(path).\(getpid())"
    guard let file = fopen(temporaryPath, "wb") else { return nil }
    self.file = file
    sink = ByteSink(file: file)
    start = Descriptors.offsets
  }

  deinit {
    fclose(file)
    if !isFinished { unlink(temporaryPath) }
  }

  /// Takes an event that the cell has sent.
  func take(_ event: StampedEvent) {
    if case .progress = event.event { return }
    events.append(event)
  }

  /// Writes a variable's value.
  func write(_ name: String, _ value: KeptVariable, count: Int) throws {
    section("V", name)
    sink.write(raw: count)
    try value.write(sink)
  }

  /// Writes the rest and lets the file appear.
  ///
  /// - Throws: `KeepingProblem` where the cell has written files, which would be missing another time, or
  ///   has looked where nobody can follow.
  func finish() throws {
    fflush(nil)
    let end = Descriptors.offsets
    var printed = (output: start.output, errors: start.errors)
    for event in events + [
      StampedEvent(.ended(cell: 0), printed: end.output, printedErrors: end.errors)
    ] {
      for (letter, descriptor, range) in [
        ("O", Int32(1), printed.output..<max(printed.output, event.printed)),
        ("E", 2, printed.errors..<max(printed.errors, event.printedErrors)),
      ] where !range.isEmpty {
        section(letter, Descriptors.text(of: descriptor, range))
      }
      printed = (event.printed, event.printedErrors)
      if case .ended = event.event { continue }
      sink.write(raw: Character("D").asciiValue!)
      sink.write(raw: event.frame.count)
      event.frame.withUnsafeBytes { sink.write($0) }
    }
    let notes = Descriptors.text(of: Descriptors.reads, start.reads..<max(start.reads, end.reads))
    var looks: Set<FileAccess> = []
    for access in FileAccess.accesses(in: notes.utf8) where looks.insert(access).inserted {
      if access.kind == .written { throw KeepingProblem.writtenFile(access.path) }
      if access.kind == .untraced { throw KeepingProblem.untraced(access.path) }
      section("R", String(decoding: access.note, as: UTF8.self))
      sink.write(access.state(digest: Digest.ofFile))
    }
    section("F", Descriptors.workingFolder)
    close()
  }

  private func section(_ letter: Character, _ text: String) {
    sink.write(raw: letter.asciiValue!)
    sink.write(text)
  }

  private func section(_ letter: String, _ text: String) {
    section(Character(letter), text)
  }

  private func close() {
    fflush(file)
    let digest = Digest.ofFile(temporaryPath)
    guard sink.isWhole, fputs(digest, file) >= 0, fflush(file) == 0 else { return }
    isFinished = rename(temporaryPath, path) == 0
  }
}
