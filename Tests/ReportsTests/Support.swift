import CellEvents
import Foundation
import Platform

@testable import Reports

/// The package's top folder.
let packageFolder = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

/// A writer without a cache.
func writer() -> HTMLWriter {
  HTMLWriter(templates: "\(packageFolder)/templates", typesetter: MathTypesetter())
}
