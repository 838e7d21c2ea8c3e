import HTML
import Testing

/// The text of a template's bytes, where marks show as `{/path}`.
func written(_ html: HTML) -> String {
  let bytes = html.resolved { path, output in output += Array("{".utf8) + path + Array("}".utf8) }
  return String(decoding: bytes, as: UTF8.self)
}

@Suite("HTML values")
struct HTMLTests {
  struct Item {
    var url: URLReference
    var title: String
    var summary: String?
  }

  func card(_ item: Item) -> HTML {
    """
    <article class="card">
      <h3><a href="\(item.url)">\(item.title)</a></h3>
      \(item.summary.map { "<p>\($0)</p>" })
    </article>
    """
  }

  @Test(
    "a template is a Swift string: text is escaped, addresses stay symbolic, what is absent writes nothing")
  func template() {
    let full = Item(url: .site("/kits/odd-17/"), title: "Eau & sols <3", summary: "« Oui »")
    #expect(
      written(card(full)) == """
        <article class="card">
          <h3><a href="{/kits/odd-17/}">Eau &amp; sols &lt;3</a></h3>
          <p>« Oui »</p>
        </article>
        """)
    let bare = Item(url: .site("/"), title: "x", summary: nil)
    #expect(written(card(bare)).contains("</h3>\n  \n</article>"))
  }

  @Test("lists, optionals and substrings interpolate")
  func lists() {
    let names = ["a", "b&c"]
    let list: HTML = "<ul>\(names.map { "<li>\($0)</li>" })</ul>"
    #expect(written(list) == "<ul><li>a</li><li>b&amp;c</li></ul>")
    #expect(written("<p>\("x<y".dropFirst())</p>") == "<p>&lt;y</p>")
    #expect(written("<p>\(names.count > 5 ? "<b>many</b>" : nil)</p>") == "<p></p>")
  }

  @Test("values add up and join as they would in a template")
  func sums() {
    let parts: [HTML] = ["<b>a</b>", HTML(text: "<"), .empty]
    #expect(written(parts.joined(separator: ", ")) == "<b>a</b>, &lt;, ")
    #expect(written(parts[0] + parts[1]) == "<b>a</b>&lt;")
    var sum: HTML = "<a title="
    sum += HTML(text: "x onclick=y")
    sum += ">"
    #expect(written(sum) == #"<a title="x onclick=y">"#)
    #expect([HTML]().joined().isEmpty)
    #expect(HTML.empty == "" && HTML(text: "<") == "&lt;" && HTML.empty != "x")
  }

  @Test("attributes are written with their values, or not at all")
  func attributes() {
    let language: String? = "fr\"><"
    let none: String? = nil
    #expect(
      written("<p\(attribute: "lang", language)\(attribute: "title", none)>")
        == #"<p lang="fr&quot;&gt;&lt;">"#)
    #expect(written("<p\(flag: "hidden", true)\(flag: "inert", false)>") == "<p hidden>")
    #expect(written("<a\(attribute: "href", "javascript:x")>") == ##"<a href="#">"##)
    #expect(written("<a\(attribute: "href", URLReference.site("/a"))>") == #"<a href="{/a}">"#)
    #expect(written("<a\(attribute: "onclick", "x()")\(attribute: "style", "x")>") == "<a>")
  }

  @Test("a group of attributes can be a value of its own")
  func attributeGroups() {
    let name = #"a" onfocus="x"#
    let group: HTML = #" class="\#(name)"\#(attribute: "href", "data:x")"#
    #expect(written("<a\(group)>x</a>") == ##"<a class="a&quot; onfocus=&quot;x" href="#">x</a>"##)
    let unquoted: HTML = " title=\(name)"
    #expect(written("<a\(unquoted)>") == "<a title=a&quot;&#32;onfocus&#61;&quot;x>")
    let handler: HTML = #" onclick="go('\#(name)')""#
    #expect(written("<a\(handler)>") == #"<a onclick="go('')">"#)
    let words: HTML = "\(text(" onclick=x"))"
    #expect(written("<a\(words)>") == "<a>", "a text is no group of attributes")
  }

  @Test("what a value leaves open stays open")
  func openValues() {
    let start: HTML = "<main><script>"
    #expect(written("<body>\(start)\(text("</script>"))") == #"<body><main><script>\u003C\u002Fscript\u003E"#)
    let address: HTML = #"<main><a href=""#
    #expect(written("<body>\(address)\(text("javascript:x"))\">") == ##"<body><main><a href="#">"##)
    let afterText: HTML = "x<b title=\(text("a b"))>"
    #expect(written(afterText) == #"x<b title="a b">"#)
    let tag: HTML = "<main><a title="
    #expect(written("<body>\(tag)\(text("a b"))>") == #"<body><main><a title="a b">"#)
  }

  @Test("characters that HTML and XML don't allow are dropped, so that no text can forge an address")
  func forbidden() {
    let value = "a\u{0}\u{1}/x\u{2}\u{1F}\u{FFFE}\u{FFFF}\t\r\n\u{FFFD}\u{7F}b"
    let expected = "a/x\t\r\n\u{FFFD}\u{7F}b"
    #expect(written(HTML(text: value)).utf8.elementsEqual(expected.utf8))
    #expect(
      !HTML("<a href=\"\(value)\" title='\(value)'><!--\(value)--><style>\(value)</style>")
        .utf8.contains { $0 < 9 })
  }

  @Test("TE-07: text becomes markup through `trusted` alone")
  func trusted() {
    let front = "<img onerror=x>"
    #expect(written("<p>\(front)</p>") == "<p>&lt;img onerror=x&gt;</p>")
    #expect(written("<p>\(HTML(text: front))</p>") == "<p>&lt;img onerror=x&gt;</p>")
    #expect(written("<p>\(HTML(trusted: front))</p>") == "<p><img onerror=x></p>")
    #expect(HTML(trusted: Array(front.utf8)) == HTML(trusted: front))
  }
}
