import Diagnostics
import Dispatch
import NotebookFormat
import Platform
import Rosters
import Synchronization

/// The making of all sheets by several threads.
final class SheetRun: Sendable {
  /// How it went.
  struct Outcome {
    var made = 0
    var kept = 0
    /// What went wrong with which student, in the order of the roster.
    var failures: [(student: Student, errors: NotebookErrors)] = []
  }

  private struct State {
    var next = 0
    var done = 0
    var outcome = Outcome()
    var end: (any Error)?
  }

  private let students: [Student]
  private let ledger: SheetLedger
  private let files: SheetFiles
  private let progress: SheetProgress
  private let origin: @Sendable (Student) -> String
  private let state = Mutex(State())

  /// - Parameter origin: The digest of all that goes into a student's sheets.
  init(
    _ students: [Student], ledger: SheetLedger, files: SheetFiles, progress: SheetProgress,
    origin: @escaping @Sendable (Student) -> String
  ) {
    self.students = students
    self.ledger = ledger
    self.files = files
    self.progress = progress
    self.origin = origin
  }

  /// Makes the sheets, as many at a time as there are jobs.
  ///
  /// - Parameter maker: Makes what a thread works with.
  /// - Throws: `SystemError` where a file cannot be written: the rest is not begun then.
  func outcome(jobs: Int, maker: @escaping @Sendable () -> SheetMaker) throws -> Outcome {
    DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, students.count))) { _ in
      let maker = maker()
      while let student = next() { make(student, by: maker) }
    }
    progress.clear()
    return try state.withLock { state in
      if let end = state.end { throw end }
      let order = Dictionary(uniqueKeysWithValues: zip(students.map(\.id), students.indices))
      state.outcome.failures.sort { order[$0.student.id] ?? 0 < order[$1.student.id] ?? 0 }
      return state.outcome
    }
  }
}

extension SheetRun {
  private func next() -> Student? {
    state.withLock { state in
      guard state.end == nil, state.next < students.count else { return nil }
      state.next += 1
      return students[state.next - 1]
    }
  }

  private func make(_ student: Student, by maker: SheetMaker) {
    let origin = origin(student)
    do {
      if ledger.holds(student, origin: origin, files: files.all(for: student)) {
        finish { $0.kept += 1 }
      } else {
        try ledger.note(student, origin: origin, contents: maker.make(for: student))
        finish { $0.made += 1 }
      }
    } catch let errors as NotebookErrors {
      finish { $0.failures.append((student, errors)) }
    } catch {
      state.withLock { $0.end = error }
    }
  }

  private func finish(_ change: (inout Outcome) -> Void) {
    let done = state.withLock { state in
      change(&state.outcome)
      state.done += 1
      return state.done
    }
    progress.show(done, of: students.count)
  }
}
