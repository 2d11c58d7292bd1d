"""What is wrong where a file is not YAML at all, said in plain English with a remedy."""

import re

import yaml

BACKSLASH = (
    "between double quotation marks, a \\ has a meaning of its own. Put the text in single ones"
    " instead: '…'"
)

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
    "while scanning an alias": 'text that starts with * must be in quotes: "* …"',
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


def explain(error: yaml.YAMLError, text: str) -> tuple[int, str]:
    """The line of what PyYAML found, counted from 1, and what is wrong there, with a remedy."""
    if isinstance(error, yaml.reader.ReaderError):
        return _unseen_character(text)
    marks = [getattr(error, "problem_mark", None), getattr(error, "context_mark", None)]
    if "end of stream" in (getattr(error, "problem", None) or ""):
        marks.reverse()  # the fault is where the quotation mark was opened, not where the file ends
    mark = next((mark for mark in marks if mark), None)
    # A fault at the very end stands on the last line that there is.
    line = min(mark.line, max(len(text.splitlines()) - 1, 0)) if mark else 0
    said = (
        f"{getattr(error, 'context', None) or ''} {getattr(error, 'problem', None) or ''}".strip()
    )
    if "cannot start any token" in said and mark:
        return line + 1, _bad_first_character(text[mark.index])
    help_text = next(
        (told for sign, told in SYNTAX_HELP.items() if sign in said),
        f"this is not written as YAML ({said})",
    )
    return line + 1, help_text


def _unseen_character(text: str) -> tuple[int, str]:
    found = re.search("[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]", text)
    line, code = (text[: found.start()].count("\n") + 1, ord(found[0])) if found else (1, 0)
    return line, f"holds an invisible character (U+{code:04X}). Delete it and type the text again"


def _bad_first_character(character: str) -> str:
    if character == "\t":
        return "there is a tab. Use spaces instead"
    return f'text that starts with {character} must be in quotes: "{character}…"'
