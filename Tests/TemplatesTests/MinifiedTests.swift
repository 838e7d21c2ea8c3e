import Testing

@testable import Templates

@Suite("A style sheet without what only people read")
struct MinifiedTests {
  @Test(
    "What separates nothing goes, what means something stays",
    arguments: [
      ("a {\n  color: red;\n}\n", "a{color:red}"),
      ("a, b > c {\n  margin: 0 auto; padding: 1px }", "a,b>c{margin:0 auto;padding:1px}"),
      ("a :is(b, c) d:hover { x: y }", "a :is(b,c) d:hover{x:y}"),
      ("a ~ b + c { x: calc(1px + 2px * 3 - 4px) }", "a ~ b + c{x:calc(1px + 2px * 3 - 4px)}"),
      ("@media (min-width: 2em) and (width >= 3em) { a { b: c } }",
        "@media (min-width:2em) and (width>= 3em){a{b:c}}"),
      ("/* one; { */a/* two */{ b: c /* three */ ; }/* not closed", "a{b:c}"),
      ("a { content: \"/* ; } : 0.5 \\\" */\"; b: url('x  y') }",
        "a{content:\"/* ; } : 0.5 \\\" */\";b:url('x  y')}"),
      ("a { x: 0.5rem -0.25em 10.5px 0 0.0; y: translate(0.1em, 0.2em) }",
        "a{x:.5rem -.25em 10.5px 0 .0;y:translate(.1em,.2em)}"),
      ("@layer base, print;\r\n\ta { b: c; ; }", "@layer base,print;a{b:c}"),
      ("", ""), ("a { b: \"", "a{b:\""), ("/*", ""),
    ])
  func minified(source: String, expected: String) {
    #expect(String(decoding: StyleSheet.minified(source.utf8), as: UTF8.self) == expected)
  }

  @Test("What is minified stays as it is when minified again")
  func idempotent() {
    let delivered = ThemeFiles.builtIn.styleSheet
    #expect(delivered.count < PackageResources.site_css.count)
    #expect(StyleSheet.minified(delivered) == delivered)
  }
}
