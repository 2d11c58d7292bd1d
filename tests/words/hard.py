"""What is hard to read on a page: long sentences, hard paragraphs, long words, short forms, and a
page that is hard as a whole.
"""

import re
from collections.abc import Iterator

from a11y.site import Page
from tests.project import charter
from tests.reading import Passage, Reading, measure, passages, plain, sentences, syllables, words
from tests.words.lists import known, ours
from tests.words.remarks import Remark, on_page, remark

LONGEST = 25  # words a sentence
AVERAGE = 15  # words a sentence, over a page
GRADE, HOME_GRADE = 8, 6  # over a page: years of school
PARAGRAPH_GRADE = 10  # over three sentences or more, because fewer say little about a grade
PARAGRAPH_SENTENCES = 6
LONG_WORD = 4  # syllables
EASY = "easy-read/"
# Known by this name to everyone, and never written out by the body itself.
EVERYDAY = {"NHS", "AA", "PDF"}  # AA is the name of a level in the accessibility guidelines
SHORT_FORM = re.compile(r"\b[A-Z][a-z]?[A-Z]+s?\b")


def hard(page: Page) -> Iterator[Remark]:
    """All that is hard to read on a page."""
    if not sentences(page):
        yield on_page("no-sentence", page, "this page has no sentence to read. Say what it is for")
    else:
        yield from _page(page, measure(sentences(page)))
    for passage in passages(page):
        yield from _sentences(page, passage)
        yield from _paragraph(page, passage)
        yield from _long_words(page, passage)
    yield from short_forms(page)


def _page(page: Page, figures: Reading) -> Iterator[Remark]:
    most = GRADE if page.path else HOME_GRADE
    if figures.grade > most:
        said = (
            f"this page has a reading grade of {figures.grade:.1f}, and {most} is the most. Use"
            " shorter sentences and shorter words"
        )
        yield on_page("hard-page", page, said)
    if figures.average > AVERAGE:
        said = (
            f"sentences on this page have {figures.average:.1f} words on average, and {AVERAGE} is"
            " the most. Make two of the long ones"
        )
        yield on_page("hard-page", page, said)


def _sentences(page: Page, passage: Passage) -> Iterator[Remark]:
    for sentence in passage.sentences:
        if (length := len(words(plain(sentence)))) > LONGEST:
            said = (
                f'"{beginning(sentence)} …" has {length} words, and {LONGEST} is the most for a'
                " sentence. Make it two"
            )
            yield from remark(
                "long-sentence", page, passage, said, start=passage.text.index(sentence)
            )


def _paragraph(page: Page, passage: Passage) -> Iterator[Remark]:
    count, named = len(passage.sentences), f'"{beginning(passage.text)} …" starts a paragraph'
    if count > PARAGRAPH_SENTENCES:
        said = f"{named} of {count} sentences, and {PARAGRAPH_SENTENCES} is the most. Make it two"
        yield from remark("hard-paragraph", page, passage, said)
    if count >= 3 and (grade := measure(passage.sentences).grade) > PARAGRAPH_GRADE:
        hardest = ", ".join(
            sorted(set(words(plain(passage.text))), key=lambda word: (-syllables(word), word))[:3]
        )
        said = f"{named} with a reading grade of {grade:.1f}, and {PARAGRAPH_GRADE} is the most. "
        yield from remark(
            "hard-paragraph",
            page,
            passage,
            f"{said}Use shorter sentences, and shorter words for: {hardest}",
        )


def beginning(text: str) -> str:
    """The first words of a text, so that an editor finds it."""
    return " ".join(text.split()[:5])


def _long_words(page: Page, passage: Passage) -> Iterator[Remark]:
    for found in re.finditer(r"[A-Za-z][A-Za-z'’-]*[A-Za-z]", ours(passage.text)):
        if (beats := syllables(found[0])) >= LONG_WORD and not known().fullmatch(found[0]):
            said = (
                f'"{found[0]}" has {beats} syllables. Say it in shorter words, or explain it in'
                " data/glossary.yml. "
            )
            said += "If it has to stay, put it under keep in data/words.yml and say why"
            yield from remark("long-word", page, passage, said, found[0], found.start())


def short_forms(page: Page) -> Iterator[Remark]:
    """Short forms whose first use on the page does not stand in brackets behind the words that they
    are short for.

    On the page that is easier to read, every short form is one too many.
    """
    inside = [passage for passage in passages(page) if passage.in_main]
    # A list of words explained may use a form before it comes to it: it stands there in the
    # alphabet.
    listed = page.main.xpath(".//dl[@class='glossary']//dt")
    free = EVERYDAY | {form for dt in listed for form in SHORT_FORM.findall(dt.text_content())}
    free = set() if page.path == EASY else free
    for short in dict.fromkeys(
        form for passage in inside for form in SHORT_FORM.findall(passage.text)
    ):
        first = next(passage for passage in inside if re.search(rf"\b{short}\b", passage.text))
        start = re.search(rf"\b{short}\b", first.text).start()  # type: ignore[union-attr]
        if short not in free and (page.path == EASY or not _written_out(short, first.text[:start])):
            yield from remark("short-form", page, first, _write_out(short, page), short, start)


def _write_out(short: str, page: Page) -> str:
    full = next(
        (entry.full for entry in charter().glossary if entry.short == short), "the full words"
    )
    if page.path == EASY:
        return f'"{short}" is a short form, and this page has none. Write "{full}"'
    return f'"{short}" is a short form. Where a page first has it, write "{full} ({short})"'


def _written_out(short: str, before: str) -> bool:
    """Whether a short form stands in brackets, behind words that start with its letters."""
    full, bracket, inside = before.rpartition("(")
    if not bracket or ")" in inside or inside.count(" ") > 1:
        return False
    initials = iter(word[0].lower() for word in re.findall(r"\w+", full))
    return all(letter in initials for letter in short.rstrip("s").lower())
