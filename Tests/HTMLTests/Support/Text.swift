/// A text that isn't known when the template is written: a literal would be a piece of the template.
func text(_ value: String) -> String { value }
