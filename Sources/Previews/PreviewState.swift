import Synchronization

/// What a preview has come to, shared by the renderer and the browser's connections.
public final class PreviewState: Sendable {
  /// What the renderer is at.
  public enum Status: String, Codable, Sendable {
    /// The notebook runs.
    case running
    /// The document shows the notebook as it is.
    case current
    /// The notebook is wrong; the document shows it as it was.
    case failed
  }

  /// What the page is told.
  public struct Report: Codable, Hashable, Sendable {
    /// Grows with each change of anything here.
    public var event = 0
    /// Grows with each document; 0 where there is none yet.
    public var document = 0
    /// What the renderer is at.
    public var status = Status.running
    /// How far the run is, or what is wrong.
    public var text = ""
  }

  private let content = Mutex<(report: Report, document: [UInt8])>((Report(), []))

  /// A preview without a document.
  public init() {}

  /// What the page is told now.
  public var report: Report { content.withLock { $0.report } }

  /// The document; empty where there is none yet.
  public var document: [UInt8] { content.withLock { $0.document } }

  /// Changes what the page is told of the run.
  public func set(_ status: Status, _ text: String) {
    content.withLock { content in
      guard content.report.status != status || content.report.text != text else { return }
      content.report.status = status
      content.report.text = text
      content.report.event += 1
    }
  }

  /// Takes a new document, which has the given number.
  public func show(_ document: [UInt8], number: Int) {
    content.withLock { content in
      content.document = document
      content.report.document = number
      content.report.status = .current
      content.report.text = ""
      content.report.event += 1
    }
  }
}
