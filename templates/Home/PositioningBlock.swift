import Content
import HTML

extension Rendering {
  func positioningBlock(_ positioning: Positioning, _ block: HomeBlock) -> HTML {
    let count = positioning.questions.count
    let words = texts.positioning.begin(number(count), count)
    return band(block, positioning.heading, words, to: site.url(of: .positioning([])))
  }
}
