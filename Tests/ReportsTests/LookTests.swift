import Foundation
import Testing
import Platform

@testable import Reports

@Test func look() throws {
  let cache = ContentCache(folder: "/tmp/rcache")
  for _ in 0..<4 {
    let t = ContinuousClock.now
    let w = HTMLWriter(
      templates: "\(packageFolder)/templates", typesetter: MathTypesetter(cache: cache),
      cache: cache)
    let page = try w.document(for: Sample.everything, log: Sample.log, context: Sample.context)
    print("TIME", ContinuousClock.now - t, page.utf8.count)
    try page.write(toFile: "/tmp/x.html", atomically: true, encoding: .utf8)
  }
}
