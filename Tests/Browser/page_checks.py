"""Questions to a page that only a browser can answer: accessibility, layout, focus, motion."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
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
      faults.push(`<${element.localName} class="${element.className}"> ends at ${Math.round(box.right)} px`);
  }
  return faults.slice(0, 4);
}"""

_FOCUSABLE = """() => {
  const all = document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]");
  const isReachable = (element) => element.tabIndex >= 0 && !element.disabled;
  globalThis.expectedStops = new Set([...all].filter(
    (element) => isReachable(element) && element.checkVisibility({visibilityProperty: true})));
  return globalThis.expectedStops.size;
}"""

# WCAG 2.4.7, 2.4.11, 1.4.11: what has focus is not covered, and has an outline of 2 px that stands out 3:1.
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
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) return `${name} has no outline`;
  const contrast = outline[3] < 255 ? 1 : (light + 0.05) / (dark + 0.05);
  if (contrast < 3) return `${name}: the contrast of its outline is ${contrast.toFixed(1)}`;
  return shown ? "" : `${name} is out of sight when focused`;
}"""

_LEFT_OUT = """() => [...globalThis.expectedStops].slice(0, 4).map(
  (element) => `Tab never reaches <${element.localName}> “${element.innerText.trim().slice(0, 40)}”`)"""

_MOTION = """() => {
  const duration = (part) => parseFloat(part) * (part.includes("ms") ? 0.001 : 1);
  const takesTime = (text) => text.split(",").some((part) => duration(part) > 0.01);
  const faults = [];
  for (const element of document.querySelectorAll("*")) {
    for (const pseudo of [null, "::before", "::after"]) {
      const style = getComputedStyle(element, pseudo);
      const name = `<${element.localName} class="${element.getAttribute("class") ?? ""}">${pseudo ?? ""}`;
      const isAnimated = style.animationName !== "none" && takesTime(style.animationDuration);
      if (takesTime(style.transitionDuration)) faults.push(`${name} has a transition`);
      if (isAnimated) faults.push(`${name} is animated`);
      if (pseudo === null && style.scrollBehavior === "smooth") faults.push(`${name} scrolls smoothly`);
    }
  }
  return faults.slice(0, 4);
}"""

# WCAG 1.4.12.
_TEXT_SPACING = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-block-end: 2em !important; }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""

# WCAG 1.4.4. Fluid sizes, partly set by the window's width, grow a little less than text does.
_ENLARGE = """() => {
  const isText = (node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== "";
  const hasText = (element) => [...element.childNodes].some(isText);
  const texts = [...document.body.querySelectorAll("*")].filter(hasText);
  const size = (element) => parseFloat(getComputedStyle(element).fontSize);
  const before = texts.map(size);
  document.documentElement.style.fontSize = "200%";
  return texts.filter((element, index) => size(element) < 1.5 * before[index]).slice(0, 4).map(
    (element) => `the text of <${element.localName} class="${element.className}"> hardly grows`);
}"""


def axe_faults(page: Page) -> list[str]:
    """Every violation that axe-core finds, best practices and the size of targets included."""
    results = Axe().run(page, options={"rules": {"target-size": {"enabled": True}}})
    return [
        f"{found['id']}: {found['help']}: {node['html'][:160]}"
        for found in results.response["violations"]
        for node in found["nodes"][:2]
    ]


def overflow(page: Page) -> list[str]:
    """What is wider than the page."""
    faults: list[str] = page.evaluate(_OVERFLOW)
    return faults


def space_text(page: Page) -> None:
    """Sets text as wide apart as a reader may want it."""
    page.evaluate(_TEXT_SPACING)


def enlarge_text(page: Page) -> list[str]:
    """Doubles the size of text as a reader would, and names the texts that hardly grew."""
    faults: list[str] = page.evaluate(_ENLARGE)
    return faults


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
