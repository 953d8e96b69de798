import Testing

@testable import Reports

@Suite("A cell's own markup") struct MarkupSanitizerTests {
  private let sanitizer = MarkupSanitizer()

  @Test(
    "loses what runs, loads or leads elsewhere",
    arguments: [
      ("<script>alert(1)</script>x", "x"),
      ("<SCRIPT\n>a</ScRiPt >x", "x"),
      ("<style>p{}</style><iframe src='//x'>y</iframe>z", "z"),
      ("<img src=x onerror=alert(1)>", "<img>"),
      ("<img src=\"https://x.org/a.png\">", "<img>"),
      ("<img src=\"data:image/svg+xml;base64,AA\">", "<img>"),
      ("<svg onload=alert(1)><g ONCLICK='x'/></svg>", "<svg><g/></svg>"),
      ("<a href=\"javascript:alert(1)\">x</a>", "<a>x</a>"),
      ("<a href=\"https://x.org\">x</a>", "<a>x</a>"),
      ("<use xlink:href=\"other.svg#a\"/>", "<use/>"),
      ("<animate attributeName=\"href\" to=\"javascript:x\"/>", "<animate/>"),
      ("<rect style=\"fill:url(https://x.org/p)\"/>", "<rect/>"),
      ("<rect style=\"fill:\\75 rl(//x)\"/>", "<rect/>"),
      ("<p style=\"background:image-set('//x' 1x)\">x</p>", "<p>x</p>"),
      ("<p style=\"background:IMAGE-SET('//x' 1x)\">x</p>", "<p>x</p>"),
      ("<p style=\"background:url(qu//x)\">x</p>", "<p>x</p>"),
      ("<p style=\"background:url&#40;//x)\">x</p>", "<p>x</p>"),
      ("<p style=\"background:url&#x28;'//x')\">x</p>", "<p>x</p>"),
      ("<p style=\"background:url&lpar;//x)\">x</p>", "<p>x</p>"),
      ("<set attributeName=\"fill\" to=\"src('//x')\"/>", "<set attributeName=\"fill\"/>"),
      ("<set attributeName=\"h&#114;ef\" to=\"#a\"/>", "<set to=\"#a\"/>"),
      ("<set to=\"java&#115;cript:alert(1)\"/>", "<set/>"),
      ("<set to=\"java&#10;script:x\"/>", "<set/>"),
      ("<a href=\"&#104;ttps://x\">x</a>", "<a>x</a>"),
      ("<rect style=\"@import 'url'\"/>", "<rect/>"),
      ("<form action=/x><input formaction=/y></form>", "<input>"),
      ("<p>&#60;script&#62;</p>", "<p>&#60;script&#62;</p>"),
      ("<!-- <script>x</script> --><b>y</b>", "<b>y</b>"),
      ("<math><maction actiontype='x'>1</maction></math>", "<math>1</math>"),
      ("<object data=x></object><embed src=x>y", "y"),
    ])
  func hostile(markup: String, rest: String) {
    #expect(sanitizer.sanitized(markup) == rest)
  }

  @Test(
    "stays as it is where it can only be looked at",
    arguments: [
      "<svg viewBox=\"0 0 1 1\"><rect class=\"a\" style=\"fill:url(#g)\"/></svg>",
      "<table><tr><th scope=\"row\">a</th><td>1 &lt; 2</td></tr></table>",
      "<table><thead><tr><th>a<th>b<tbody><tr><td>1<td><b>2</b><tr><td>3<td>4</table>",
      "<table><tr><td><table><tr><td>inner</table><td>outer</table>",
      "<img src=\"data:image/png;base64,AAAA\" alt=\"f(x) &eacute; url(\\)\">",
      "<p style=\"color:rgb(1 2 3 / calc((1 + 2) * 10%));transform:rotate(3deg)\">x</p>",
      "<rect style=\"fill:url(&quot;#g&quot;)\" transform=\"translate(1 2)scale(3)\"/>",
      "<a href=\"#sec-one\">there</a>",
      "<animate attributeName=\"opacity\" values=\"0;1\" dur=\"1s\"/>",
      "<label for=\"a\">x</label><input type=\"radio\" id=\"a\">",
    ])
  func harmless(markup: String) {
    #expect(sanitizer.sanitized(markup) == markup)
  }

  @Test("is closed where it is open, and closes nothing else") func balance() {
    #expect(sanitizer.sanitized("</div></main><b>x<i>y") == "<b>x<i>y</i></b>")
    #expect(sanitizer.sanitized("<b>x</i>y</b>") == "<b>xy</b>")
    #expect(sanitizer.sanitized("1 < 2 <") == "1 &lt; 2 &lt;")
    #expect(sanitizer.sanitized("<p title=\"<\" title='2'>\"") == "<p title=\"&lt;\">\"</p>")
  }

  @Test("of any bytes becomes markup that is the same when it is done again") func idempotence() {
    var state: UInt64 = 1
    let pieces = [
      "<", ">", "</", "/>", "b", "svg", "script", "style", " on", "=", "\"", "'", "x", "<!--",
      "-->",
      "&", "&lt;", "href", "url(", "#", "<p ", "<img ", "\n", "é", "\\",
    ]
    for _ in 0..<3000 {
      var markup = ""
      for _ in 0..<14 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        markup += pieces[Int(state >> 33) % pieces.count]
      }
      let once = sanitizer.sanitized(markup)
      #expect(sanitizer.sanitized(once) == once, "\(markup)")
      #expect(!once.lowercased().contains("<script") && !once.lowercased().contains("<style"))
    }
  }
}
