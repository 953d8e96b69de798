import CellEvents
import Testing

@Suite struct FrameTests {
  private static let events: [StampedEvent] = [
    StampedEvent(.started(cell: 3), printed: 0, printedErrors: 0),
    StampedEvent(
      .display(MIMEBundle([.init(type: "text/plain", content: "x = −1\n\0")])), printed: 12,
      printedErrors: 1 << 40),
    StampedEvent(
      .answer(name: "z₁", json: "[1.5]", tolerance: 1e-6, MIMEBundle([])), printed: 1,
      printedErrors: 2),
    StampedEvent(.inlineValue(index: 7, text: ""), printed: 1, printedErrors: 2),
    StampedEvent(.figureStyle("a{}"), printed: 1, printedErrors: 2),
    StampedEvent(.progress("50 %"), printed: 1, printedErrors: 2),
    StampedEvent(
      .broken(reason: "exit 3", addresses: "0x1 0x2", throwAddresses: ""), printed: 1,
      printedErrors: 2),
    StampedEvent(.ended(cell: 3), printed: 1, printedErrors: 2),
    StampedEvent(.finished, printed: 1, printedErrors: 2),
  ]

  @Test("events come back as they were sent, however the bytes are cut", arguments: [1, 7, 4096])
  func roundTrip(pieceLength: Int) {
    let bytes = Self.events.flatMap(\.frame)
    var decoder = EventDecoder()
    var received: [StampedEvent] = []
    for start in stride(from: 0, to: bytes.count, by: pieceLength) {
      received += decoder.events(in: bytes[start..<min(start + pieceLength, bytes.count)])
    }
    #expect(received == Self.events)
  }

  @Test func aFrameThatMakesNoSenseIsPassedOver() {
    var decoder = EventDecoder()
    let nonsense: [UInt8] = [3, 0, 0, 0, 1, 2, 3]
    #expect(decoder.events(in: nonsense + Self.events[0].frame) == [Self.events[0]])
  }
}
