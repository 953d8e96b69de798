import CNNCore
import Foundation
import Testing

@Suite("The search for a seed") struct SeedSearchTests {
  @Test("finds the first whose numbers will do, from where it begins") func first() {
    func isGood(_ random: inout NumPyRandom) -> Bool { random.randint(100) < 5 }
    let good = (0..<500).filter { seed in
      var random = NumPyRandom(seed: seed)
      return isGood(&random)
    }
    #expect(NumPyRandom.firstSeed(where: isGood) == good[0])
    #expect(NumPyRandom.firstSeed(from: good[0] + 1, where: isGood) == good[1])
    #expect(NumPyRandom.firstSeed(from: good[2], tries: 1, where: isGood) == good[2])
  }

  @Test("says so where none will do") func none() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = NumPyRandom.firstSeed(from: 7, tries: 20) { _ in false }
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(
      text.contains(
        "NumPyRandom.firstSeed: none of the 20 seeds from 7 will do; ask for less, or let 'tries' be more"
      ))
  }
}
