"""Pictures: each has a name or is passed over, and none holds words that stand nowhere else."""

import re
from pathlib import Path

from PIL import Image, UnidentifiedImageError
from selenium.webdriver import Chrome

from a11y.browser.states import NARROW, PAPER, WIDE, State
from a11y.browser.stops import STOPS
from a11y.checks import PageCheck, SiteCheck
from a11y.exemptions import Finding
from a11y.js import script
from a11y.site import Page, Site

# Other sites show a picture with a link to a page, and no page shows it.
PREVIEW = re.compile(r'<meta property="og:image" [^>]*>')
# Pictures made of dots may show words, which then don't grow, change colour or get read out. Ours
# are drawings.
DOTS = re.compile(
    r"\.(a?png|jpe?g|jfif|gif|webp|avif|heic|jxl|bmp|ico|tiff?)\b|data:image/(?!svg)", re.IGNORECASE
)
DRAWN_IN = (".html", ".css", ".js", ".svg")

PICTURES = STOPS + script("pictures-pictures")


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
    found = [(file, file.name) for file in files if DOTS.search(file.name) or _has_dots(file)]
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


def _has_dots(file: Path) -> bool:
    """Whether a file is a picture made of dots, whatever its name."""
    try:
        with Image.open(file):
            return True
    except (UnidentifiedImageError, OSError):
        return False


CHECKS = [
    PageCheck("pictures", ("1.1.1", "1.4.5", "1.4.9"), (WIDE, NARROW, PAPER), look),
    SiteCheck("pictures made of dots", ("1.4.5", "1.4.9"), made_of_dots),
]
