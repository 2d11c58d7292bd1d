"""What a page may load and do, told to the browser: only what this site itself brings, and nothing
that stands between the lines.

Each page says it in its head, with a fingerprint of its own style. `_headers` says it once for all
pages, to a host that reads
that file (Netlify, Cloudflare Pages), with what only a host can say. Where both speak, both hold.
(decisions/0015-policy.md)
"""

from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

HEADERS = Path("_headers")
ALL = "/*"
# Open data are for programs on other sites, too. Pages, and what they load, are not.
FOR_OTHER_SITES = "/api/*"
CHARSET = '<meta charset="utf-8">\n'
REFERRER = '<meta name="referrer" content="no-referrer">\n'
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
FORBIDDEN = [
    "child-src",
    "font-src",
    "frame-src",
    "media-src",
    "object-src",
    "style-src-attr",
    "frame-ancestors",
]
# What browsers offer to pages, and no page here needs.
FEATURES = [
    "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "encrypted-media", "fullscreen", "gamepad",
    "geolocation", "gyroscope", "hid", "idle-detection", "local-fonts", "magnetometer", "microphone", "midi", "payment",
    "picture-in-picture", "publickey-credentials-get", "screen-wake-lock", "serial", "storage-access", "usb", "window-management",
    "xr-spatial-tracking",
]  # fmt: skip


def protect(site: Path) -> list[str]:
    """Write the policy into each page of a built site, and `_headers` beside them.

    Returns what the policy would keep from working, in words for whoever changes the theme or a
    template.
    """
    blocked = []
    for page in sorted(site.rglob("*.html")):
        html = page.read_text(encoding="utf-8")
        found = _Inline(html)
        if CHARSET not in html:
            blocked.append(
                f"{page.relative_to(site)}: the policy has its place behind {CHARSET.strip()}, and"
                " that is not there."
            )
        blocked += [
            f"{page.relative_to(site)}, line {line}: {what}" for line, what in found.blocked
        ]
        policy = f'<meta http-equiv="Content-Security-Policy" content="{for_page(found.styles)}">\n'
        page.write_text(
            html.replace(CHARSET, CHARSET + policy + REFERRER, 1), encoding="utf-8", newline="\n"
        )
    (site / HEADERS).write_text(_headers(), encoding="utf-8", newline="\n")
    return blocked


def for_page(styles: list[str]) -> str:
    """The policy of a page with these style elements, given as their text."""
    prints = [f"'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'" for style in styles]
    return _told({"default-src": "'none'", "style-src": " ".join(prints) or "'none'", **ALLOWED})


def for_all_pages() -> str:
    """The policy that holds for all pages alike. It says nothing of style elements: each page
    speaks of its own.
    """
    return _told({**ALLOWED, **dict.fromkeys(FORBIDDEN, "'none'")})


def _told(policy: dict[str, str]) -> str:
    return "; ".join(f"{kind} {allowed}" for kind, allowed in policy.items())


def _headers() -> str:
    """Names of files stay the same when their content changes, so browsers ask each time whether
    they have the newest.
    """
    told = {
        "Content-Security-Policy": for_all_pages(),
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in FEATURES),
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-cache",
    }
    open_data = {"Access-Control-Allow-Origin": "*"}
    return _block(ALL, told) + _block(FOR_OTHER_SITES, open_data)


def _block(address: str, told: dict[str, str]) -> str:
    return f"{address}\n" + "".join(f"  {name}: {value}\n" for name, value in told.items())


class _Inline(HTMLParser):
    """Collects the style elements of a page, and what else stands in it that the policy blocks."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.styles: list[str] = []
        self.blocked: list[tuple[int, str]] = []
        self._inside_style = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "style":
            self.styles.append("")
        self._inside_style = tag == "style"
        if tag == "script" and "src" not in given and "json" not in given.get("type", ""):
            self._block(
                "a script stands in the page. Give it a file of its own in theme/assets/scripts/."
            )
        for name, value in given.items():
            if name == "style":
                self._block(
                    f"<{tag}> has a style attribute. Give it a class, and the class a rule in"
                    " theme/assets/styles/."
                )
            if name.startswith("on"):
                self._block(
                    f"<{tag}> has a script in {name}. Use addEventListener in a file in"
                    " theme/assets/scripts/."
                )
            if value.strip().lower().startswith("javascript:"):
                self._block(
                    f"<{tag}> has a script in {name}. Use a button and a file in"
                    " theme/assets/scripts/."
                )

    def handle_data(self, data: str) -> None:
        if self._inside_style:
            self.styles[-1] += data

    def handle_endtag(self, tag: str) -> None:
        self._inside_style = False

    def _block(self, what: str) -> None:
        self.blocked.append((self.getpos()[0], what))
