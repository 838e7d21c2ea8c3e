import HTML

/// The server's own pages, for when the site has none to show.
enum PlainPage {
  /// - Parameters:
  ///   - code: what the page is about in a few signs, such as `404`.
  ///   - sentence: in the author's language.
  static func page(code: String, sentence: String, language: String) -> [UInt8] {
    let page: HTML = """
      <!doctype html>
      <html lang="\(language)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(sentence)</title>
      <link rel="icon" href="data:,">
      <link rel="stylesheet" href="/_terreau/page.css">
      </head>
      <body>
      <main>
      <p>\(code)</p>
      <h1>\(sentence)</h1>
      </main>
      </body>
      </html>

      """
    return page.utf8
  }
}
