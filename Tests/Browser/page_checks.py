"""Questions to a page that only a browser can answer: layout, focus, motion."""

from __future__ import annotations

from playwright.sync_api import Page

# Content may scroll sideways inside a box made for it (a table), never the page.
_OVERFLOW = """() => {
  const root = document.documentElement;
  const faults = [];
  if (root.scrollWidth > root.clientWidth)
    faults.push(`the page is ${root.scrollWidth} px wide in ${root.clientWidth}`);
  const mayScroll = (element) => {
    for (let box = element; box && box !== document.body; box = box.parentElement)
      if (/auto|scroll/.test(getComputedStyle(box).overflowX)) return true;
    return false;
  };
  for (const element of document.body.querySelectorAll("*")) {
    const box = element.getBoundingClientRect();
    if (box.width > 0 && box.right > root.clientWidth + 1 && !mayScroll(element))
      faults.push(`<${element.localName} class="${element.getAttribute("class") ?? ""}"> ends at ${Math.round(box.right)} px`);
  }
  return faults.slice(0, 4);
}"""

_FOCUSABLE = """() => {
  const all = document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]");
  globalThis.expectedStops = new Set([...all].filter(
    (element) => element.tabIndex >= 0 && !element.disabled && element.checkVisibility({visibilityProperty: true})));
  return globalThis.expectedStops.size;
}"""

# WCAG 2.4.7, 2.4.11 and 1.4.11: the focused element has an outline of 2 px that stands out 3:1 and is not covered.
_FOCUSED = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  globalThis.expectedStops.delete(element);
  const context = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const components = (colour) => {
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data];
  };
  const luminance = ([red, green, blue]) => {
    const [r, g, b] = [red, green, blue].map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const style = getComputedStyle(element);
  const outline = components(style.outlineColor);
  let ground = [255, 255, 255, 255];
  for (let box = element.parentElement; box; box = box.parentElement) {
    const colour = components(getComputedStyle(box).backgroundColor);
    if (colour[3] === 255) { ground = colour; break; }
  }
  const [light, dark] = [luminance(outline), luminance(ground)].sort((a, b) => b - a);
  const rects = [...element.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
  const shown = rects.some((box) => {
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return top !== null && (element.contains(top) || top.contains(element));
  });
  const name = `<${element.localName}> “${(element.innerText ?? element.id).trim().slice(0, 40)}”`;
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) return `${name} has no focus outline`;
  if (outline[3] < 255 || (light + 0.05) / (dark + 0.05) < 3) return `${name}: its focus outline does not stand out`;
  return shown ? "" : `${name} is out of sight when focused`;
}"""

_LEFT_OUT = """() => [...globalThis.expectedStops].slice(0, 4).map(
  (element) => `Tab never reaches <${element.localName}> “${(element.innerText ?? "").trim().slice(0, 40)}”`)"""

_MOTION = """() => {
  const seconds = (text) => Math.max(...text.split(",").map((part) => parseFloat(part) * (part.includes("ms") ? 0.001 : 1)));
  const faults = [];
  for (const element of document.querySelectorAll("*")) {
    for (const pseudo of [null, "::before", "::after"]) {
      const style = getComputedStyle(element, pseudo);
      const name = `<${element.localName} class="${element.getAttribute("class") ?? ""}">${pseudo ?? ""}`;
      if (seconds(style.transitionDuration) > 0.01) faults.push(`${name} has a transition`);
      if (style.animationName !== "none" && seconds(style.animationDuration) > 0.01) faults.push(`${name} is animated`);
      if (pseudo === null && style.scrollBehavior === "smooth") faults.push(`${name} scrolls smoothly`);
    }
  }
  return faults.slice(0, 4);
}"""

# WCAG 1.4.12.
_TEXT_SPACING = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-block-end: 2em !important; }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""


def overflow(page: Page) -> list[str]:
    """What is wider than the page."""
    faults: list[str] = page.evaluate(_OVERFLOW)
    return faults


def space_text(page: Page) -> None:
    """Sets text as wide apart as a reader may want it."""
    page.evaluate(_TEXT_SPACING)


def enlarge_text(page: Page) -> float:
    """Doubles the size of text as a reader would, and gives how many times larger paragraphs became."""
    grown: float = page.evaluate("""() => {
      const size = () => parseFloat(getComputedStyle(document.querySelector("main p")).fontSize);
      const before = size();
      document.documentElement.style.fontSize = "200%";
      return size() / before;
    }""")
    return grown


def focus_faults(page: Page) -> list[str]:
    """Tabs through the whole page: what is never reached, and where focus cannot be seen."""
    expected: int = page.evaluate(_FOCUSABLE)
    faults: list[str] = []
    for _ in range(expected + 10):
        page.keyboard.press("Tab")
        fault: str | None = page.evaluate(_FOCUSED)
        if fault is None:
            break
        if fault:
            faults.append(fault)
    left_out: list[str] = page.evaluate(_LEFT_OUT)
    return faults[:4] + left_out


def motion(page: Page) -> list[str]:
    """What still moves."""
    faults: list[str] = page.evaluate(_MOTION)
    return faults
