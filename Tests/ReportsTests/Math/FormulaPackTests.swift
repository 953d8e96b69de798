import Foundation
import Platform
import Testing

@testable import Reports

@Suite("Formulas in the cache") struct FormulaPackTests {
  @Test("come back from the file's bytes") func roundTrip() {
    var pack = FormulaPack()
    pack.add("inline:x", "<math><mi>x</mi></math>")
    pack.add("display:Σ\n", "")
    #expect(FormulaPack(bytes: pack.bytes).formulas == pack.formulas)
    for length in 0..<pack.bytes.count {
      #expect(FormulaPack(bytes: Array(pack.bytes.prefix(length))).formulas.isEmpty)
    }
  }

  @Test("are taken from there for the document that has them") func taken() throws {
    let folder = try TemporaryFolder()
    let cache = ContentCache(folder: folder.path)
    func set(_ document: String, _ tex: String) -> String? {
      let typesetter = MathTypesetter(cache: cache)
      return typesetter.setting(formulasOf: document) {
        try? typesetter.mathML(tex, isDisplay: false)
      }
    }
    #expect(set("a.nb", "x")?.contains("<mi>x</mi>") == true)
    // Were it set anew, this would not be seen.
    let kind = folder.path + "/formulas"
    let part = try #require(Files.entries(of: kind).first)
    let name = try #require(Files.entries(of: "\(kind)/\(part)").first)
    var pack = FormulaPack()
    pack.add("inline:x", "kept")
    cache.store("formulas", part + name, pack.bytes)
    #expect(set("a.nb", "x") == "kept")
    #expect(set("b.nb", "x") != "kept")
    #expect(set("a.nb", "y")?.contains("<mi>y</mi>") == true)
  }
}
