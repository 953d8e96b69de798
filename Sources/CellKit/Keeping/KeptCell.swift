internal import CellEvents
internal import Glibc

/// What a cell brought forth in an earlier run, read from the file that `KeptCellWriter` wrote.
final class KeptCell {
  private let file: MappedFile
  private var values: [String: UnsafeRawBufferPointer] = [:]
  private var outputs: [Output] = []
  private var looks: [(access: FileAccess, state: String)] = []
  private var folder = ""

  private enum Output {
    case printed(descriptor: Int32, String)
    case event(CellEvent)
  }

  /// The cell's file; nil where there is none that is whole and still holds.
  init?(path: String) {
    guard let file = MappedFile(path: path), file.bytes.count >= 32 else { return nil }
    self.file = file
    let digest = Digest()
    digest.take(UnsafeRawBufferPointer(rebasing: file.bytes.dropLast(32)))
    let stored = String(decoding: file.bytes.suffix(32), as: UTF8.self)
    guard digest.hex == stored, (try? readSections()) != nil, isUpToDate else { return nil }
    utimes(path, nil)
  }

  /// The kept value of a variable; nil where the cell left it as it was.
  ///
  /// - Throws: `KeepingProblem` where it has another type.
  func value<Value>(of name: String) throws -> Value? {
    guard let bytes = values[name] else { return nil }
    var source = ByteSource(bytes)
    let value: Value = try keptValue(in: &source)
    return value
  }

  /// Prints and displays what the cell did, and tells the runner of what it looked at.
  func replay() {
    for (access, _) in looks {
      Descriptors.write(String(decoding: access.note, as: UTF8.self), to: Descriptors.reads)
    }
    for output in outputs {
      switch output {
      case .printed(let descriptor, let text): Descriptors.write(text, to: descriptor)
      case .event(let event):
        if case .answer(let name, _, _, _) = event { AnswerNames.record(name) }
        EventChannel.shared.send(event)
      }
    }
  }
}

extension KeptCell {
  /// Whether what the cell looked at is as it was, found from the same folder.
  private var isUpToDate: Bool {
    looks.isEmpty
      || folder == Descriptors.workingFolder
        && looks.allSatisfy { $0.state == $0.access.state(digest: Digest.ofFile) }
  }

  private func readSections() throws {
    let content = UnsafeRawBufferPointer(rebasing: file.bytes.dropLast(32))
    var source = ByteSource(content)
    while !source.isAtEnd {
      let letter = Character(UnicodeScalar(try source.read(raw: UInt8.self)))
      switch letter {
      case "V":
        let name = try source.readText()
        values[name] = try source.read(count: try source.read(raw: Int.self))
      case "O": outputs.append(.printed(descriptor: 1, try source.readText()))
      case "E": outputs.append(.printed(descriptor: 2, try source.readText()))
      case "D":
        var decoder = EventDecoder()
        let frame = try source.read(count: try source.read(raw: Int.self))
        outputs += decoder.events(in: Array(frame)[...]).map { .event($0.event) }
      case "R":
        let access = FileAccess.accesses(in: try source.readText().utf8)
        looks += zip(access, [try source.readText()]).map { (access: $0, state: $1) }
      case "F": folder = try source.readText()
      default: throw KeepingProblem.cutShort
      }
    }
  }
}
