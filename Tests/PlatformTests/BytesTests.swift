import Platform
import Testing

@Suite struct BytesTests {
  @Test(
    "base 64 is that of RFC 4648",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
      ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"), ("\u{3FF}\u{3EF}", "z7/Prw=="),
    ])
  func base64(text: String, encoded: String) {
    #expect(Base64.encoded(Array(text.utf8)) == encoded)
    #expect(Base64.decoded(encoded) == Array(text.utf8))
    #expect(Base64.decoded(encoded.map { "\($0)\n" }.joined()) == Array(text.utf8))
  }

  @Test func noBase64() {
    #expect(Base64.decoded("Zm9*") == nil)
    #expect(Base64.decoded("Zmé") == nil)
  }

  @Test func digests() {
    let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    #expect(SHA256.hex(of: "abc") == digest)
    var sum = FileDigest(.sha256)
    sum.update(Array("ab".utf8))
    sum.update("c".utf8)
    #expect(sum.finish() == digest)
    var second = FileDigest(.md5)
    second.update(Array("abc".utf8))
    #expect(second.finish() == "900150983cd24fb0d6963f7d28e17f72")
  }

  @Test(arguments: [
    ("a/b/c", "a/b"), ("/a/b", "/a"), ("/a", ""), ("a", ""), ("", ""), ("a/", "a"),
  ])
  func parentFolder(path: String, parent: String) {
    #expect(path.parentFolder == parent)
  }
}
