import HTML
import Testing

@Suite("URL references")
struct URLReferenceTests {
  @Test(
    "TE-08: addresses that aren't safe are refused, whatever their spelling",
    arguments: [
      "", " ", "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:x", "\u{1}javascript:x",
      "java\tscript:x", "java\nscript:x", "java\0script:x", "java script:x", "javascript\t:x",
      "data:text/html,x",
      "vbscript:x", "blob:x", "file:///etc/passwd", "ftp://a.fr", "javascript%3A:x", "java%73cript:x",
      "\u{FEFF}javascript:x", "\u{A0}javascript:x", "é:x", ":x", "//evil.example", "/\\evil.example",
      "\\\\evil.example", "a\\b", "/a\u{7F}", "http:", "https:evil.example", "https:/evil.example",
      "https://",
      "https:///x", "https://:80", "https://a b/", "https://a\"b/", "https://a<b>/", "https://a:x/",
      "mailto:",
      "https://user@/x", "https:\\\\evil.example", "view-source:x", "x-y.z+1:a",
    ])
  func refused(address: String) {
    #expect(URLReference(address) == nil)
  }

  @Test(
    "what an address can't hold is percent-encoded, and what is encoded stays",
    arguments: [
      ("https://a.fr", "https://a.fr"), ("HTTPS://A.fr/É", "https://A.fr/%C3%89"),
      (" https://a.fr\n", "https://a.fr"), ("https://a.fr/a b\"c'd<e>", "https://a.fr/a%20b%22c%27d%3Ce%3E"),
      ("https://a.fr/%C3%89%2F", "https://a.fr/%C3%89%2F"), ("https://a.fr/100%", "https://a.fr/100%25"),
      ("https://a.fr/%4", "https://a.fr/%254"), ("https://a.fr?a=[1]#b#c", "https://a.fr?a=%5B1%5D#b%23c"),
      ("https://[::1]:80/", "https://[::1]:80/"), ("https://é.fr/", "https://%C3%A9.fr/"),
      ("https://a.fr/L'Eau_(2)", "https://a.fr/L%27Eau_(2)"),
      ("http://u:p@a.fr:8080/", "http://u:p@a.fr:8080/"),
      ("mailto:a@b.fr?subject=É", "mailto:a@b.fr?subject=%C3%89"), ("tel:+33 1 02", "tel:+33%201%2002"),
      ("#été", "#%C3%A9t%C3%A9"), ("?q=a b", "?q=a%20b"), ("a/b:c", "a/b:c"), ("../a", "../a"), ("a", "a"),
      ("javascript&colon;x", "javascript&colon;x"), ("javascript：x", "javascript%EF%BC%9Ax"),
      ("/a/../b/./c//d", "/b/c/d"), ("/..//evil.example", "/evil.example"), ("/a/%2e%2E/b", "/b"), ("/", "/"),
      ("/a/?b=c&d#e", "/a/?b=c&d#e"), ("/a'b(c)", "/a%27b%28c%29"),
    ])
  func encoded(address: String, expected: String) {
    #expect(URLReference(address)?.string == expected)
  }

  @Test("an address is inside the site, external or relative")
  func kinds() {
    #expect(URLReference("/a#b")?.sitePath == "/a#b")
    #expect(URLReference("/a#b")?.isExternal == false)
    #expect(URLReference("https://a.fr")?.sitePath == nil)
    #expect(URLReference("mailto:a@b.fr")?.isExternal == true)
    #expect(URLReference("#a")?.sitePath == nil)
    #expect(URLReference("#a")?.isExternal == false)
    #expect(URLReference("/a") == URLReference.site("/a"))
    #expect(URLReference("x/a".dropFirst())?.sitePath == "/a")
  }

  @Test(
    "a path of the site is composed, encoded and has no `.`, `..` or empty segment",
    arguments: [
      ("/", "/"), ("", "/"), ("/kits/odd-17/", "/kits/odd-17/"), ("/a b.html", "/a%20b.html"),
      ("/e\u{301}te\u{301}/", "/%C3%A9t%C3%A9/"), ("/été/", "/%C3%A9t%C3%A9/"), ("/100%/", "/100%25/"),
      ("/a?b#c", "/a%3Fb%23c"), ("//evil.example", "/evil.example"), ("/a/../../b", "/b"), ("/a/..", "/"),
      ("/a/.", "/a/"), ("/a/b/../", "/a/"), ("/.../", "/.../"), ("a", "/a"), ("/a:b@c!$+,=d", "/a:b@c!$+,=d"),
      ("/\u{1}\"'<>&()*;\\", "/%01%22%27%3C%3E%26%28%29%2A%3B%5C"), ("/%2e%2e/a", "/%252e%252e/a"),
    ])
  func site(path: String, expected: String) {
    #expect(URLReference.site(path).sitePath == expected)
  }

  @Test("queries and fragments of the site are encoded")
  func siteParts() {
    let reference = URLReference.site("/a/", fragment: "où ça#", query: "q=l'eau&page=2")
    #expect(reference.sitePath == "/a/?q=l%27eau&page=2#o%C3%B9%20%C3%A7a%23")
    #expect(("\(reference)" as HTML).utf8.filter { $0 < 9 } == [1, 2])
  }
}
