"""Which words of a text are names. It would rather take out a word too many than leave a name in.

A word that is on no list of words to count never reaches a counter, so most names need no rule at
all.
The rules here are for names that are also words, such as Grace, Joy or Hope.
"""


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


# English given names that the tone library, or a list of words for a value, may know as words.
# Found by comparing the
# library's words with the given names of the United States census of 1990, and by looking through
# what was left.
ALSO_WORDS = _listed("""
    amity angel blessing bliss charity cherish clement constant dawn destiny diamond earnest faith felicity frank gay glory grace
    harmony heaven honor honour hope jewel joy justice liberty love mark marvel may melody mercy merry miracle noble patience peace
    precious pride promise prudence rich rose serenity sparkle star sterling sunny sunshine sweet treasure trinity true unity verity
    victor virtue will
    """)
# Names that the tone library takes for slang or for rare words. They are taken out wherever they
# stand.
ALWAYS_NAMES = _listed(
    "ally amor dick freeman grant graves grimes kia lowe lowery mia nick rob smiley tia ty wells"
)

TITLES = _listed("mr mrs ms miss mx dr prof professor sir dame rev reverend")
# What follows is a name, however it is written. Small words may stand between: "her name is".
NAMED = _listed("called named name names nickname nicknamed surname")
BETWEEN = _listed("is was are were as to us him her them it the a an our my little")
# Before a name that is also a word: "my daughter grace", "thanks joy".
BEFORE = _listed("""
    son sons daughter daughters child kid boy girl lad brother sister twin twins mum mom mam dad gran nan grandad grandson granddaughter
    grandchild nephew niece cousin auntie aunt uncle stepson stepdaughter husband wife partner friend baby teacher tutor worker carer
    therapist doctor nurse head headteacher assistant lady and with for from to by hi hello dear thanks little young
    """)
# Behind a name: what people do.
BEHIND = _listed("""
    said says told tells rang rings phoned phones emailed emails wrote writes came comes went goes asked asks needs needed likes liked
    loves loved hates hated wants wanted got gets cried cries started starts sat sits ran runs spoke speaks who whose
    """)


def names(words: list[str], starts: set[int]) -> set[int]:
    """The places of words that are, or may be, names.

    Args:
        words: the words of a text as typed, without punctuation.
        starts: the places of words that begin a sentence, where a capital says nothing.
    """
    small = [word.lower().removesuffix("'s").removesuffix("'") for word in words]
    found = {place for place, word in enumerate(words) if _written_as_one(word, place in starts)}
    for place, word in enumerate(small):
        if word in TITLES:
            found |= {place + 1, place + 2}
        elif word in NAMED:
            first = next(
                (near for near in range(place + 1, len(small)) if small[near] not in BETWEEN),
                place + 1,
            )
            found |= {first, first + 1}
        elif word in ALWAYS_NAMES or _stands_as_one(small, words, place):
            found.add(place)
    return {place for place in found if place < len(words)}


def _written_as_one(word: str, starts: bool) -> bool:
    """Whether a capital shows a name. Words all in capitals are more often shouted than names."""
    return word[:1].isupper() and not word.isupper() and not starts and not word.startswith("I'")


def _stands_as_one(small: list[str], words: list[str], place: int) -> bool:
    """Whether a word, such as "grace", stands as a name does."""
    before = small[place - 1] if place else ""
    after = small[place + 1] if place + 1 < len(small) else ""
    capital = words[place][:1].isupper()
    if small[place] in ALSO_WORDS:
        return capital or "'" in words[place] or before in BEFORE or after in BEHIND
    return capital and after in BEHIND
