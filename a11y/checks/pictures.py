"""Pictures: each has a name or is passed over, and none holds words that stand nowhere else."""

import re

from selenium.webdriver import Chrome

from a11y.browser.states import NARROW, PAPER, WIDE, State
from a11y.browser.stops import STOPS
from a11y.checks import PageCheck, SiteCheck
from a11y.exemptions import Finding
from a11y.site import Page, Site

# Other sites show a picture with a link to a page, and no page shows it.
PREVIEW = re.compile(r'<meta property="og:image" [^>]*>')
# Pictures made of dots may show words, which then don't grow, change colour or get read out. Ours
# are drawings.
DOTS = re.compile(r"\.(png|jpe?g|gif|webp|avif|bmp|tiff?)\b|data:image/(?!svg)", re.IGNORECASE)
DRAWN_IN = (".html", ".css", ".js", ".svg")

PICTURES = (
    STOPS
    + """
const found = [], add = (rule, part, said) => found.push([rule, named(part), said]);
const shown = part => part.checkVisibility({visibilityProperty: true});
const words = text => text.toLocaleLowerCase().match(/[\\p{L}\\p{N}]+/gu) ?? [];
const text = id => document.getElementById(id)?.textContent ?? "";
const labelled = part => (part.getAttribute("aria-labelledby") ?? "").split(" ").map(text).join(" ");
const name = part => (part.getAttribute("aria-label") || labelled(part) || part.querySelector(":scope > title")?.textContent || "").trim();

const drawings = [...document.querySelectorAll("svg")].filter(one => !one.ownerSVGElement && shown(one));
const written = document.createTreeWalker(document.querySelector("main") ?? document.body, NodeFilter.SHOW_TEXT), beside = new Set();
while (written.nextNode()) {
  const {data, parentElement} = written.currentNode;
  if (!parentElement.closest("svg, template")) words(data).forEach(word => beside.add(word));
}
for (const drawing of drawings) {
  const hidden = drawing.closest("[aria-hidden=true]") !== null, role = drawing.getAttribute("role");
  if (hidden && drawing.querySelector("a[href], [tabindex]")) add("name", drawing, "is hidden, but something in it can be chosen");
  if (!hidden && !name(drawing)) add("name", drawing, "has no name, and is not hidden from screen readers");
  if (!hidden && !["img", "group"].includes(role)) add("name", drawing, `has the role ${role}, so its name is not told`);
  for (const part of drawing.querySelectorAll("text")) {
    const lost = words(part.textContent).filter(word => !beside.has(word));
    if (lost.length) add("words", drawing, `shows "${lost.join(" ")}", which stands nowhere else in the main part`);
  }
}
const others = [...document.querySelectorAll("img, input[type=image], area, object, embed, canvas, video, iframe")].filter(shown);
for (const other of others) {
  const alt = other.getAttribute("alt"), said = alt ?? other.getAttribute("aria-label") ?? other.getAttribute("title");
  if (said === null) add("name", other, "has no words in its place");
  if (/\\.\\w{3,4}$/.test(said ?? "")) add("name", other, `is called by the name of its file, ${said}`);
}
return [drawings.length, found];
"""
)


def look(browser: Chrome, page: Page, state: State) -> list[Finding]:
    """Every picture that shows."""
    drawings, found = browser.execute_script(PICTURES)
    # The header has one on every page, and paper has no header.
    if page.settings.drawings_only and not drawings and not state.print:
        found.append(("name", "body", "there is no drawing, not even the site's own mark"))
    return [
        Finding(page.name, state.name, f"picture {rule}", target, said)
        for rule, target, said in found
    ]


def made_of_dots(site: Site) -> list[Finding]:
    """No file of the site is a picture made of dots, and none holds or loads one, but for what
    other sites show with a link.
    """
    files = [
        file
        for file in site.folder.rglob("*")
        if file.is_file() and file.parent.name != (site.settings.social_cards or None)
    ]
    found = [(file, file.name) for file in files if DOTS.search(file.name)]
    drawn = [file for file in files if file.suffix in DRAWN_IN]
    found += [
        (file, match[0])
        for file in drawn
        for match in [DOTS.search(PREVIEW.sub("", file.read_text(encoding="utf-8")))]
        if match
    ]
    said = "is a picture made of dots: draw it, or say in exemptions.yml why it holds no words"
    pages = {page.file: page.name for page in site.pages}
    where = {file: pages.get(file) or file.relative_to(site.folder).as_posix() for file, _ in found}
    findings = [Finding(where[file], "all", "picture words", what, said) for file, what in found]
    return (
        findings
        if drawn
        else [Finding("all", "all", "picture words", "files", "there are no files to look into")]
    )


CHECKS = [
    PageCheck("pictures", ("1.1.1", "1.4.5", "1.4.9"), (WIDE, NARROW, PAPER), look),
    SiteCheck("pictures made of dots", ("1.4.5", "1.4.9"), made_of_dots),
]
