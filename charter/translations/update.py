"""`python -m charter translate update`: put what is to be translated into each PO file, and mark as
fuzzy what is a translation of earlier words.
"""

from collections import defaultdict
from datetime import UTC, datetime, time
from io import BytesIO

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import write_po

from charter.model import Charter, data_files
from charter.model.translated import Passage, passages

# Poedit and Weblate show it with the passage.
AT_MOST = "At most {} letters."
PLACES = "Keep what stands in { }: it is filled in."
# The words that a fuzzy translation is of. (Babel writes `#|` lines, and does not read them.)
WAS = "The English was: "
# Characters of a line; Poedit's own width.
WIDTH = 79


def updated(charter: Charter, language: str, before: Catalog | None) -> Catalog:
    """A catalogue of all that is to be translated now, with what has been translated before."""
    after = _begun(charter, language, before)
    now = passages(charter)
    wanted = {(each.context, each.english) for each in now}
    old: dict[str, list[Message]] = defaultdict(list)
    for message in [*before, *before.obsolete.values()] if before else []:
        if message.id and message.string:
            old[str(message.context)].append(message)
    for passage in now:
        _add(after, passage, old[passage.context], wanted)
    for messages in old.values():
        for message in messages:  # a wording of before, which may come back
            after.obsolete[str(message.id), str(message.context)] = message
    return after


def written(catalog: Catalog) -> str:
    """The text of a PO file."""
    file = BytesIO()
    write_po(file, catalog, width=WIDTH, include_lineno=False)
    return file.getvalue().decode().rstrip("\n") + "\n"


def _begun(charter: Charter, language: str, before: Catalog | None) -> Catalog:
    day = datetime.combine(charter.site.draft_date, time(), UTC)
    return Catalog(
        language,
        header_comment=before.header_comment if before else f"# {charter.site.name}",
        project=charter.site.name,
        version=charter.site.version,
        msgid_bugs_address=charter.site.contact or "nobody yet",
        creation_date=day,
        revision_date=before.revision_date if before else day,
        last_translator=before.last_translator if before else "nobody yet",
        language_team=language,
        fuzzy=False,
    )


def _add(
    after: Catalog, passage: Passage, old: list[Message], wanted: set[tuple[str, str]]
) -> None:
    """Add a passage with its translation, or with that of earlier words of the same place."""
    same = next((each for each in old if each.id == passage.english), None)
    earlier = next((each for each in old if (passage.context, each.id) not in wanted), None)
    found = same or earlier
    if found:
        old.remove(found)
    fuzzy = found is not None and (found is earlier or found.fuzzy)
    comments, was = _comments(found)
    if found is earlier and found:
        was = was or str(found.id)
    if fuzzy and was:
        comments = [*comments, f"{WAS}{was}"]
    notes = [passage.note] if passage.note else []
    notes += [AT_MOST.format(passage.letters)] if passage.letters else []
    notes += [PLACES] if "{" in passage.english else []
    after.add(
        passage.english,
        str(found.string) if found else "",
        locations=[(_file(passage), 1)],
        flags=["fuzzy"] if fuzzy else [],
        auto_comments=notes,
        user_comments=comments,
        context=passage.context,
    )


def _comments(message: Message | None) -> tuple[list[str], str]:
    """What people noted beside a passage, and the earlier words that its translation is of."""
    lines = list(message.user_comments) if message else []
    at = next((at for at, line in enumerate(lines) if line.startswith(WAS)), len(lines))
    return lines[:at], " ".join(lines[at:]).removeprefix(WAS)


def _file(passage: Passage) -> str:
    """Where its English stands: a file of its record, or one for all."""
    part, _, rest = passage.context.partition("/")
    file = data_files()[part.replace("-", "_")]
    one_each = file.folder == "one record a file"
    return "data/" + (file.path.replace("*", rest.split("/")[0]) if one_each else file.path)
