import Markup
import Testing

/// Spellings by which scripts have been brought into pages, each in a line of text and as a block.
@Suite("Hostile raw HTML")
struct HostileHTMLTests {
  private static let spellings: [String] = [
    // Scripts, in every case and shape
    "<script>a()</script>", "<SCRIPT>a()</SCRIPT>", "<ScRiPt>a()</sCrIpT>", "<script >a()</script >",
    "<script\n>a()</script\n>",
    "<script/>a()", "<script/x>a()</script>", "<script src=//a.b/c.js></script>",
    "<script src=\"https://a.b\" defer>",
    "<script\tsrc='x'>", "<scr<script>ipt>a()</scr</script>ipt>", "<<script>a()//<</script>",
    "<script<script>>",
    "<script><!--a()--></script>", "<script>//<![CDATA[\na()\n//]]></script>",
    "</script><script>a()</script>",
    "<script x=\">\">a()</script>", "<script x='</script>'>a()</script>",
    "<script type=module>import 'a'</script>",
    "<\u{17F}cript>a()</\u{17F}cript>", "<script\u{A0}>a()</script>", "<\u{FEFF}script>", "<ｓcript>",
    "&lt;script&gt;a()&lt;/script&gt;", "&#60;script&#62;a()&#60;/script&#62;", "&#x3c;script>a()",
    "<&#115;cript>",
    "\\<script>a()\\</script>", "`<script>`a()`</script>`", "<script", "<script a=\"", "<script a='>",
    "<script>",
    // Handlers
    "<sub onclick=a()>x</sub>", "<sub ONCLICK='a()'>x</sub>", "<sub onclick = \"a()\">x</sub>",
    "<sub\nonclick=a()>x</sub>",
    "<sub/onclick=a()>x</sub>", "<sub/ onclick=a()>x</sub>", "<sub x=1/onclick=a()>x</sub>",
    "<sub \"onclick=a()\">x</sub>",
    "<sub title=\"a\"onclick=a()>x</sub>", "<sub title='a'onclick='b'>x</sub>",
    "<sub title=a\"onclick=b>x</sub>",
    "<sub title=`a`onclick=b>x</sub>", "<sub title=\"`\" lang=\"` onclick=a()\">x</sub>",
    "<sub on\u{0}click=a>x</sub>",
    "<sub title='\" onclick=\"a()'>x</sub>", "<sub title=\"' onclick='a()\">x</sub>",
    "<sub title=&quot;onclick=a&quot;>x</sub>",
    "<sub title=\"&quot; onclick=&quot;a()\">x</sub>", "<sub title=\"&#34; onclick=a() x=&#34;\">x</sub>",
    "<sub title=\"&#x22;>&#x3c;script>a()\">x</sub>", "<sub title=\"</sub><script>a()</script>\">x</sub>",
    "<sub title='><img src=x onerror=a()>'>x</sub>", "<sub lang='fr\" onclick=\"a()'>x</sub>",
    "<details open ontoggle=a()>x</details>",
    "<details ontoggle=a() open>\n<summary onfocus=a()>x</summary>\n</details>",
    "<p onmouseover=a()>x</p>", "<br onload=a()>", "<hr onclick=a()>",
    "<mark autofocus tabindex=1 onfocus=a()>x</mark>",
    "<sub onclick>x</sub>", "<sub onclick=>x</sub>", "<sub =onclick>x</sub>", "<sub a=b=c onclick=d>x</sub>",
    "<sub title=a title=b onclick=c>x</sub>", "<sub xml:lang=a xlink:href=javascript:b>x</sub>",
    "<sub :onclick=a @click=b>x</sub>",
    "<sub x-on:click=a v-html=b ng-app>x</sub>", "<sub data-a=b hx-get=c>x</sub>",
    "<sub formaction=javascript:a>x</sub>",
    "<sub class=a id=location name=b is=c slot=d part=e nonce=f>x</sub>",
    "<sub contenteditable draggable popover>x</sub>",
    // Styles
    "<style>*{display:none}</style>", "<STYLE>@import 'a'</STYLE>",
    "<sub style=\"background:url(javascript:a)\">x</sub>",
    "<sub style='position:fixed;inset:0'>x</sub>", "<p style=x:expression(a())>x</p>",
    "<link rel=stylesheet href=//a.b>",
    "<style><img src=\"</style><img src=x onerror=a()>\">", "<sub STYLE=a>x</sub>",
    // Frames, objects, media
    "<iframe src=javascript:a()></iframe>", "<IFRAME SRCDOC='<script>a()</script>'></IFRAME>",
    "<frameset onload=a()>",
    "<frame src=x>", "<object data=javascript:a()></object>", "<embed src=//a.b/c.swf>", "<applet code=a>",
    "<param name=a>",
    "<video src=x onerror=a()></video>", "<audio src onerror=a()>", "<video><source onerror=a()></video>",
    "<img src=x onerror=a()>", "<IMG SRC=\"javascript:a();\">", "<img src=`javascript:a()`>",
    "<img \"\"\"><script>a()</script>\">",
    "<img/src=x/onerror=a()>", "<image src=x onerror=a()>", "<input onfocus=a() autofocus>",
    "<body onload=a()>", "<portal src=a>",
    "<bgsound src=javascript:a()>", "<marquee onstart=a()>x</marquee>", "<isindex action=javascript:a()>",
    "<dialog open>x</dialog>",
    // Addresses
    "<a href=javascript:a()>x</a>", "<a href=\"jav&#x09;ascript:a()\">x</a>",
    "<a href=\"jav\nascript:a()\">x</a>",
    "<a href='&#106;avascript:a()'>x</a>", "<a href=\" javascript:a()\">x</a>", "<a href=vbscript:a>x</a>",
    "<a href=data:text/html;base64,PHNjcmlwdD4=>x</a>", "<q cite=javascript:a()>x</q>",
    "<q cite=\"jav&#x09;ascript:a()\">x</q>",
    "<q cite=' &#14; javascript:a()'>x</q>", "<q cite='&#106avascript:a()'>x</q>",
    "<q cite='javascript&colon;a()'>x</q>",
    "<q cite='https&colon;//a.b'>x</q>", "<q cite='java&Tab;script:a()'>x</q>", "<q cite=//a.b>x</q>",
    "<q cite='\\\\a.b'>x</q>",
    "<q cite='https://a.b\" onclick=\"c'>x</q>", "<q cite='https://a.b/&quot; onclick=c'>x</q>",
    "<q cite='https:&#10;//a.b'>x</q>",
    "<q cite=data:text/html,a>x</q>", "<q cite='%6aavascript:a()'>x</q>", "<ins cite=javascript:a>x</ins>",
    "<blockquote cite=javascript:a()>x</blockquote>", "<base href=javascript:a()//>",
    "<form action=javascript:a()><button>x</button></form>",
    "<meta http-equiv=refresh content='0;url=javascript:a()'>",
    "<button formaction=javascript:a()>x</button>",
    // Other languages inside HTML
    "<svg onload=a()>", "<svg><script>a()</script></svg>", "<svg/onload=a()>",
    "<svg><a xlink:href=javascript:a()><text>x</text></a></svg>",
    "<svg><style><img src=x onerror=a()></style></svg>", "<svg><animate onbegin=a() attributeName=x>",
    "<svg><use href=data:a></svg>",
    "<svg><foreignObject><sub>x</sub></foreignObject></svg>",
    "<math><mi//xlink:href=\"data:x,<script>a()</script>\">",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=a()&gt;\">",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=a()>",
    "<svg></p><style><a id=\"</style><img src=1 onerror=a()>\">",
    // What changes how a browser goes on reading
    "<noscript><p title=\"</noscript><img src=x onerror=a()>\"></noscript>",
    "<textarea><sub></textarea><script>a()</script></sub>",
    "<title><sub title=\"</title><script>a()</script>\">x</sub></title>",
    "<xmp><sub></xmp><script>a()</script>", "<plaintext>x",
    "<noembed><img title=\"</noembed><img src onerror=a()>\"></noembed>",
    "<template><script>a()</script></template>",
    "<select><option><script>a()</script></select>", "<listing>&lt;script&gt;</listing>",
    "<noframes><script>a()</noframes>",
    "<table><sub>x</sub></table>", "<table><tr><td><script>a()</script></table>", "<frameset></frameset>",
    "<html><head></head><body>x",
    "</body></html>", "</div></main></article></section>x", "</p></li></ul></blockquote>x",
    "</details></summary></dl>",
    // Comments, declarations and instructions
    "<!--><script>a()</script>-->", "<!---><script>a()</script>-->", "<!-- a --!><script>a()</script> -->",
    "<!-- a -- ><script>a()</script>",
    "<!--[if gte IE 4]><script>a()</script><![endif]-->", "<![if true]><script>a()</script><![endif]>",
    "<!-- <!-- --><script>a()</script>-->",
    "<!DOCTYPE html [<!ENTITY x \"<script>a()</script>\">]>", "<!ENTITY a>", "<?php a() ?>",
    "<?xml-stylesheet href=javascript:a()?>",
    "<? ><script>a()</script>", "<%= a %>", "<![CDATA[<script>a()</script>]]>", "<!--", "<!-", "<!", "<?",
    "</", "<", "<>", "</>",
    "<!-- a", "<sub title=\"<!--\">x</sub><!--\"-->", "<sub><!--</sub>--><script>a()</script>",
    "<!--\n\n<script>a()</script>\n\n-->",
    // Tags that are nearly tags
    "< script>a()", "<\nscript>a()", "</ script>", "<sub<script>>x", "<sub x", "<sub x=", "<sub x=\"",
    "<sub x='a>b", "<sub a\u{7F}b=c>x</sub>",
    "<sub \u{1F}onclick=a>x</sub>", "<sub\u{B}onclick=a>x</sub>", "<sub\u{C}onclick=a()>x</sub>",
    "<sub title=\u{C}a>x</sub>",
    "<sub:script>a</sub:script>", "<sub-a>x</sub-a>", "<x-sub onclick=a()>x</x-sub>", "<s\u{0}ub>x",
    "<\u{0}script>a()", "<sub\u{2028}onclick=a>x</sub>",
    "<sub title=a\u{A0}onclick=b>x</sub>", "<sub title=&#1;&#0;&#xD800;&#x110000;&#99999999999;>x</sub>",
    "<sub title=\"a\nb\r\nc\">x</sub>",
    "<kbd><sub></kbd></sub>", "<sub><sub><sub></sub>", "</sub><sub>", "<dl><dt><dd></dt></dd></dl>",
    "<ul><li><ul></li></ul></li></ul>",
    "<p><p>x</p></p>", "<p><dl></p></dl>", "<mark><p>x</p></mark>",
    "<details><summary>a</summary><summary>b</summary></details>",
    "<span><span><br></span>", "<q>[x</q>](y)", "[<q>x](y)</q>", "![<q>](x)</q>", "*<q>*</q>", "<q>~~</q>~~",
    "<q>`</q>`",
  ]

