import Diagnostics
import Testing

@Suite("The nearest word")
struct SuggestionTests {
  @Test(
    "is at most two edits away, one for short words",
    arguments: [
      ("ecoh", "echo"), ("ehco", "echo"), ("fig-capt", "fig-cap"), ("swfit", "swift"),
      ("Echo", "echo"), ("labl", "label"), ("lbl", nil), ("colour", nil), ("", nil),
      ("fig-pac", "fig-cap"),
    ] as [(String, String?)])
  func near(word: String, nearest expected: String?) {
    #expect(nearest(to: word, among: ["echo", "label", "fig-cap", "swift"]) == expected)
  }

  @Test("is asked for in a sentence of its own, or behind a message")
  func sentences() {
    #expect(suggestion(for: "ecoh", among: ["echo"]) == "Did you mean 'echo'?")
    #expect(suggestion(for: "label", among: ["echo"]) == nil)
    #expect(trailingSuggestion(for: "ecoh", among: ["echo"]) == ". Did you mean 'echo'?")
    #expect(trailingSuggestion(for: "label", among: ["echo"]) == "")
  }

  @Test("is the first of equally near ones")
  func tie() {
    #expect(nearest(to: "fig-c", among: ["fig-a", "fig-b"]) == "fig-a")
  }
}
