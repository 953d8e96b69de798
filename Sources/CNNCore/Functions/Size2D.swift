/// A number for the rows and one for the columns of an image: a window's size, a stride.
///
/// Wherever one is expected, a single number stands for both, and `[2, 3]` for 2 rows and 3
/// columns, in the order of `(2, 3)` in NumPy and PyTorch.
public struct Size2D: Hashable, Sendable {
  /// The number for the rows: a height, a step downwards.
  public var rows: Int
  /// The number for the columns: a width, a step to the right.
  public var columns: Int

  /// The given numbers for rows and columns.
  public init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
  }
}

extension Size2D: ExpressibleByIntegerLiteral {
  /// The same number for rows and columns.
  public init(integerLiteral value: Int) { self.init(rows: value, columns: value) }
}

extension Size2D: CustomStringConvertible {
  /// The number if both are equal, else `[rows, columns]`.
  public var description: String { rows == columns ? "\(rows)" : "[\(rows), \(columns)]" }

  /// As an area: "3×5".
  var area: String { "\(rows)×\(columns)" }
}

/// What can stand for a `Size2D`: one number for both axes, or a list of two.
public protocol Size2DConvertible {
  /// The numbers for rows and columns.
  var size2D: Size2D { get }
}

extension Size2D: Size2DConvertible {
  /// The size itself.
  public var size2D: Size2D { self }
}

extension Int: Size2DConvertible {
  /// The number for both axes.
  public var size2D: Size2D { Size2D(rows: self, columns: self) }
}

extension [Int]: Size2DConvertible {
  /// The two numbers of the list.
  ///
  /// - Precondition: The list has two elements.
  public var size2D: Size2D {
    require(count == 2, "expected one number or two, [rows, columns], got \(self)")
    return Size2D(rows: self[0], columns: self[1])
  }
}
