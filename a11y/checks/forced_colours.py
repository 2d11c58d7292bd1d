"""Whether text can be read in the reader's own colours. axe can't tell: it reads the colours that
the page asked for.
"""

from selenium.webdriver import Chrome

from a11y.browser.states import FORCED_COLOURS, State
from a11y.checks import PageCheck
from a11y.exemptions import Finding
from a11y.site import Page

CONTRAST = 7

# Each part with words of its own, its colour, and the nearest ground behind it. The words of a
# drawing have a fill for colour.
PALE = """
const part = text => text.match(/[\\d.]+/g).map(Number);
const light = colour => part(colour).slice(0, 3).map(one => one / 255)
  .map(one => one <= .04045 ? one / 12.92 : ((one + .055) / 1.055) ** 2.4)
  .reduce((sum, one, place) => sum + one * [.2126, .7152, .0722][place], 0);
const ground = element => {
  for (; element; element = element.parentElement) {
    const colour = getComputedStyle(element).backgroundColor;
    if ((part(colour)[3] ?? 1) > 0) return colour;
  }
  return "rgb(255, 255, 255)";
};
const words = [...document.querySelectorAll("body *")].filter(element =>
  element.checkVisibility() && [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim()));
return [words.length, words.flatMap(element => {
  const style = getComputedStyle(element), colour = element.closest("svg") ? style.fill : style.color;
  const [lighter, darker] = [light(colour), light(ground(element))].sort((one, other) => other - one);
  const contrast = (lighter + .05) / (darker + .05);
  return contrast < arguments[0] ? [[element.outerHTML.slice(0, 120), `${colour} on ${ground(element)}: ${contrast.toFixed(1)} to 1`]] : [];
})];
"""


def look(browser: Chrome, page: Page, state: State) -> list[Finding]:
    """Text with less than the contrast that we promise elsewhere."""
    looked_at, found = browser.execute_script(PALE, CONTRAST)
    if not looked_at:
        found.append(("body", "this page has no words"))
    return [
        Finding(page.name, state.name, "forced-colours", target, said) for target, said in found
    ]


CHECKS = [PageCheck("forced colours", ("1.4.3", "1.4.6"), (FORCED_COLOURS,), look)]
