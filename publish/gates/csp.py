"""What a page may load and do, told to the browser: only what this site itself brings, and no
script that stands between the lines.

Each page says it in its head, also in the packed copy. `_headers` says it again to a host that
reads that file (Netlify, Cloudflare Pages), with what only a host can say. Where both speak, both
hold. (decisions/0015-policy.md, decisions/0029-own-styles.md)
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from charter.site_facts import PLAYERS
from publish.site import SCRIPTS, Page, Site

HEADERS = Path("_headers")
ALL = "/*"
# Open data are for programs on other sites, too. Pages, and what they load, are not.
FOR_OTHER_SITES = "/api/*"
# What no page may hold: where it stands, and what to do instead.
REFUSED = {
    "//script[not(@src)]": (
        f"a script stands in the page. Give it a file of its own in theme/{SCRIPTS}."
    ),
    "//@style": (
        "<{tag}> has a style attribute. Give it a class, and the class a rule in"
        " theme/assets/styles/."
    ),
    "//body//style | //body//link[@rel]": (
        "<{tag}> stands in the body. Write its rules into a file in theme/assets/styles/."
    ),
    "//@*[starts-with(name(), 'on')]": (
        f"<{{tag}}> has a script in {{name}}. Use addEventListener in a file in theme/{SCRIPTS}."
    ),
    "//comment() | //processing-instruction()": (
        "a comment stands in the page. Some browsers may read on in it. Take it out."
    ),
    "//body//meta[not(@itemprop)] | //meta[@http-equiv]": "<meta> may not say that. Take it out.",
    "//*[self::audio or self::video][not(@preload='none') or not(@controls) or @autoplay]": (
        '<{tag}> may load before anybody asks for it. Write controls preload="none", and no'
        " autoplay."
    ),
    "//@action | //@formaction | //@ping | //@srcdoc | //@background": (
        "<{tag}> has {name}, which no page may have. Take it out."
    ),
}
# What may stand on a page. Other elements load something, send what is typed, change where links
# lead, or are read in one way here and in another by browsers.
ELEMENTS = (
    "html head meta link title style script body header nav main footer section article aside"
    " search div p span h1 h2 h3 h4 h5 h6 hgroup ul ol li dl dt dd table caption colgroup col"
    " thead tbody tfoot tr th td form fieldset legend label input button select option optgroup"
    " textarea output progress meter details summary figure figcaption img picture source"
    " blockquote q cite pre code kbd samp var abbr dfn time a area map b strong i em u s small"
    " sub sup mark del ins bdi bdo ruby rt rp wbr br hr address data datalist template video"
    " audio track svg g defs symbol use path circle ellipse rect line polyline polygon text"
    " tspan pattern desc clippath mask marker lineargradient radialgradient stop"
)
NOT_OURS = "<{tag}> loads {value}, which is no file of this site."
# What a browser fetches to show a page. (publish/gates/links.py looks at where links lead.)
LOADS = (
    "//@src | //@srcset | //@imagesrcset | //@poster | //*[not(self::a or self::area)]/@*[name()"
    "='xlink:href'] | //*[not(self::a or self::area or self::link)]/@href"
    " | //link[not(@rel='canonical' or @rel='alternate')]/@href"
)
# What a style asks another host for.
FOREIGN_IN_CSS = re.compile(
    r"""(?:url\(\s*["']?|@import\s*["']|image-set\([^)]*?["'])((?:[a-z]+:)?//[^"')\s]+)""", re.I
)
POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'unsafe-inline'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "worker-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
}
# What a page with a recording or film needs besides, and what a film is bigger in.
TO_PLAY = {"media-src": "'self'"}
FOR_FILMS = {"fullscreen", "picture-in-picture"}
# What browsers offer to pages, and no page here needs.
FEATURES = (
    "accelerometer autoplay browsing-topics camera display-capture encrypted-media fullscreen"
    " gamepad geolocation gyroscope hid idle-detection local-fonts magnetometer microphone midi"
    " payment picture-in-picture publickey-credentials-get screen-wake-lock serial storage-access"
    " usb window-management xr-spatial-tracking"
)


