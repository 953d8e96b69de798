import Testing

@testable import Engine

@Suite("Foundation's errors") struct FoundationFailureTests {
  @Test(
    "are told without the folders of this machine",
    arguments: [
      (
        """
        Error Domain=NSCocoaErrorDomain Code=260 "The file doesn’t exist."\
        UserInfo={NSFilePath=missing.csv, NSURL=missing.csv -- file:///home/ada/}
        """, "'missing.csv': The file doesn’t exist.", true
      ),
      (
        """
        Error Domain=NSCocoaErrorDomain Code=513 "You don’t have permission."\
        UserInfo={NSURL=file:///home/ada/x, NSFilePath=/home/ada/x.csv}
        """, "'x.csv': You don’t have permission.", false
      ),
      ("Error Domain=Own Code=3 \"No \"luck\".\"", "No \"luck\".", false),
    ])
  func told(description: String, sentence: String, isMissingFile: Bool) {
    let failure = FoundationFailure(description[...])
    #expect(failure?.sentence == sentence)
    #expect(failure?.isMissingFile == isMissingFile)
  }

  @Test("are told from others", arguments: ["Own.problem(3)", "Error Domain=x", ""])
  func others(description: String) {
    #expect(FoundationFailure(description[...]) == nil)
  }
}
