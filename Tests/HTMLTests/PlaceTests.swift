import HTML
import Testing

/// One place of a template, with the bytes that belong there.
struct PlaceCase: Sendable, CustomTestStringConvertible {
  var name: String
  var html: HTML
  var expected: String

  init(_ name: String, _ html: HTML, _ expected: String) {
    (self.name, self.html, self.expected) = (name, html, expected)
  }

  var testDescription: String { name }
}

@Suite("Escaping by place")
struct PlaceTests {
  static let attack = "<script>alert(1)</script>"
  static let escaped = "&lt;script&gt;alert(1)&lt;/script&gt;"
  static let scripted = #"\u003Cscript\u003Ealert\u00281\u0029\u003C\u002Fscript\u003E"#

  @Test(
    "TE-01: a script as a value is escaped for the place it stands in",
    arguments: [
      PlaceCase("text", "<p>\(attack)</p>", "<p>\(escaped)</p>"),
      PlaceCase("attribute", "<p title='\(attack)'>", "<p title='\(escaped)'>"),
      PlaceCase(
        "URL attribute", #"<a href="\#(attack)">"#,
        #"<a href="%3Cscript%3Ealert(1)%3C/script%3E">"#),
      PlaceCase(
        "JavaScript string", #"<script>let a = "\#(attack)"</script>"#,
        #"<script>let a = "\#(scripted)"</script>"#),
      PlaceCase(
        "CSS", #"<style>p::after { content: "\#(attack)" }</style>"#,
        #"<style>p::after { content: "\3C script\3E alert\28 1\29 \3C \2F script\3E " }</style>"#),
      PlaceCase("comment", "<!-- \(text("--><script>")) -->", "<!-- &#45;&#45;&gt;&lt;script&gt; -->"),
      PlaceCase("title", "<title>\(attack)</title>", "<title>\(escaped)</title>"),
      PlaceCase(
        "feed", #"<?xml version="1.0"?><feed><title type="html">\#(attack)</title></feed>"#,
        #"<?xml version="1.0"?><feed><title type="html">\#(escaped)</title></feed>"#),
      PlaceCase("sitemap", "<urlset><url><loc>\(attack)</loc>", "<urlset><url><loc>\(escaped)</loc>"),
      PlaceCase(
        "JSON-LD", HTML(linkedData: ["name": .string(attack)]),
        #"<script type="application/ld+json">{"name":"\u003Cscript\u003Ealert(1)\u003C/script\u003E"}</script>"#
      ),
    ])
  func script(place: PlaceCase) {
    #expect(written(place.html) == place.expected)
  }

  @Test(
    "TE-02: a quote followed by a combining mark is escaped", arguments: ["\u{301}", "\u{338}", "\u{200D}"])
  func combining(mark: String) {
    let value = "\"\(mark) onfocus=alert(1) x='\(mark)<\(mark)&\(mark)>\(mark)"
    let expected =
      "&quot;\(mark) onfocus=alert(1) x=&#39;\(mark)&lt;\(mark)&amp;\(mark)&gt;\(mark)"
    #expect(HTML(text: value).utf8 == Array(expected.utf8))
    #expect(("<p title=\"\(value)\">" as HTML).utf8 == Array("<p title=\"\(expected)\">".utf8))
  }

  @Test(
    "TE-05: a value without quotes is given some",
    arguments: [
      PlaceCase("alone", "<p title=\(text("a b"))>", #"<p title="a b">"#),
      PlaceCase(
        "slash, which belongs to the value", "<img alt=\(text("a onerror=x"))/>", #"<img alt="a onerror=x/">"#),
      PlaceCase("with neighbours", "<p title=x\(text("a b"))y\(text("c d")) lang=fr>", #"<p title="xa byc d" lang=fr>"#),
      PlaceCase("spaces around", "<p title = \(text("a b")) id=x>", #"<p title = "a b" id=x>"#),
      PlaceCase("address", "<a href=\(text("javascript:x"))>", ##"<a href="#">"##),
      PlaceCase("mark", "<a href=\(URLReference.site("/a"))>", #"<a href="{/a}">"#),
      PlaceCase("handler", "<a onclick=\(text("x()"))>", #"<a onclick="">"#),
      PlaceCase("end of the template", "<p title=\(text("a b"))", #"<p title="a b""#),
      PlaceCase("markup", "<p title=\(HTML(text: "a \" b"))>", #"<p title="a &quot; b">"#),
    ])
  func unquoted(place: PlaceCase) {
    #expect(written(place.html) == place.expected)
  }

  @Test(
    "TE-08: no text gives an address a scheme that isn't allowed",
    arguments: [
      PlaceCase("whole", #"<a href="\#(text("JaVaScRiPt:x"))">"#, ##"<a href="#">"##),
      PlaceCase("any case", #"<form ACTION="\#(text("data:x"))">"#, ##"<form ACTION="#">"##),
      PlaceCase("with a prefix", #"<use xlink:href="\#(text("vbscript:x"))">"#, ##"<use xlink:href="#">"##),
      PlaceCase("rest of a scheme", #"<a href="java\#(text("script:x"))">"#, #"<a href="javascript%3Ax">"#),
      PlaceCase("before a colon", #"<a href="\#(text("javascript")):x">"#, #"<a href="./javascript:x">"#),
      PlaceCase(
        "reference before a colon", #"<a href="\#(URLReference("javascript") ?? .site("/")):x">"#,
        #"<a href="./javascript:x">"#),
      PlaceCase(
        "reference in a script", #"<a href="javascript:\#(URLReference("x") ?? .site("/"))">"#,
        #"<a href="javascript:">"#),
      PlaceCase("two halves", #"<a href="\#(text("java"))\#(text("script:x"))">"#, #"<a href="./javascript%3Ax">"#),
      PlaceCase("empty half", #"<a href="\#(text(""))\#(text("javascript:x"))">"#, ##"<a href="#">"##),
      PlaceCase("in a script", #"<a href="javascript:go('\#(text("x"))')">"#, #"<a href="javascript:go('')">"#),
      PlaceCase(
        "in an encoded script", #"<a href="java&Tab;script:\#(text("x"))">"#, #"<a href="java&Tab;script:">"#),
      PlaceCase("host", #"<a href="\#(text("//evil.example"))">"#, ##"<a href="#">"##),
      PlaceCase("second slash", #"<a href="/\#(text("/evil.example"))">"#, #"<a href="/%2Fevil.example">"#),
      PlaceCase("path", #"<a href="/x/\#(text("a b?c#d:é"))">"#, #"<a href="/x/a%20b%3Fc%23d%3A%C3%A9">"#),
      PlaceCase("query", #"<a href="/x?q=\#(text("a&b=c/+"))">"#, #"<a href="/x?q=a%26b%3Dc%2F%2B">"#),
      PlaceCase("mail", #"<a href="mailto:\#(text("a@b.fr"))">"#, #"<a href="mailto:a@b.fr">"#),
      PlaceCase(
        "refresh", #"<meta content="0;url=\#(URLReference.site("/a"))">"#, #"<meta content="0;url={/a}">"#),
      PlaceCase(
        "valid", #"<a href="\#(text("https://a.fr/?a=1&b=é"))">"#, #"<a href="https://a.fr/?a=1&amp;b=%C3%A9">"#),
      PlaceCase("inside the site", #"<a href="\#(text("/a/?b=1&c"))#d">"#, #"<a href="{/a/?b=1&amp;c}#d">"#),
      PlaceCase("markup", #"<a href="\#(HTML(text: "x"))">"#, #"<a href="">"#),
    ])
  func addresses(place: PlaceCase) {
    #expect(written(place.html) == place.expected)
  }

  @Test(
    "TE-10: a value in CSS is characters of one identifier or string, and none in a style attribute",
    arguments: [
      PlaceCase(
        "element", "<style>p{color:\(text("red;}body{display:none"))}</style>",
        #"<style>p{color:red\3B \7D body\7B display\3A none}</style>"#),
      PlaceCase("attribute", #"<p style="color:\#(text("red;}body{display:none"))">"#, #"<p style="color:">"#),
      PlaceCase("end tag", "<STYLE>\(text("</style>"))</STYLE>\(text("<"))", #"<STYLE>\3C \2F style\3E </STYLE>&lt;"#),
      PlaceCase(
        "address", "<style>p{background:url(\(URLReference.site("/a(b)", query: "c&d")))}",
        #"<style>p{background:url({/a%28b%29?c\26 d})}"#),
    ])
  func styleSheets(place: PlaceCase) {
    #expect(written(place.html) == place.expected)
  }

  @Test(
    "scripts, handlers and documents in attributes take no text; scripts take JSON and no markup",
    arguments: [
      PlaceCase("handler", #"<a ONCLICK="go('\#(text("x"))')">"#, #"<a ONCLICK="go('')">"#),
      PlaceCase("long handler", #"<a onbeforetoggle='\#(text("x"))'>"#, "<a onbeforetoggle=''>"),
      PlaceCase("document", #"<iframe srcdoc="\#(text("x"))">"#, #"<iframe srcdoc="">"#),
      PlaceCase(
        "JSON", "<script>let a = \(["b": "</script>"] as JSON)</script>",
        #"<script>let a = {"b":"\u003C/script\u003E"}</script>"#),
      PlaceCase(
        "JSON in an attribute", "<p data-a='\(["b": .url(.site("/c"))] as JSON)'>",
        "<p data-a='{&quot;b&quot;:&quot;{/c}&quot;}'>"),
      PlaceCase("markup", "<script>\(HTML(trusted: "</script>"))</script>", "<script></script>"),
      PlaceCase("after the script", "<script src=x></script><p>\(text("<"))", "<script src=x></script><p>&lt;"),
      PlaceCase("lookalike end tag", "<script>'</scripts>'\(text("<"))", #"<script>'</scripts>'\u003C"#),
      PlaceCase(
        "address in a script", "<script>go('\(URLReference.site("/a", query: "b&c"))')",
        #"<script>go('{/a?b\u0026c}')"#),
      PlaceCase(
        "line separators", "<script>'\(text("\u{2028}\u{2029}\u{202A}"))'", "<script>'\\u2028\\u2029\u{202A}'"),
    ])
  func scripts(place: PlaceCase) {
    #expect(written(place.html) == place.expected)
  }

  @Test(
    "markup stays text where there can be none, and names take only the characters of names",
    arguments: [
      PlaceCase(
        "attribute", #"<p title="\#("<b>\(text("é\""))</b>" as HTML)">"#,
        #"<p title="&lt;b&gt;é&quot;&lt;/b&gt;">"#),
      PlaceCase("title", "<title>\("</title><b>" as HTML)</title>", "<title>&lt;/title&gt;&lt;b&gt;</title>"),
      PlaceCase("comment", "<!--\("--><b>" as HTML)-->", "<!--&#45;&#45;&gt;&lt;b&gt;-->"),
      PlaceCase("tag name", "<h\(text("2"))>x</h\(text("2"))>", "<h2>x</h2>"),
      PlaceCase("tag name attack", "<h\(text("2 onclick=x>"))>", "<h2onclickx>"),
      PlaceCase("attribute name", "<p data-\(text("a b="))=\"\(text("c"))\">", #"<p data-ab="c">"#),
      PlaceCase("handler by name", "<p \(text("onclick"))=\"\(text("c"))\">", #"<p onclick="">"#),
      PlaceCase("script by name", "<\(text("script"))>\(text("a()"))", #"<script>a\u0028\u0029"#),
      PlaceCase("comparison", "<p>1 < 2, \(text("<"))", "<p>1 < 2, &lt;"),
      PlaceCase("equation", "<p>E=\(text("m c²"))</p>", "<p>E=m c²</p>"),
      PlaceCase("doctype", "<!doctype html><p>\(text("<"))", "<!doctype html><p>&lt;"),
      PlaceCase(
        "processing instruction", #"<?xml-stylesheet href="\#(URLReference.site("/a-b.xsl"))" x="\#(text("\"?>"))"?><p>"#,
        #"<?xml-stylesheet href="{/a-b.xsl}" x="&quot;?&gt;"?><p>"#),
      PlaceCase("half a comment", "<!-\(text("-"))<p>\(text("-"))", "<!-&#45;<p>-"),
    ])
  func names(place: PlaceCase) {
    #expect(written(place.html) == place.expected)
  }
}
