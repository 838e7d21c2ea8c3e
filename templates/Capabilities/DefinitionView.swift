import Content
import HTML

extension Rendering {
  func definition(_ definition: Definition, of item: Item) -> HTML {
    """
    <section class="panel"><h2>\(texts.definition)</h2><p\(lang(item))>\(definition.text)</p></section>

    """
  }

  func definitionData(_ definition: Definition) -> (type: String, [JSON.Member]) {
    ("DefinedTerm", [JSON.Member(name: "description", value: .string(definition.text))])
  }
}
