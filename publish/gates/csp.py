"""What a page may load and do, told to the browser: only what this site itself brings, and nothing
that stands between the lines.

Each page says it in its head, with a fingerprint of its own style. `_headers` says it once for all
pages, to a host that reads that file (Netlify, Cloudflare Pages), with what only a host can say.
Where both speak, both hold. (decisions/0015-policy.md)
"""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from publish.site import Page, Site

HEADERS = Path("_headers")
ALL = "/*"
# Open data are for programs on other sites, too. Pages, and what they load, are not.
FOR_OTHER_SITES = "/api/*"
# What the policy keeps from working: where it stands on a page, and what to do instead.
BLOCKED = {
    "//script[not(@src) and not(contains(@type, 'json'))]": (
        "a script stands in the page. Give it a file of its own in theme/assets/scripts/."
    ),
    "//@style": (
        "<{tag}> has a style attribute. Give it a class, and the class a rule in"
        " theme/assets/styles/."
    ),
    "//@*[starts-with(name(), 'on')]": (
        "<{tag}> has a script in {name}. Use addEventListener in a file in theme/assets/scripts/."
    ),
    "//@*[starts-with(translate(normalize-space(), 'JAVSCRIPT', 'javscript'), 'javascript:')]": (
        "<{tag}> has a script in {name}. Use a button and a file in theme/assets/scripts/."
    ),
}
# Where a page may take things of each kind from. What stands only in a page's head: styles, by
# their fingerprints.
ALLOWED = {
    "script-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "worker-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
}
# In a head, default-src covers these. It would cover styles, too, so the header for all pages names
# each.
FORBIDDEN = "child-src font-src frame-src media-src object-src style-src-attr frame-ancestors"
# What browsers offer to pages, and no page here needs.
FEATURES = (
    "accelerometer autoplay browsing-topics camera display-capture encrypted-media fullscreen"
    " gamepad geolocation gyroscope hid idle-detection local-fonts magnetometer microphone midi"
    " payment picture-in-picture publickey-credentials-get screen-wake-lock serial storage-access"
    " usb window-management xr-spatial-tracking"
)


def protect(site: Site) -> list[str]:
    """Put the policy into the tree of each page, and write `_headers` beside them. Returns what the
    policy would keep from working, in words for whoever changes the theme or a template.
    """
    (site.folder / HEADERS).write_text(_headers(), encoding="utf-8", newline="\n")
    return [line for page in site.every_page for line in [*_blocked(page), *_add_policy(page)]]


def _blocked(page: Page) -> Iterator[str]:
    for xpath, message in BLOCKED.items():
        for found in page.find(xpath):
            name = getattr(found, "attrname", "")
            element = found.getparent() if name else found
            said = message.format(tag=element.tag, name=name)
            yield f"{page.path}, line {element.sourceline}: {said}"


def _add_policy(page: Page) -> list[str]:
    places = page.find("/html/head/meta[@charset]")
    if not places:
        missing = "the policy has its place behind <meta charset>, and that is not there."
        return [f"{page.path}: {missing}"]
    policy = for_page([style.text or "" for style in page.find("//style")])
    for attributes in (
        {"name": "referrer", "content": "no-referrer"},
        {"http-equiv": "Content-Security-Policy", "content": policy},
    ):
        meta = page.tree.makeelement("meta", attributes)
        places[0].addnext(meta)
        meta.tail = "\n"
    return []


def for_page(styles: list[str]) -> str:
    """The policy of a page with these style elements, given as their text."""
    prints = [f"'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'" for style in styles]
    return _told({"default-src": "'none'", "style-src": " ".join(prints) or "'none'", **ALLOWED})


def for_all_pages() -> str:
    """The policy that holds for all pages alike. It says nothing of style elements: each page
    speaks of its own.
    """
    return _told({**ALLOWED, **dict.fromkeys(FORBIDDEN.split(), "'none'")})


def _told(policy: dict[str, str]) -> str:
    return "; ".join(f"{kind} {allowed}" for kind, allowed in policy.items())


def _headers() -> str:
    """Names of files stay the same when their content changes, so browsers ask each time whether
    they have the newest.
    """
    told = {
        "Content-Security-Policy": for_all_pages(),
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in FEATURES.split()),
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-cache",
    }
    open_data = {"Access-Control-Allow-Origin": "*"}
    return _block(ALL, told) + _block(FOR_OTHER_SITES, open_data)


def _block(address: str, told: dict[str, str]) -> str:
    return f"{address}\n" + "".join(f"  {name}: {value}\n" for name, value in told.items())
