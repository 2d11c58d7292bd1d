"""What is wrong where a file is not YAML at all, said in plain English with a remedy."""

import re

import yaml

from charter.data import odd_characters, yaml_repairs

BACKSLASH = (
    "between double quotation marks, a \\ has a meaning of its own. Put the text in single ones"
    " instead: '…'"
)
STARS = 'text that starts with * must be in quotes: "* …"'
# A star in the place of a hyphen, or behind one.
STAR = re.compile(r"\s*(- +)?\*\s")

SYNTAX_HELP = {
    "mapping values are not allowed": (
        'a colon followed by a space stands inside the text. Put the whole text in quotes: "…"'
    ),
    "unexpected end of stream": (
        "a quotation mark or bracket is opened here and never closed. Close it"
    ),
    "while scanning a quoted scalar": "a quotation mark is opened here and never closed. Close it",
    "did not find expected node content": "a bracket is opened here and never closed. Close it",
    "found unexpected ':'": 'between brackets, text with a colon in it must be in quotes: "…"',
    "found a tab character": "there is a tab. Use spaces instead",
    "could not find expected ':'": (
        "there is no colon and space after the name of the field. Write it like this: name: text"
    ),
    "did not find expected key": (
        "this line does not fit the lines around it. Check that it starts as far in as its"
        " neighbours, and that text which begins with a quotation mark also ends with one"
    ),
    "did not find expected ',' or": (
        "a comma, a bracket or a quotation mark is missing here, or on a line above. Add it"
    ),
    "did not find expected '-' indicator": (
        "this line does not fit the list above it. Start it with a hyphen and a space, "
        "as far in as the others"
    ),
    "while scanning an anchor": 'text that starts with & must be in quotes: "& …"',
    "while scanning an alias": STARS,
    "scanning a tag": 'text that starts with ! must be in quotes: "! …"',
    "found undefined tag handle": 'text that starts with ! must be in quotes: "! …"',
    "mapping keys are not allowed": 'text that starts with ? must be in quotes: "? …"',
    "while parsing a tag": 'text that starts with ! must be in quotes: "! …"',
    "found unknown escape character": BACKSLASH,
    "escape code": BACKSLASH,
    "hexdecimal number": BACKSLASH,
    "while scanning a block scalar": (
        "after | or > the text must start on the next line, further in than the name of the field. "
        "Write the line like this: name: >-"
    ),
    "directive": 'text that starts with % must be in quotes: "% …"',
    "did not find expected <document start>": (
        "this line does not go on from the lines above it. Start it as far in as its neighbours, "
        "with a hyphen or a name as they have"
    ),
    "block sequence entries are not allowed": (
        "a list must start on a line of its own, below the name of the field"
    ),
}


# Where the parser's own line and words are the best ones: the text itself is in the way.
ITS_OWN = (
    "cannot start any token",
    "directive",
    "scanning a tag",
    "parsing a tag",
    "anchor",
    "alias",
    "block scalar",
    "escape",
    "hexdecimal",
    "sequence entries are not allowed",
    "mapping keys are not allowed",
    "tag handle",
)


def explain(error: yaml.YAMLError, text: str) -> list[tuple[int, str]]:
    """What is wrong, each with its line, counted from 1, and a remedy."""
    problem, context = (getattr(error, f"{name}_mark", None) for name in ("problem", "context"))
    words = (getattr(error, name, None) or "" for name in ("context", "problem"))
    said = " ".join(words).strip()
    if strange := yaml_repairs.strange_characters(text):
        return strange
    ends = problem or context
    # A fault at the very end stands on the last line that there is.
    line = min(ends.line, max(len(text.splitlines()) - 1, 0)) if ends else 0
    begins = context.line if context else _first_line(text)
    mended = yaml_repairs.mend(text, begins, line)
    its_own = any(sign in said for sign in ITS_OWN)
    if "alias" in said and ends and STAR.match(text.splitlines()[ends.line]):
        return [(ends.line + 1, f"{yaml_repairs.OTHER_SIGN}. Or {STARS}")]
    if mended and not (its_own and abs(mended[0] - 1 - line) <= 1):
        return [mended]
    if "cannot start any token" in said and ends:
        return [(line + 1, _bad_first_character(text[ends.index]))]
    if "end of stream" in said:
        line = begins  # where the quotation mark was opened, not where the file ends
    help_text = next(
        (told for sign, told in SYNTAX_HELP.items() if sign in said),
        f"this is not written as YAML ({said})",
    )
    return [(line + 1, help_text)]


def _first_line(text: str) -> int:
    """The first line, from 0, that is neither blank nor a note."""
    lines = enumerate(text.splitlines())
    return next((number for number, line in lines if line.strip() and line[0] != "#"), 0)


def unseen_characters(text: str) -> list[tuple[int, str]]:
    """Every line with a character that may stand nowhere."""
    return [
        (number, f"holds an invisible character (U+{ord(found[0]):04X}). {odd_characters.REMEDY}")
        for number, line in enumerate(text.split("\n"), 1)
        if (found := odd_characters.NOWHERE.search(line))
    ]


def _bad_first_character(character: str) -> str:
    if character == "\t":
        return "there is a tab. Use spaces instead"
    return f'text that starts with {character} must be in quotes: "{character}…"'
