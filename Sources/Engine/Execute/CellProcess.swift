import CellEvents
import Diagnostics
import Glibc
import NotebookFormat
import Platform

/// What running a program's cells brought forth, and how it ended.
struct CellProcessOutcome {
  /// The outputs, values and answers up to the end.
  var log: ExecutionLog
  /// Why the program did not reach its end, or nil.
  var ending: Ending?
  /// The cell that was running when it ended.
  var lastCell: Int?
  /// What the cells looked at and changed in the file system, in order.
  var accesses: [FileAccess] = []
  /// The cells that are not kept for later runs though they ask for that, and why.
  var notKept: [(cell: Int, reason: String)] = []

  /// Why a program did not reach its end.
  enum Ending: Hashable {
    /// It ended by itself: why, and its addresses on the stack.
    case broken(reason: String, message: String, addresses: String, throwAddresses: String)
    /// A cell ran longer than so many seconds; the addresses tell where it was.
    case timeout(seconds: Double, addresses: String)
    /// All cells together ran longer than they may.
    case totalTimeout(addresses: String)
    /// A cell printed or displayed more than so many bytes.
    case tooMuchOutput(bytes: Int, addresses: String)
    /// The cells wrote more than so many bytes of files.
    case tooManyFiles(bytes: Int, addresses: String)
    /// It vanished with this exit code and said nothing.
    case vanished(code: Int32, message: String)

    /// Whether it depends on what the run may use or on what else the machine does: another run may go on.
    var isByLimit: Bool {
      switch self {
      case .timeout, .totalTimeout, .tooMuchOutput, .tooManyFiles, .vanished: true
      case .broken(_, let message, _, _): Self.tellsOfMemory(message)
      }
    }

    /// Where it was, as addresses on the stack.
    var addresses: String {
      switch self {
      case .broken(_, _, let addresses, _), .timeout(_, let addresses),
        .totalTimeout(let addresses), .tooMuchOutput(_, let addresses),
        .tooManyFiles(_, let addresses):
        addresses
      case .vanished: ""
      }
    }

    /// Whether it depends on how long the cells ran.
    var isTimeout: Bool {
      switch self {
      case .timeout, .totalTimeout: true
      default: false
      }
    }

    /// Whether a program's last words are that there is no more memory.
    static func tellsOfMemory(_ message: String) -> Bool {
      message.contains("allocate") || message.contains("out of memory")
    }
  }
}

/// A child process that runs the compiled cells and streams events.
final class CellProcess {
  private let process: ChildProcess
  private let events: Int32
  private let printed: MemoryFile
  private let printedErrors: MemoryFile
  private let ending: MemoryFile
  private let reads: MemoryFile
  private let limits: RunLimits
  private let quota: FolderQuota?
  private let timeouts: [Int: Double]
  private let observer: (CellEvent) -> Void
  private let waiting: () -> Void
  private var decoder = EventDecoder()
  private var recorder: LogRecorder
  private var cellStart = Clock.seconds()
  private let start = Clock.seconds()
  private var receivedBytes = 0
  private var receivedInAll = 0
  private var stop: Stop?

  /// The seconds that a stopped program has, on a busy machine too, to tell where it was.
  private static let lastWords = 5.0

  private enum Stop {
    case timeout(Double)
    case totalTimeout
    case output(Int)
    case files(Int)
  }

  /// Starts the program.
  ///
  /// - Parameters:
  ///   - program: The loadable program.
  ///   - host: The `nbrun-cell` that loads it.
  ///   - folder: The working folder of the cells.
  ///   - confinement: What confines the cells, if anything; they then write to `folder` alone.
  ///   - timeouts: The seconds that cells with an option of their own may run.
  ///   - cellCount: How many cells there are.
  ///   - observer: Is told of every event as it arrives.
  ///   - waiting: Is called from time to time while none arrives.
  /// - Throws: `SystemError` where the child cannot be started.
  init(
    program: String, host: String, folder: String, confinement: Confinement?,
    environment: [String], limits: RunLimits, timeouts: [Int: Double], cellCount: Int,
    observer: @escaping (CellEvent) -> Void,
    waiting: @escaping () -> Void
  ) throws {
    self.limits = limits
    quota = confinement.map { FolderQuota(folder: folder, bytes: $0.folderSize) }
    self.timeouts = timeouts
    self.observer = observer
    self.waiting = waiting
    printed = try MemoryFile()
    printedErrors = try MemoryFile()
    ending = try MemoryFile()
    reads = try MemoryFile()
    recorder = LogRecorder(
      printed: printed, printedErrors: printedErrors, cellCount: cellCount)
    let pipe = try Pipe()
    events = pipe.reading
    defer { close(pipe.writing) }
    var command = (path: host, arguments: [program, String(limits.memory), folder])
    if let confinement {
      command = confinement.command(
        host, command.arguments,
        readable: [host, program, host.parentFolder] + confinement.readable,
        writable: [folder], memory: limits.memory)
    }
    process = try ChildProcess(
      command.path, command.arguments, environment: environment,
      descriptors: [
        -1, printed.descriptor, printedErrors.descriptor, pipe.writing, ending.descriptor,
        reads.descriptor,
      ], hasFixedAddresses: true)
  }

