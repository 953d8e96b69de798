/// The layout of an event on the wire, all numbers little-endian:
///
///     UInt32   the number of bytes that follow
///     UInt8    the kind, an ASCII letter
///     UInt64   the bytes printed to standard output so far
///     UInt64   the bytes printed to standard error so far
///     fields   each a UInt32 byte count and so many bytes of UTF-8
extension StampedEvent {
  /// The event as bytes.
  public var frame: [UInt8] {
    let (kind, fields) = event.kindAndFields
    var body: [UInt8] = [kind]
    body.append(number: UInt64(printed))
    body.append(number: UInt64(printedErrors))
    for field in fields {
      body.append(number: UInt32(field.utf8.count))
      body.append(contentsOf: field.utf8)
    }
    var frame: [UInt8] = []
    frame.reserveCapacity(body.count + 4)
    frame.append(number: UInt32(body.count))
    frame.append(contentsOf: body)
    return frame
  }
}

extension CellEvent {
  fileprivate var kindAndFields: (kind: UInt8, fields: [String]) {
    switch self {
    case .started(let cell): (UInt8(ascii: "S"), [String(cell)])
    case .ended(let cell): (UInt8(ascii: "E"), [String(cell)])
    case .display(let bundle): (UInt8(ascii: "D"), bundle.fields)
    case .answer(let name, let json, let tolerance, let bundle):
      (UInt8(ascii: "A"), [name, json, tolerance.map { "\($0)" } ?? ""] + bundle.fields)
    case .mistake(let answer, let words, let json): (UInt8(ascii: "M"), [answer, words, json])
    case .inlineValue(let index, let text): (UInt8(ascii: "I"), [String(index), text])
    case .figureStyle(let style): (UInt8(ascii: "Y"), [style])
    case .progress(let text): (UInt8(ascii: "P"), [text])
    case .notKept(let reason): (UInt8(ascii: "K"), [reason])
    case .finished: (UInt8(ascii: "Z"), [])
    case .broken(let reason, let addresses, let throwAddresses):
      (UInt8(ascii: "X"), [reason, addresses, throwAddresses])
    }
  }

  fileprivate init?(kind: UInt8, fields: [String]) {
    switch (kind, fields.count) {
    case (UInt8(ascii: "S"), 1):
      guard let cell = Int(fields[0]) else { return nil }
      self = .started(cell: cell)
    case (UInt8(ascii: "E"), 1):
      guard let cell = Int(fields[0]) else { return nil }
      self = .ended(cell: cell)
    case (UInt8(ascii: "D"), _): self = .display(MIMEBundle(fields: fields[...]))
    case (UInt8(ascii: "A"), 3...):
      self = .answer(
        name: fields[0], json: fields[1], tolerance: Double(fields[2]),
        MIMEBundle(fields: fields[3...]))
    case (UInt8(ascii: "M"), 3):
      self = .mistake(answer: fields[0], words: fields[1], json: fields[2])
    case (UInt8(ascii: "I"), 2):
      guard let index = Int(fields[0]) else { return nil }
      self = .inlineValue(index: index, text: fields[1])
    case (UInt8(ascii: "Y"), 1): self = .figureStyle(fields[0])
    case (UInt8(ascii: "P"), 1): self = .progress(fields[0])
    case (UInt8(ascii: "K"), 1): self = .notKept(reason: fields[0])
    case (UInt8(ascii: "Z"), 0): self = .finished
    case (UInt8(ascii: "X"), 3):
      self = .broken(reason: fields[0], addresses: fields[1], throwAddresses: fields[2])
    default: return nil
    }
  }
}

extension MIMEBundle {
  fileprivate var fields: [String] { items.flatMap { [$0.type, $0.content] } }

  fileprivate init(fields: ArraySlice<String>) {
    items = stride(from: fields.startIndex, to: fields.endIndex - 1, by: 2).map {
      Item(type: fields[$0], content: fields[$0 + 1])
    }
  }
}

extension [UInt8] {
  fileprivate mutating func append<Number: FixedWidthInteger>(number: Number) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }
}

/// Takes events out of the bytes that arrive.
public struct EventDecoder {
  private var pending: [UInt8] = []

  /// A decoder that has seen nothing yet.
  public init() {}

  /// The events that the given bytes complete, in order.
  ///
  /// A frame that makes no sense is passed over: a cell may write to the descriptor, too.
  public mutating func events<Bytes: Sequence>(in bytes: Bytes) -> [StampedEvent]
  where Bytes.Element == UInt8 {
    pending.append(contentsOf: bytes)
    var events: [StampedEvent] = []
    var start = 0
    while pending.count - start >= 4 {
      let length = Int(number(at: start, as: UInt32.self))
      guard pending.count - start - 4 >= length else { break }
      if let event = event(in: start + 4..<start + 4 + length) { events.append(event) }
      start += 4 + length
    }
    pending.removeFirst(start)
    return events
  }
}

extension EventDecoder {
  private func number<Number: FixedWidthInteger>(at start: Int, as type: Number.Type) -> Number {
    pending.withUnsafeBytes {
      Number(littleEndian: $0.loadUnaligned(fromByteOffset: start, as: Number.self))
    }
  }

  private func event(in range: Range<Int>) -> StampedEvent? {
    guard range.count >= 17 else { return nil }
    var fields: [String] = []
    var start = range.lowerBound + 17
    while range.upperBound - start >= 4 {
      let length = Int(number(at: start, as: UInt32.self))
      guard range.upperBound - start - 4 >= length else { return nil }
      fields.append(String(decoding: pending[start + 4..<start + 4 + length], as: UTF8.self))
      start += 4 + length
    }
    guard let event = CellEvent(kind: pending[range.lowerBound], fields: fields) else { return nil }
    return StampedEvent(
      event, printed: Int(clamping: number(at: range.lowerBound + 1, as: UInt64.self)),
      printedErrors: Int(clamping: number(at: range.lowerBound + 9, as: UInt64.self)))
  }
}
