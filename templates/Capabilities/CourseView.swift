import Content
import HTML

extension Rendering {
  func facts(of course: Course) -> [Fact] {
    fact(texts.period, course.period) { date($0) }
      + fact(texts.duration, course.duration) { HTML(text: $0) }
      + fact(texts.access, course.url) { link(to: $0, texts.followOn) }
  }

  func cardParts(of course: Course) -> [HTML] {
    [course.period?.value.map { date($0) }, course.duration?.value.map { HTML(text: $0) }].compactMap(\.self)
  }

  func courseData(_ course: Course) -> (type: String, [JSON.Member]) {
    let url = course.url?.value.flatMap(absolute)
    return ("Course", url.map { [JSON.Member(name: "sameAs", value: .url($0))] } ?? [])
  }
}
