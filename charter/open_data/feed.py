"""The list of changes as an Atom feed (RFC 4287), for programs that follow sites."""

from uuid import uuid5
from xml.etree import ElementTree as Xml

from charter.model import Change, Charter

FEED = "api/v1/changes.atom"
ATOM = "http://www.w3.org/2005/Atom"


def atom(charter: Charter, site: str) -> str:
    """The feed, given the site's whole address.

    Its name and those of its entries come from the data, so they stay where the site moves. Its times are those of the changes.
    """
    changes = charter.changes
    newest = changes.newest_first
    feed = Xml.Element("feed", {"xmlns": ATOM, "xml:lang": "en-GB"})
    _add(feed, "id", changes.uuid.urn)
    _add(feed, "title", f"{charter.site.name}: {changes.title}")
    _add(feed, "subtitle", charter.site.draft_line)
    _add(feed, "updated", _time(newest[0]))
    _add(_add(feed, "author"), "name", charter.site.name)
    _add(feed, "link", rel="self", type="application/atom+xml", href=site + FEED)
    _add(feed, "link", rel="alternate", type="text/html", href=f"{site}about/changes/")
    for change in newest:
        entry = _add(feed, "entry")
        _add(entry, "id", uuid5(changes.uuid, change.id).urn)
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


def _time(change: Change) -> str:
    """The first moment of its day: nobody notes the hour of a change."""
    return f"{change.date.isoformat()}T00:00:00Z"
