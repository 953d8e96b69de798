/// How many rows and columns of padding surround an image.
///
/// Wherever one is expected, a number stands for all four sides, `[1, 2]` for 1 row above and below
/// and 2 columns left and right, and `[0, 1, 2, 3]` for top, bottom, left and right; or one says
/// `.same`, `.valid` or `.full`.
public struct Padding2D: Hashable, Sendable {
  /// The kinds of padding.
  enum Kind: Hashable, Sendable {
    case same
    case full
    case sides(top: Int, bottom: Int, left: Int, right: Int)
  }

  let kind: Kind
}

/// What can stand for a `Padding2D`: a number for all sides, a list of two or four, `.same`,
/// `.valid`, `.full`.
public protocol Padding2DConvertible {
  /// The padding of the four sides.
  var padding2D: Padding2D { get }
}

extension Padding2DConvertible where Self == Padding2D {
  /// No padding: only windows that lie on the image as a whole count.
  public static var valid: Padding2D { .sides(top: 0, bottom: 0, left: 0, right: 0) }

  /// As much padding as makes ⌈n / stride⌉ windows along an axis of n, with stride 1 as many as
  /// there are rows and columns.
  ///
  ///     total = max(0, (⌈n / stride⌉ − 1) · stride + dilation · (k − 1) + 1 − n)
  ///
  /// Half of it stands above and left. An odd total, which even kernels give with stride 1, has
  /// its odd row below and its odd column at the right, as in TensorFlow and Keras.
  public static var same: Padding2D { Padding2D(kind: .same) }

  /// As much padding as makes each window that meets the image at all count: one element less than
  /// the window spans, on each side.
  ///
  ///     p = dilation · (k − 1)
  public static var full: Padding2D { Padding2D(kind: .full) }

  /// The given number of rows or columns on each side.
  public static func sides(top: Int, bottom: Int, left: Int, right: Int) -> Padding2D {
    Padding2D(kind: .sides(top: top, bottom: bottom, left: left, right: right))
  }
}

extension Padding2D: Padding2DConvertible {
  /// The padding itself.
  public var padding2D: Padding2D { self }
}

extension Int: Padding2DConvertible {
  /// The number for all four sides.
  public var padding2D: Padding2D { .sides(top: self, bottom: self, left: self, right: self) }
}

extension Size2D: Padding2DConvertible {
  /// Rows above and below, columns left and right.
  public var padding2D: Padding2D {
    .sides(top: rows, bottom: rows, left: columns, right: columns)
  }
}

extension [Int]: Padding2DConvertible {
  /// The padding `[rows, columns]` or `[top, bottom, left, right]`.
  ///
  /// - Precondition: The list has two or four elements.
  public var padding2D: Padding2D {
    if count == 2 { return size2D.padding2D }
    require(
      count == 4,
      "expected a padding of one number, [rows, columns] or [top, bottom, left, right], got "
        + "\(self)")
    return .sides(top: self[0], bottom: self[1], left: self[2], right: self[3])
  }
}

extension Padding2D: CustomStringConvertible {
  /// "same", "full", a number if all sides are alike, else `[rows, columns]` or all four.
  public var description: String {
    switch kind {
    case .same: return "same"
    case .full: return "full"
    case .sides(let top, let bottom, let left, let right):
      guard top == bottom && left == right else { return "[\(top), \(bottom), \(left), \(right)]" }
      return "\(Size2D(rows: top, columns: left))"
    }
  }
}