  deinit {
    close(events)
  }

  /// Waits for the end, within the limits.
  func outcome() -> CellProcessOutcome {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var killTime: Double?
    // A cell can close its end of the pipe and go on; the limits hold until the process has ended.
    var isOpen = true
    while true {
      var descriptor = pollfd(fd: isOpen ? events : -1, events: Int16(POLLIN), revents: 0)
      let ready = poll(&descriptor, 1, isOpen ? 20 : 1)
      if ready > 0 {
        let count = read(events, &buffer, buffer.count)
        if count == 0 || (count < 0 && errno != EINTR) { isOpen = false }
        receivedBytes += max(0, count)
        receivedInAll += max(0, count)
        for event in decoder.events(in: buffer[..<max(0, count)]) { take(event) }
      } else if process.hasEnded() {
        break
      } else {
        waiting()
      }
      if let killTime {
        if Clock.seconds() > killTime { process.end() }
      } else if let exceeded = exceededLimit() {
        stop = exceeded
        process.send(signal: SIGABRT)
        killTime = Clock.seconds() + Self.lastWords
      }
    }
    return outcome(code: process.wait())
  }
}

extension CellProcess {
  private func take(_ event: StampedEvent) {
    if case .started(let cell) = event.event, cell > recorder.latestCell ?? -1 {
      cellStart = Clock.seconds()
      receivedBytes = 0
    } else if case .ended = event.event, recorder.currentCell != nil {
      // The time until the next cell begins is not the former one's.
      cellStart = Clock.seconds()
    }
    recorder.take(event)
    observer(event.event)
  }

  private func exceededLimit() -> Stop? {
    let timeout = recorder.currentCell.flatMap { timeouts[$0] } ?? limits.timeout
    if Clock.seconds() - cellStart > timeout { return .timeout(timeout) }
    if Clock.seconds() - start > limits.total { return .totalTimeout }
    if recorder.bytesPrintedInCell > limits.printed { return .output(limits.printed) }
    if receivedBytes > limits.displayed { return .output(limits.displayed) }
    if receivedInAll > limits.displayedInAll { return .output(limits.displayedInAll) }
    if let quota, quota.isExceeded() { return .files(quota.bytes) }
    return nil
  }

  private func outcome(code: Int32) -> CellProcessOutcome {
    var endingDecoder = EventDecoder()
    for event in endingDecoder.events(in: ending.bytes) { recorder.take(event) }
    let broken = recorder.broken
    let isWell = broken == nil && code == 0 && recorder.hasFinished
    let message = isWell ? "" : recorder.takeFailureText()
    recorder.takeRest()
    var outcome = CellProcessOutcome(
      log: recorder.log, ending: nil, lastCell: recorder.currentCell ?? recorder.latestCell)
    outcome.accesses = FileAccess.accesses(in: reads.bytes)
    outcome.notKept = recorder.notKept
    switch (stop, broken) {
    case (.timeout(let seconds), _):
      outcome.ending = .timeout(seconds: seconds, addresses: broken?.addresses ?? "")
    case (.totalTimeout, _):
      outcome.ending = .totalTimeout(addresses: broken?.addresses ?? "")
    case (.output(let bytes), _):
      outcome.ending = .tooMuchOutput(bytes: bytes, addresses: broken?.addresses ?? "")
    case (.files(let bytes), _):
      outcome.ending = .tooManyFiles(bytes: bytes, addresses: broken?.addresses ?? "")
    case (nil, let broken?):
      outcome.ending = .broken(
        reason: broken.reason, message: message, addresses: broken.addresses,
        throwAddresses: broken.throwAddresses)
    case (nil, nil) where code != 0 || !recorder.hasFinished:
      outcome.ending = .vanished(code: code, message: message)
    case (nil, nil): break
    }
    return outcome
  }
}