def protect(site: Site) -> list[str]:
    """Put the policy into the tree of each page, and write `_headers` beside them. Returns what no
    page may hold, in words for whoever changes a page, the theme or a template.
    """
    (site.folder / HEADERS).write_text(_headers(site), encoding="utf-8", newline="\n")
    return [line for page in site.every_page for line in [*_refused(page), *_add_policy(page)]]


def _refused(page: Page) -> Iterator[str]:
    for xpath, message in REFUSED.items():
        for found in page.find(xpath):
            yield _told_of(page, found, message)
    known = set(ELEMENTS.split())
    for element in page.tree.iter("*"):
        if element.tag.lower() not in known:
            yield _told_of(page, element, "<{tag}> may not stand on a page. Take it out.")
    for found in page.find(LOADS):
        if not _is_ours(page, found):
            yield _told_of(page, found, NOT_OURS)
    for style in page.find("//style"):
        for address in FOREIGN_IN_CSS.findall(style.text or ""):
            yield _told_of(page, style, NOT_OURS.replace("{value}", address))


def _is_ours(page: Page, link: Any) -> bool:
    """Whether something that a page loads is a file of this site: a script, one of the theme's."""
    if link.getparent().tag == "img" and link.startswith("data:image/"):
        return True
    files = [page.file_of(each.split()[0]) for each in _each(link) if each.strip()]
    below = page.site.folder / (SCRIPTS if link.getparent().tag == "script" else "")
    return bool(files) and all(
        file and file.is_file() and file.is_relative_to(below) for file in files
    )


def _each(link: Any) -> list[str]:
    """The addresses of a `srcset`, or the one of any other attribute."""
    return str(link).split(",") if link.attrname.endswith("srcset") else [str(link)]


def _told_of(page: Page, found: Any, message: str) -> str:
    name = getattr(found, "attrname", "")
    element = found.getparent() if name else found
    said = message.format(tag=element.tag, name=name, value=found if name else "")
    return f"{page.path}, line {element.sourceline}: {said}"


def _add_policy(page: Page) -> list[str]:
    places = page.find("/html/head/meta[@charset]")
    if not places:
        missing = "the policy has its place behind <meta charset>, and that is not there."
        return [f"{page.path}: {missing}"]
    for attributes in (
        {"name": "referrer", "content": "no-referrer"},
        {"http-equiv": "Content-Security-Policy", "content": _told(_policy([page]))},
    ):
        meta = page.tree.makeelement("meta", attributes)
        places[0].addnext(meta)
        meta.tail = "\n"
    return []


def _policy(pages: Iterable[Page]) -> dict[str, str]:
    """What these pages may load and do."""
    return POLICY | TO_PLAY if any(page.find(PLAYERS) for page in pages) else POLICY


def _told(policy: dict[str, str]) -> str:
    return "; ".join(f"{kind} {allowed}" for kind, allowed in policy.items())


def _headers(site: Site) -> str:
    """Names of files stay the same when their content changes, so browsers ask each time whether
    they have the newest.
    """
    films = FOR_FILMS if any(page.find("//video") for page in site.every_page) else set()
    off = [feature for feature in FEATURES.split() if feature not in films]
    told = {
        "Content-Security-Policy": _told(_policy(site.every_page) | {"frame-ancestors": "'none'"}),
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in off),
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-cache",
    }
    open_data = {"Access-Control-Allow-Origin": "*"}
    return _block(ALL, told) + _block(FOR_OTHER_SITES, open_data)


def _block(address: str, told: dict[str, str]) -> str:
    return f"{address}\n" + "".join(f"  {name}: {value}\n" for name, value in told.items())
