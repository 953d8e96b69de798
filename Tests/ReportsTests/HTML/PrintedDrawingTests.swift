import CellEvents
import Testing

@testable import Reports

@Suite("Drawings on paper") struct PrintedDrawingTests {
  private func drawing(_ width: Double, _ height: Double) -> CellOutput {
    let markup = "<svg xmlns=\"x\" class=\"a\" width=\"\(width)\" height=\"\(height)\"></svg>"
    return .display(
      MIMEBundle([
        .init(type: "text/plain", content: "x"), .init(type: "image/svg+xml", content: markup),
      ]))
  }

  @Test("are kept on one page unless they fill two fifths of it, shrunk as they are there")
  func tall() {
    #expect(!PrintedDrawing.isTall([]))
    #expect(!PrintedDrawing.isTall([drawing(560, 130), drawing(560, 130), drawing(560, 180)]))
    #expect(PrintedDrawing.isTall([drawing(560, 240), .printed("x"), drawing(560, 240)]))
    #expect(!PrintedDrawing.isTall([drawing(1280, 700)]))
    #expect(PrintedDrawing.isTall([drawing(1280, 800)]))
    #expect(
      !PrintedDrawing.isTall([.display(MIMEBundle([.init(type: "image/svg+xml", content: "")]))]))
  }
}
