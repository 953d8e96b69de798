import CellEvents
import Diagnostics
import NotebookFormat

/// Whether a key grades as it should: it earns every point itself, and its untouched handout none.
public struct SelfTest: Sendable {
  /// The key graded by itself.
  public let key: Grade
  /// The untouched handout graded by the key.
  public let handout: Grade
  /// What is wrong, at the key's cells.
  public let diagnostics: [Diagnostic]

  /// What both earn, in one sentence or two.
  public var summary: String {
    let count = key.answers.count
    let exercises = key.exercises.count
    let possible = Grade.text(ofPoints: key.possiblePoints)
    let byHand = key.ungradedPoints
    return "\(count) \(count == 1 ? "answer" : "answers") in \(exercises) "
      + "\(exercises == 1 ? "exercise" : "exercises"); the key earns "
      + "\(Grade.text(ofPoints: key.points)) of \(possible) points, the untouched handout "
      + "\(Grade.text(ofPoints: handout.points))"
      + (byHand > 0 ? "; \(Grade.text(ofPoints: byHand)) more are given by hand" : "")
  }

  /// Compares three runs.
  ///
  /// - Parameters:
  ///   - notebook: The key.
  ///   - log: What its cells brought forth.
  ///   - repeated: What they brought forth when run as a student's notebook is.
  ///   - handout: What the cells of the untouched handout brought forth.
  public init(
    of notebook: Notebook, log: ExecutionLog, repeated: ExecutionLog, handout: ExecutionLog
  ) {
    key = Grade(key: notebook, keyLog: log, studentLog: repeated)
    self.handout = Grade(key: notebook, keyLog: log, studentLog: handout)
    let places = AnswerPlaces(notebook, log)
    var found = key.answers.compactMap { $0.faultOfKey(at: places) }
    found += self.handout.answers.compactMap { $0.faultOfHandout(at: places) }
    let recorded = log.answers.map(\.name)
    for mistake in log.mistakes {
      let name = mistake.answer
      if !recorded.contains(name) {
        let near = suggestion(for: name, among: recorded)
        found.append(
          Diagnostic(
            .warning,
            "the mistake '\(mistake.words)' is of an answer that nothing records, '\(name)'",
            file: places.file,
            at: notebook.cells.lazy.compactMap { $0.line(with: "commonMistake(\"\(name)\"") }.first,
            help: near ?? "Give the name of an answer."))
        continue
      }
      var mistaken = ExecutionLog()
      mistaken.answers = [.init(name: name, json: mistake.json)]
      let grade = Grade(key: notebook, keyLog: log, studentLog: mistaken)
      guard grade.answers.contains(where: { $0.name == name && $0.verdict == .right }) else {
        continue
      }
      found.append(
        places.diagnostic(
          .warning, "the mistake '\(mistake.words)' gives the right value of '\(name)'", of: name,
          help: "Choose a seed or numbers with which it shows."))
    }
    if !key.ungradedAnswers.isEmpty { found.append(key.warningOfUngradedAnswers(in: places.file)) }
    diagnostics = found
  }
}

extension Grade {
  /// The answers of all exercises.
  var answers: [AnswerGrade] { exercises.flatMap(\.answers) }

  /// Tells of the key's answers that count for nothing.
  public func warningOfUngradedAnswers(in file: String) -> Diagnostic {
    let names = ungradedAnswers.map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      .warning, "not graded, since no exercise asks for it: \(names)", file: file,
      help: "Record in an '.exercise', or in the '.solution' behind it, what is to be graded.")
  }
}

extension AnswerGrade {
  fileprivate func faultOfKey(at places: AnswerPlaces) -> Diagnostic? {
    guard verdict != .right else { return nil }
    let what = verdict == .missing ? "records no '\(name)'" : "records another value of '\(name)'"
    return places.diagnostic(
      .error, "run as a student's notebook, the key \(what)", of: name,
      help:
        "Students' cells have the notebook, its seed, its parameters, and the files of its folder that "
        + "cells outside of solutions read: an answer has to follow from these.")
  }

  fileprivate func faultOfHandout(at places: AnswerPlaces) -> Diagnostic? {
    let what: String
    switch verdict {
    case .right: what = "'\(name)' right"
    case .partlyRight(let count, let all): what = "\(count) of \(all) numbers of '\(name)' right"
    default: return nil
    }
    return places.diagnostic(
      .error, "the untouched handout has \(what)", of: name,
      help: "Record it in the solution, or let it follow from what the solution computes.")
  }
}

/// Where a key's answers are recorded.
private struct AnswerPlaces {
  let file: String
  private let cells: [String: Cell]

  init(_ notebook: Notebook, _ log: ExecutionLog) {
    file = notebook.source.name
    let pairs = log.answers.compactMap { answer in
      answer.cell.map { (answer.name, notebook.cells[$0]) }
    }
    cells = Dictionary(pairs) { first, _ in first }
  }

  /// A message at the line that names the answer, or where no line does at its cell.
  func diagnostic(
    _ severity: Diagnostic.Severity, _ message: String, of name: String, help: String
  ) -> Diagnostic {
    let position = cells[name].map { $0.line(with: "answer(\"\(name)\"") ?? $0.position }
    return Diagnostic(severity, message, file: file, at: position, help: help)
  }
}

extension Cell {
  /// The place of the first line of the code that holds a text.
  fileprivate func line(with text: String) -> SourcePosition? {
    let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.firstIndex { $0.contains(text) }.map {
      SourcePosition(line: codePosition.line + $0, column: codePosition.column)
    }
  }
}
