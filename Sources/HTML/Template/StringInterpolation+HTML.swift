/// A piece of a template inside a text is a mistake: the text would show the value's description, where the whole
/// literal should have been a template. Swift lets a function be refused here only as deprecated; this package
/// takes warnings for errors.
extension DefaultStringInterpolation {
  @available(*, deprecated, message: "this literal is a String: give it the type HTML")
  public mutating func appendInterpolation(_ markup: HTML) {
    appendLiteral(String(decoding: markup.bytes, as: UTF8.self))
  }

  @available(*, deprecated, message: "this literal is a String: give it the type HTML")
  public mutating func appendInterpolation(_ markup: HTML?) {
    appendLiteral(String(decoding: markup?.bytes ?? [], as: UTF8.self))
  }

  @available(*, deprecated, message: "this literal is a String: give it the type HTML")
  public mutating func appendInterpolation(_ list: [HTML]) {
    for markup in list { appendLiteral(String(decoding: markup.bytes, as: UTF8.self)) }
  }
}
