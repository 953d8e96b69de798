extension DataFileError.Problem: CustomStringConvertible {
  /// The problem as the end of a sentence that begins with the file.
  public var description: String {
    switch self {
    case .unreadable(let reason): "cannot be read: \(reason)"
    case .unwritable(let reason): "cannot be written: \(reason)"
    case .noRegularFile: "is no regular file"
    case .damagedCompression(let reason):
      "is compressed by gzip and damaged: \(reason); get it anew"
    case .trailingBytes(let announced):
      "goes on after the \(announced) bytes that its header announces; get it anew"
    case .notDownloaded(let name):
      "is not in the data folder; 'nbrun data get \(name)' gets it, or NBRUN_DATA names a folder "
        + "that has it"
    case .missingPart(let needed):
      "is missing from the data folder, which has \(needed): all files are needed; get the data anew"
    case .noIDXFile, .unknownIDXType, .cutHeader, .tooManyNumbers, .wrongLength, .cannotHold,
      .noImages, .noLabels, .noBytes:
      arrayDescription
    case .labelOutOfRange, .differentCounts, .labelOutOfTable: labelDescription
    case .noPicture, .damagedPicture: pictureDescription
    default: recordDescription
    }
  }
}

extension DataFileError.Problem {
  private var arrayDescription: String {
    switch self {
    case .noIDXFile(let start):
      "is no IDX file: it begins with \(hexadecimal(start)); expected were 00 00, a type and the "
        + "number of axes"
    case .unknownIDXType(let code):
      "has IDX type \(hexadecimal([code])); 08, 09, 0b, 0c, 0d and 0e are known"
    case .cutHeader(let present, let expected):
      "ends within its header: \(present) of \(expected) bytes are there; get it anew"
    case .tooManyNumbers(let shape):
      "announces \(times(shape)) numbers, more than can be counted"
    case .wrongLength(let shape, let expected, let present):
      "announces \(times(shape)) numbers, which take \(expected) bytes with the header, but has "
        + "\(present); get it anew"
    case .cannotHold(let shape, let expected, let compressed):
      "announces \(times(shape)) numbers of \(expected) bytes, which its \(compressed) compressed "
        + "bytes cannot hold; get it anew"
    case .noImages(let shape):
      "holds \(times(shape)) numbers; images need 3 axes: count, rows and columns. "
        + "Are images and labels exchanged?"
    case .noLabels(let shape):
      "holds \(times(shape)) numbers; labels need 1 axis. Are images and labels exchanged?"
    case .noBytes(let found):
      "holds numbers of type \(found); images and labels are unsigned bytes"
    default: ""
    }
  }

  private var labelDescription: String {
    switch self {
    case .labelOutOfRange(let label, let position, let classes):
      "has label \(label) at position \(position); expected are 0 to \(classes - 1)"
    case .labelOutOfTable(let line, let label, let classes):
      "has label \(label) in line \(line); expected are 0 to \(classes - 1)"
    case .differentCounts(let labels, let images, let imageFile):
      "has \(labels) labels for the \(images) images of '\(imageFile)'; "
        + "the two files do not belong together"
    default: ""
    }
  }

  private var recordDescription: String {
    switch self {
    case .noWholeRecords(let length, let record):
      "has \(length) bytes; expected are records of \(record) bytes, a label and its picture; "
        + "get it anew"
    case .empty(let expected): "is empty; expected were \(expected)"
    case .lineTooLong(let line, let limit): "has more than \(limit) bytes in line \(line)"
    case .wrongFieldCount(let line, let found, let expected):
      "has \(found) values in line \(line); expected are \(expected), the pixels and the label"
    case .noNumber(let line, let field, let text):
      "has '\(text)' as value \(field) of line \(line); expected is a whole number"
    case .pixelOutOfRange(let line, let field, let value, let largest):
      "has pixel \(value) as value \(field) of line \(line); expected are 0 to \(largest)"
    default: ""
    }
  }

  private var pictureDescription: String {
    switch self {
    case .noPicture(let start):
      "is no picture that can be read: it begins with \(hexadecimal(start)); "
        + "PNG and JPEG can be read"
    case .damagedPicture(let format, let reason): "cannot be read as \(format): \(reason)"
    default: ""
    }
  }
}

/// The shape as `60000×28×28`.
private func times(_ shape: [Int]) -> String {
  shape.isEmpty ? "1" : shape.map(String.init).joined(separator: "×")
}

private func hexadecimal(_ bytes: [UInt8]) -> String {
  if bytes.isEmpty { return "nothing" }
  return bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(separator: " ")
}
