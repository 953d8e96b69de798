import Glibc
import Platform

/// Brings files from servers into a folder, each one whole or not at all.
///
/// What has come of a file stays when the connection or the program ends, and the next try goes on there.
/// Every file is checked by its digest before it takes its place.
public struct Downloader {
  /// Where the data goes: each in a folder of its name.
  public var folder: String
  /// A server's folder that is asked in place of the usual ones.
  public var base: String?
  /// How often an address is asked that fails for a passing reason.
  public var attempts = 3
  /// The seconds to wait before the second time; twice as long before the third.
  public var pause = 1.0
  /// The seconds after which a silent server is given up.
  public var silentSeconds = 30
  /// Is told how many bytes of a file have come.
  public var progress: (RemoteFile, Int) -> Void = { _, _ in }

  /// A downloader into a folder.
  public init(folder: String) {
    self.folder = folder
  }

  /// Whether all of the data is there, as far as its lengths tell.
  public func has(_ data: DownloadableData) -> Bool {
    data.files.allSatisfy { file in
      if file.members.isEmpty { return size(of: "\(folder)/\(data.name)/\(file.name)") > 0 }
      return file.members.allSatisfy {
        size(of: "\(folder)/\(data.name)/\($0.name)") == $0.size
      }
    }
  }

  /// Brings what is missing of the data, and replaces what is damaged.
  ///
  /// - Returns: Whether anything was brought.
  /// - Throws: `DownloadError`, or `SystemError` where a file cannot be written.
  public func get(_ data: DownloadableData) throws -> Bool {
    try Files.makeFolder("\(folder)/\(data.name)")
    var hasBrought = false
    for file in data.files {
      if try isThere(file, in: data) { continue }
      try bring(file, to: "\(folder)/\(data.name)/\(file.name)")
      hasBrought = true
    }
    return hasBrought
  }
}

extension Downloader {
  private func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : -1
  }

  private func isThere(_ file: RemoteFile, in data: DownloadableData) throws -> Bool {
    let path = "\(folder)/\(data.name)/\(file.name)"
    guard file.members.isEmpty else {
      return file.members.allSatisfy {
        size(of: "\(folder)/\(data.name)/\($0.name)") == $0.size
      }
    }
    return size(of: path) >= 0 && FileCheck.failure(of: path, as: file) == nil
  }

  private func bring(_ file: RemoteFile, to target: String) throws {
    let partial = try PartialFile(of: target)
    var failures: [(address: String, reason: TransferFailure)] = []
    for folder in base.map({ [$0] }) ?? file.folders {
      let address = (folder.hasSuffix("/") ? folder : "\(folder)/") + file.name
      if let failure = try failure(of: address, for: file, into: partial) {
        failures.append((address, failure))
        continue
      }
      if file.members.isEmpty {
        try partial.move(to: target)
      } else {
        try TarArchive.extract(file.members, from: partial.path, into: target.parentFolder)
        partial.remove()
      }
      return
    }
    let kept = partial.count
    if kept == 0 { partial.remove() }
    throw DownloadError(name: file.name, failures: failures, kept: kept)
  }

  /// Tries an address; nil where the file has come and is the right one.
  private func failure(
    of address: String, for file: RemoteFile, into partial: PartialFile
  ) throws -> TransferFailure? {
    var wait = pause
    var attempt = 1
    while true {
      let wasResumed = partial.count > 0
      do {
        if partial.count > file.largestSize { partial.restart() }
        if partial.count != file.size {
          let transfer = Transfer(to: partial, of: file) { progress(file, $0) }
          try transfer.run(address, silentSeconds: silentSeconds)
        }
        guard let failure = FileCheck.failure(of: partial.path, as: file) else { return nil }
        partial.restart()
        throw failure
      } catch let failure as TransferFailure {
        // Joined parts of two versions are no fault of this server, nor is a part that it cannot go on with.
        let isJoined = if case .wrongDigest = failure { wasResumed } else { false }
        if isJoined || (failure == .status(416) && wasResumed) {
          partial.restart()
          continue
        }
        guard failure.isPassing, attempt < attempts else { return failure }
      }
      attempt += 1
      usleep(UInt32(wait * 1e6))
      wait *= 2
    }
  }
}
