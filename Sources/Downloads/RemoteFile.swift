/// A file that can be downloaded, and how to know it.
public struct RemoteFile: Sendable {
  /// Its name.
  public var name: String
  /// Its length in bytes.
  public var size: Int
  /// The SHA-256 digest of its bytes.
  public var sha256: String
  /// The MD5 digest that its authors publish, where they publish no other.
  public var md5: String?
  /// The SHA-256 digest of what is in it, where it is compressed by gzip: a file that was packed anew is
  /// as good.
  public var contentSHA256: String?
  /// The servers' folders that have it, the first one first.
  public var folders: [String]
  /// The files to take out of it, where it is an archive that is not kept.
  public var members: [ArchiveMember]

  /// A file.
  public init(
    name: String, size: Int, sha256: String, md5: String? = nil, contentSHA256: String? = nil,
    folders: [String], members: [ArchiveMember] = []
  ) {
    self.name = name
    self.size = size
    self.sha256 = sha256
    self.md5 = md5
    self.contentSHA256 = contentSHA256
    self.folders = folders
    self.members = members
  }
}

extension RemoteFile {
  /// The greatest length that a server's file may have: twice as much where it may be packed anew.
  var largestSize: Int { contentSHA256 == nil ? size : 2 * size }
}

/// A file in a tar archive.
public struct ArchiveMember: Hashable, Sendable {
  /// Its path in the archive.
  public var path: String
  /// Its length in bytes.
  public var size: Int

  /// A file in an archive.
  public init(path: String, size: Int) {
    self.path = path
    self.size = size
  }

  /// The last part of its path.
  public var name: String { String(path.split(separator: "/").last ?? "") }
}
