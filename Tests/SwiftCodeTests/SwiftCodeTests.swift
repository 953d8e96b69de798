import SwiftCode
import Testing

@Suite struct SwiftCodeTests {
  @Test func aPieceOfCodeIsParsedOnce() {
    let code = "let once = 1"
    #expect(SwiftCode.tree(of: code).id == SwiftCode.tree(of: code).id)
    #expect(SwiftCode.tree(of: code).id != SwiftCode.tree(of: "let other = 1").id)
    #expect(SwiftCode.tree(of: code).description == code)
  }
}
