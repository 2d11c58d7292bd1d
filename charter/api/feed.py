"""The list of changes as an Atom feed (RFC 4287), for programs that follow sites."""

from xml.etree import ElementTree as Xml

from charter.api.changelog import News, news
from charter.model import Charter

FEED = "api/v1/changes.atom"
PAGE = "about/changes/"
ATOM = "http://www.w3.org/2005/Atom"


def atom(charter: Charter, site: str) -> str:
    """The feed, given the site's whole address.

    Its name and those of its entries come from the data, so they stay where the site moves. Its
    times are those of the changes.
    """
    changes = news(charter)
    feed = Xml.Element("feed", {"xmlns": ATOM, "xml:lang": "en-GB"})
    _add(feed, "id", charter.changes.uuid.urn)
    _add(feed, "title", f"{charter.site.name}: {charter.changes.title}")
    _add(feed, "subtitle", charter.site.draft_line)
    _add(feed, "updated", _time(changes[0]))
    _add(_add(feed, "author"), "name", charter.site.name)
    _add(feed, "link", rel="self", type="application/atom+xml", href=site + FEED)
    _add(feed, "link", rel="alternate", type="text/html", href=site + PAGE)
    for change in changes:
        entry = _add(feed, "entry")
        _add(entry, "id", change.uuid.urn)
        _add(entry, "title", change.title)
        _add(entry, "updated", _time(change))
        _add(entry, "link", rel="alternate", type="text/html", href=site + change.address)
        _add(entry, "content", change.text, type="text")
    Xml.indent(feed, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{Xml.tostring(feed, encoding="unicode")}\n'


def _add(parent: Xml.Element, name: str, text: str | None = None, **attributes: str) -> Xml.Element:
    element = Xml.SubElement(parent, name, attributes)
    element.text = text
    return element


def _time(change: News) -> str:
    """The first moment of its day: nobody notes the hour of a change."""
    return f"{change.date.isoformat()}T00:00:00Z"
