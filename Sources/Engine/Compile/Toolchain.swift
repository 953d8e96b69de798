import Diagnostics
import Glibc
import Platform

/// The Swift toolchain on this machine.
public struct Toolchain: Sendable {
  /// The folder with `swift-frontend`, `ld.lld` and `llvm-symbolizer`.
  public let binaries: String

  /// The toolchain whose `swiftc` comes first on the PATH.
  ///
  /// - Throws: A diagnostic that says how to get one.
  public init(path: String) throws {
    let candidates = path.split(separator: ":").map { "\($0)/swiftc" }
    guard let compiler = candidates.first(where: { access($0, X_OK) == 0 }),
      let real = Files.realPath(compiler), let slash = real.lastIndex(of: "/")
    else {
      throw Diagnostic(
        .error, "cannot find the Swift compiler 'swiftc' on the PATH",
        help: "Install Swift 6.3 from https://www.swift.org/install and add its 'usr/bin' to PATH.")
    }
    binaries = String(real[..<slash])
  }

  /// The folder with all that belongs to the toolchain.
  var folder: String { "\(binaries)/.." }

  /// The folder with the runtime libraries.
  var libraries: String { "\(binaries)/../lib/swift/linux" }

  /// Changes whenever another compiler is installed.
  public var identity: String { Files.identity("\(binaries)/swift-frontend") }
}

/// What the runner itself brings for the cells: the modules to compile against and to link with.
public struct CellLibraries: Sendable {
  /// The folder with the `.swiftmodule` files of CNNCore, Figures and CellKit.
  public var modules: String
  /// The folder with `libCellKit.so`.
  public var library: String
  /// The program that loads and runs compiled cells, `nbrun-cell`.
  public var host: String

  /// The given folders and program.
  public init(modules: String, library: String, host: String) {
    self.modules = modules
    self.library = library
    self.host = host
  }

  /// Changes whenever the core or the kit is built anew.
  public var identity: String {
    Files.identity("\(library)/libCellKit.so") + Files.identity(host)
  }
}
