"""What one must hit with a finger is big enough: 24 pixels for every target, or room around it, and 44 for what stands alone."""

from selenium.webdriver import Chrome

from tests.browser.states import MENU_OPEN, NARROW, WIDE, ZOOMED, State
from tests.browser.stops import STOPS
from tests.checks import PageCheck
from tests.exemptions import Finding
from tests.site import Page

# In CSS pixels: what every target must have (WCAG 2.5.8), and what stands alone must have (2.5.5).
LEAST = 24
MAIN = 44

# A label is one target together with its control. A link inside a sentence is exempt: its height is that of the line.
# A link stands alone where its block has no other words. Of such links only the height counts: a short word may be narrow.
TARGETS = (
    STOPS
    + """
const [least, main] = arguments;
const words = part => (part.innerText ?? part.textContent).replace(/[^\\p{L}\\p{N}]+/gu, "");
const shown = part => getComputedStyle(part).display;
const block = part => { do part = part.parentElement; while (shown(part).startsWith("inline") && !part.ownerSVGElement); return part; };
const sentence = one => one.matches("a") && shown(one) === "inline" && !one.ownerSVGElement && words(block(one)) !== words(one);
const controls = "a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button]";
const whole = one => one.closest("label") ?? one;
const seen = one => one.checkVisibility({visibilityProperty: true}) && !one.matches(".skip:not(:focus)") && !one.ownerSVGElement;
const targets = [...new Set([...document.querySelectorAll(controls)].filter(seen).map(whole))];
const measured = targets.map(one => [one, one.getBoundingClientRect()]).filter(([, box]) => box.width > 1);
const small = measured.filter(([, box]) => box.width < least || box.height < least);
const far = (one, other) => {
  const x = one.left + one.width / 2, y = one.top + one.height / 2;
  return Math.hypot(Math.max(other.left - x, 0, x - other.right), Math.max(other.top - y, 0, y - other.bottom));
};
const centres = (one, other) => Math.hypot(
  one.left + one.width / 2 - other.left - other.width / 2, one.top + one.height / 2 - other.top - other.height / 2);
const crowded = ([one, box]) => measured.some(([other, its]) => other !== one && far(box, its) < least / 2) ||
  small.some(([other, its]) => other !== one && centres(box, its) < least);
const size = box => `${Math.round(box.width)} by ${Math.round(box.height)} pixels`;
const alone = one => !sentence(one);
return [measured.length,
  ...small.filter(pair => alone(pair[0]) && crowded(pair))
    .map(([one, box]) => [named(one), `is ${size(box)}, too near to another; ${least} are needed`]),
  ...measured.filter(([one, box]) => alone(one) && (box.height < main || box.width < (one.matches("a, label") ? least : main)))
    .map(([one, box]) => [named(one), `is ${size(box)}; ${main} are needed of what stands alone`])];
"""
)


def look(browser: Chrome, page: Page, state: State) -> list[Finding]:
    """Measure every target that shows."""
    measured, *small = browser.execute_script(TARGETS, LEAST, MAIN)
    found = small if measured else [("body", "no target was found")]
    return [Finding(page.name, state.name, "target size", name, said) for name, said in found]


CHECKS = [PageCheck("targets", ("2.5.5", "2.5.8"), (WIDE, NARROW, ZOOMED, MENU_OPEN), look)]
