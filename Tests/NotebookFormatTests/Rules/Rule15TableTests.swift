import NotebookFormat
import Testing

@Suite("Rule 15: tables")
struct Rule15TableTests {
  /// The rows of the only table, cells parted by ` | `.
  private func rows(_ text: String) throws -> [String] {
    let dump = try blocks(text).split(separator: "\n").map { $0.drop { $0 == " " } }
    return dump.filter { $0.hasPrefix("row ") }.map { String($0.dropFirst(4)) }
  }

  @Test(
    "cells",
    arguments: [
      ("| a | b |\n|---|---|\n| 1 | 2 |", ["‘a’ | ‘b’", "‘1’ | ‘2’"]),
      ("a|b\n-|-\n1|2\n3|", ["‘a’ | ‘b’", "‘1’ | ‘2’", "‘3’ | "]),
      ("| a |\n|---|", ["‘a’"]),
      ("a | b\n:-|-:\n1 | 2 | 3\n4", ["‘a’ | ‘b’", "‘1’ | ‘2’", "‘4’ | "]),
      ("|a\\|b|c|\n|-|-|\n|`x\\|y`|\\\\||", ["‘a|b’ | ‘c’", "`x|y` | ‘\\’"]),
      (
        "|a|b|\n|-|-|\n|$|x|$|$\\|y\\|$|", ["‘a’ | ‘b’", "$(3:3 \"|x|\") | $(3:9 \"\\\\|y\\\\|\")"]
      ),
      ("|a|b|\n|-|-|\n|$5 | or $6 |", ["‘a’ | ‘b’", "‘$5’ | ‘or $6’"]),
      (
        "|*a*|- b|\n|-|-|\n|# c|[d](e)|\n|> f|1. g|",
        ["*(‘a’) | ‘- b’", "‘# c’ | link(e - ‘d’)", "‘> f’ | ‘1. g’"]
      ),
      (
        "|a|b|\n|-|-|\n||_x_ `{swift} y`|",
        ["‘a’ | ‘b’", " | *(‘x’) ‘ ’ value(0 3:16 y digits - after 0)"]
      ),
      ("> | a | b\n> | - | -\n> | 1 | 2", ["‘a’ | ‘b’", "‘1’ | ‘2’"]),
      ("- | a | b\n  |---|---\n  | 1 | 2", ["‘a’ | ‘b’", "‘1’ | ‘2’"]),
      ("text\n| a |\n|---|\n| 1 |\n- b", ["‘a’", "‘1’"]),
    ])
  func cells(text: String, rows expected: [String]) throws { #expect(try rows(text) == expected) }

  @Test("alignment")
  func alignment() throws {
    guard case .table(let table)? = try read("a|b|c|d\n-|:-|-:|:-:").blocks.first else {
      Issue.record("no table")
      return
    }
    #expect(table.alignments == [.none, .left, .right, .center])
    #expect(table.rows.isEmpty && table.caption == nil && table.number == nil)
  }

  @Test(
    "what is none",
    arguments: [
      "a | b\n- | c", "a | b\n---|---|---", "| a |\n\n|---|", "a\n---", "a b\n- -", "| a | b |",
      "# a | b\n---|---",
    ])
  func none(text: String) throws { #expect(try rows(text).isEmpty) }

  @Test("the text before and after a table is its own paragraph")
  func surroundings() throws {
    #expect(
      try blocks("a\n|b|\n|-|\n|c|\n\nd\n") == """
        paragraph ‘a’
        table - - [NotebookFormat.Table.Alignment.none]
          row ‘b’
          row ‘c’
        paragraph ‘d’
        """)
  }

  @Test("a list with a table stays tight")
  func tightness() throws {
    guard case .list(let list)? = try read("- a\n  |b|\n  |-|\n  |c|\n- d").blocks.first else {
      Issue.record("no list")
      return
    }
    #expect(list.isTight && list.items.count == 2)
  }

  @Test(
    "captions",
    arguments: [
      ("|a|\n|-|\n|b|\n: *C* of\n  $x$ {#tbl-a}", "*(‘C’) ‘ of’ ⏎ $(5:4 \"x\")", "1"),
      ("|a|\n|-|\n|b|\n\n: C {#tbl-a}", "‘C’", "1"), ("|a|\n|-|\n:  C", "‘C’", nil),
      ("> |a|\n> |-|\n>\n> : C", "‘C’", nil), ("- |a|\n  |-|\n\n  : C", "‘C’", nil),
      ("|a|\n|-|\n\n\n: C", nil, nil), ("|a|\n|-|\n\n:C", nil, nil),
    ] as [(String, String?, String?)])
  func captions(text: String, caption: String?, number: String?) throws {
    func table(_ blocks: [Block]) -> Table? {
      switch blocks.first {
      case .table(let table)?: table
      case .quote(let content)?: table(content)
      case .list(let list)?: table(list.items[0])
      default: nil
      }
    }
    let found = try #require(table(try read(text).blocks))
    #expect(found.caption?.summary == caption && found.number == number)
    #expect(found.label == number.map { _ in "tbl-a" })
  }

  @Test("a table's label begins with 'tbl-'")
  func label() {
    #expect(
      problems("a\n\n|a|\n|-|\n: C {#fig-a}") == [
        "3:1: the label of a table begins with 'tbl-', not as 'fig-a' does"
      ])
  }
}