  @Test("MD-09: no spelling brings anything into the page that isn't allowed", arguments: spellings)
  func inText(spelling: String) throws {
    for markdown in [
      spelling, "x \(spelling) y", "<p>\(spelling)</p>", "<div>\n\(spelling)\n</div>",
      "<details>\n\(spelling)\n\nx\n\n</details>",
      "> - \(spelling)\n\nx", "# \(spelling)", "*a \(spelling)* b", "[a \(spelling)](https://b.c)",
      "![a \(spelling)](https://b.c)",
      "a | b\n-|-\n\(spelling) | c",
    ] {
      let html = try render(markdown).html
      #expect(PageChecker.problem(in: html) == nil, "\(markdown.debugDescription)")
    }
  }

  @Test("Control characters that references name are in no page")
  func controls() throws {
    for markdown in ["<sub title='&#1;#0&#2;'>a</sub>", "<p>&#1;#0&#x2;&#xd800;&#x0;</p>\n"] {
      let html = try render(markdown).html
      #expect(html.allSatisfy { $0 >= 0x20 || $0 == 0x0A })
      #expect(String(decoding: html, as: UTF8.self).unicodeScalars.contains("\u{FFFD}"))
    }
  }

  @Test("MD-09: random tag soup gives pages that hold only what is allowed, balanced")
  func soup() throws {
    let parts = [
      "<sub>", "</sub>", "<sup>", "</sup>", "<details>", "</details>", "<summary>", "</summary>", "<dl>",
      "</dl>", "<dt>",
      "</dt>", "<dd>", "</dd>", "<p>", "</p>", "<ul>", "</ul>", "<li>", "</li>", "<br>", "<hr>", "<b>",
      "</b>", "<script>",
      "</script>", "<!--", "-->", "<q title='", "<q cite=\"", "\">", "'>", "</q>", ">", "<", "\"", "'", "\n",
      "\n\n", " ", "a",
      "*", "_", "`", "[", "](b)", "![", "> ", "- ", "    ", "# ", "&lt;", "&#60;", "&", "~~", "<figure>",
      "</figure>",
      "<figcaption>", "</figcaption>", "<blockquote>", "</blockquote>", "</div>", "<span lang=fr>", "</span>",
      "<?", "<![CDATA[",
      "]]>", "\\", "/", "=", "onclick=a", "|", "\r\n", "<ruby>", "<rt>", "</rt>", "</ruby>", "<input>",
      "javascript:a",
    ]
    var random = SplitMix(seed: 42)
    for _ in 0..<8_000 {
      var markdown = ""
      for _ in 0..<Int.random(in: 1...24, using: &random) {
        markdown += parts.randomElement(using: &random) ?? ""
      }
      let problem = PageChecker.problem(in: try render(markdown).html)
      #expect(problem == nil, "\(markdown.debugDescription)")
    }
  }
}

/// The same numbers on every machine (SplitMix64).
private struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
