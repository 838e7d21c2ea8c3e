extension ItemContents {
  /// Whether a text shows fragments or other files of the content: these change without it.
  var showsOtherSources: Bool { texts.contains(where: \.showsOtherSources) }

  /// Whether a text may show images, tables or other files.
  var showsFiles: Bool { texts.contains { !$0.slots.isEmpty || $0.links.contains(where: \.isImage) } }

  private var texts: [Body] {
    [body]
      + fields.flatMap { field in
        (field?.parts ?? []).compactMap { if case .markdown(let body) = $0 { body } else { nil } }
      }
  }
}

extension Body {
  fileprivate var showsOtherSources: Bool {
    slots.contains { slot in
      switch slot.content {
      case .include, .code: true
      case .cards, .button, .download, .dataTable, .fields, .site: false
      }
    }
  }
}
