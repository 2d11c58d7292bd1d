"""What can go wrong inside a file that is still YAML: in the name of a field, in a value, in a list."""

from collections.abc import Callable
from dataclasses import dataclass, field

from tests.fuzz import hard
from tests.fuzz.written import Part, parts
from tests.test_words_of_data import NOT_TEXT


@dataclass(frozen=True)
class Spoilt:
    """A text after a change, and what was put into it for readers: a page has it as it was typed, or it is told as a problem."""

    text: str
    planted: list[str] = field(default_factory=list)


# From a text, the part of it that was chosen, and a number that says which of several ways, to what becomes of it.
Change = Callable[[str, Part, int], Spoilt]


def named(part: Part) -> str:
    """The name of the field that a part stands in."""
    return next((step for step in reversed(part.path) if isinstance(step, str)), "")


def is_text(part: Part) -> bool:
    """Whether readers see the part as it was typed."""
    return part.kind == "scalar" and named(part) not in NOT_TEXT


def _cut(text: str, part: Part, instead: str) -> str:
    return text[: part.start] + instead + text[part.end :]


def _value(text: str, part: Part, value: str) -> str:
    # "name:" may be followed by nothing at all
    blank = " " if part.is_field and text[part.value - 1 : part.value] == ":" else ""
    return text[: part.value] + blank + value + text[part.end :]


def _lines(text: str, part: Part) -> tuple[int, int]:
    """The whole lines of a part: from the line that it begins on to the end of its last."""
    first = text.rfind("\n", 0, part.start) + 1
    last = text.find("\n", part.end)
    return first, len(text) if last < 0 else last + 1


def key_dropped(text: str, part: Part, way: int) -> Spoilt:
    first, last = _lines(text, part)
    if way % 2 or part.in_brackets:
        return Spoilt(_cut(text, part, ""))
    # The hyphen before a record's first field belongs to the record.
    return Spoilt(
        text[:first] + text[first : part.start].replace(" ", "") + text[last:]
        if way % 3
        else text[:first] + text[last:]
    )


def key_doubled(text: str, part: Part, way: int) -> Spoilt:
    whole = text[part.start : part.end]
    if part.in_brackets:
        return Spoilt(_cut(text, part, f"{whole}, {whole}"))
    planted = f"{hard.MARK} said twice {way}"
    again = f'{text[part.start : part.end_of_name]}: "{planted}"'
    two = [whole, again] if way % 2 else [again, whole]
    return Spoilt(_cut(text, part, f"\n{' ' * part.column}".join(two)), [planted])


def key_misspelt(text: str, part: Part, way: int) -> Spoilt:
    name = text[part.start : part.end_of_name]
    at = way % max(1, len(name) - 1)
    ways = [
        name[:at] + name[at + 1 :], name[:at] + name[at : at + 1] * 2 + name[at + 1 :], name.upper(), name.capitalize(), f"{name}s", f"{name} ",
        name.replace("_", "-"), f'"{name}\\u200b"', f'"{hard.MARK}"', f"{name}\u00a0", f"<{hard.MARK}>", "", f"? {name}\n", f"'{name}'", "<<", "1", "null",
        f"{hard.MARK}\ud7ff{name}", name[::-1], f"{{{{ {name} }}}}", f'"{name}"',
    ]  # fmt: skip
    return Spoilt(text[: part.start] + ways[way % len(ways)] + text[part.end_of_name :])


def _replaced(texts: list[str]) -> Change:
    """The chosen value replaced by one of these texts, or followed by it."""

    def change(text: str, part: Part, way: int) -> Spoilt:
        which, style = way % len(texts), way // len(texts)
        typed = texts[which] if style % 3 else f"{part.text} {texts[which]}"
        return Spoilt(_value(text, part, hard.quoted(typed, style)), [typed])

    return change


def _as_it_is(values: list[str]) -> Change:
    """The chosen value replaced by one of these, without quotes."""

    def change(text: str, part: Part, way: int) -> Spoilt:
        return Spoilt(_value(text, part, values[way % len(values)]))

    return change


def figures(text: str, part: Part, way: int) -> Spoilt:
    return Spoilt(
        _value(
            text, part, hard.quoted(hard.FIGURES[way % len(hard.FIGURES)], way // len(hard.FIGURES))
        )
    )


def emptied(text: str, part: Part, way: int) -> Spoilt:
    return Spoilt(
        _value(
            text,
            part,
            [
                "",
                '""',
                "''",
                '"   "',
                "[]",
                "{}",
                '"\\n"',
                '"\\t"',
                "|",
                ">-",
                '"\\u00a0"',
                '"\\u200b"',
                "[[]]",
                "[{}]",
            ][way % 14],
        )
    )


def unseen(text: str, part: Part, way: int) -> Spoilt:
    typed = hard.UNSEEN[way % len(hard.UNSEEN)]
    escaped = "".join(f"\\u{ord(letter):04x}" for letter in typed)
    ways = [f'"{escaped}"', f'"{typed}"', typed, f"|\n{' ' * (part.column + 4)}{typed}"]
    return Spoilt(_value(text, part, ways[way // len(hard.UNSEEN) % 4]), [typed])


def half_letters(text: str, part: Part, way: int) -> Spoilt:
    halves = [
        '"\\ud800"',
        '"zqx \\udfff"',
        '"\\ud83d\\ude00"',
        '"\\U0000d800"',
        '"\\U00110000"',
        '"\\xd8"',
        '"\\uZZZZ"',
        "\\ud800",
        '"\\ude00\\ud83d"',
        '"\\0"',
    ]
    return Spoilt(_value(text, part, halves[way % len(halves)]))


def tagged(text: str, part: Part, way: int) -> Spoilt:
    tags = [
        "!!python/object/apply:os.system [x]", "!!python/name:os.system", "!!binary aGVsbG8=", "!!set {a, b}", "!!omap [a: b]", "!zqx x", "!!str 1", "! x", "!<zqx> x",
        "!!float 1", "!!int x", "!!timestamp x", "!!null x", "!ENV [HOME]", "!include x.yml", "!!pairs [a: b]", "!!bool x", "!e!x y",
    ]  # fmt: skip
    return Spoilt(_value(text, part, tags[way % len(tags)]))


def anchored(text: str, part: Part, way: int) -> Spoilt:
    old = text[part.value : part.end]
    ways = [
        f"&zqx {old}",
        "*zqx",
        f"&zqx\n{old}",
        "&",
        "*",
        "{<<: *zqx}",
        f"&zqx [{hard.MARK}, *zqx]",
        "&a [*a]",
        "*1",
        "& zqx",
    ]
    return Spoilt(_value(text, part, ways[way % len(ways)]))


def laughing(text: str, part: Part, way: int) -> Spoilt:
    if way % 3 == 0:
        return Spoilt(f"{hard.BOMB}\n{text}")
    return Spoilt(
        f"{text}\n{hard.BOMB}\n" if way % 3 == 1 else _value(hard.BOMB + "\n" + text, part, "*a9")
    )


def nested(text: str, part: Part, way: int) -> Spoilt:
    depth = [19, 20, 21, 200, 20_000, 300_000][way % 6]
    ways = [
        "[" * depth + "]" * depth,
        "{a: " * depth + "x" + "}" * depth,
        "[" * depth,
        "- " * depth + "x",
        "{" * depth,
        "? " * depth + "x",
        "[{" * depth,
    ]
    return Spoilt(_value(text, part, ways[way // 6 % len(ways)]))


def commented(text: str, part: Part, way: int) -> Spoilt:
    """Text after a number sign, which YAML leaves out."""
    planted = f"{hard.MARK} number {way}"
    old = text[part.value : part.end]
    plain = old.replace("\n", " ")
    ways = [
        f"{old} # {planted}",
        f"# {planted}",
        f"#{planted}",
        f"{plain} #{planted}",
        f"\n  # {planted}\n  {plain}",
        f"[{plain}, # {planted}\n  ]",
    ]
    # After quotes, or on a line of its own, a note is a note for editors.
    meant = part.quoted or way % len(ways) == 4
    return Spoilt(
        _value(text, part, ways[way % len(ways)]),
        [] if meant or part.kind != "scalar" else [planted],
    )


def in_block(text: str, part: Part, way: int) -> Spoilt:
    """Text over several lines, in the ways that YAML has for it."""
    edge = "\n" + " " * (part.column + 4)
    words = [f"{hard.MARK} one", "two # three", "", '"four"', "five: six", "- seven", "eight"]
    heads = ["|", ">", "|-", ">-", "|+", ">+", "|2", ">9", "| # zqx", "|0", ">- zqx", "", '"']
    head = heads[way % len(heads)]
    body = edge.join(words if head not in ("", '"') else [words[0], "two", "", "eight"])
    return Spoilt(
        _value(text, part, f"{head}{edge}{body}" + ('"' if head == '"' else "")),
        [] if head in ("", '"') else [words[0], "five: six"],
    )


def item_dropped(text: str, part: Part, way: int) -> Spoilt:
    first, last = _lines(text, part)
    return Spoilt(_cut(text, part, "") if way % 2 else text[:first] + text[last:])


def item_doubled(text: str, part: Part, way: int) -> Spoilt:
    first, last = _lines(text, part)
    return Spoilt(text[:last] + text[first:last] * (1 + way % 3) + text[last:])


def item_many_times(text: str, part: Part, way: int) -> Spoilt:
    first, last = _lines(text, part)
    times = [50, 1_000, 10_000, 40_000][way % 4]
    return Spoilt(
        text[:last] + text[first:last] * min(times, 1_200_000 // max(1, last - first)) + text[last:]
    )


def swapped(text: str, part: Part, way: int) -> Spoilt:
    """The value takes the place of another one, and that takes its."""
    others = [other for other in parts(text) if other.end <= part.value or other.value >= part.end]
    others = [other for other in others if other.kind == part.kind]
    if not others:
        return Spoilt(_value(text, part, ""))
    one, two = sorted((part, others[way % len(others)]), key=lambda each: each.value)
    whole = (
        text[: one.value],
        text[two.value : two.end],
        text[one.end : two.value],
        text[one.value : one.end],
        text[two.end :],
    )
    return Spoilt("".join(whole))


TEXT_CHANGES: dict[str, tuple[Callable[[Part], bool], Change]] = {
    "key dropped": (lambda part: part.is_field, key_dropped),
    "key doubled": (lambda part: part.is_field and part.kind == "scalar", key_doubled),
    "key misspelt": (lambda part: part.is_field, key_misspelt),
    "value retyped": (lambda part: True, _as_it_is(hard.RETYPED)),
    "number retyped": (lambda part: part.text.lstrip("-").isdigit() or part.path[-1] == "number", _as_it_is(hard.WHOLE_NUMBERS)),
    "value emptied": (lambda part: True, emptied),
    "huge": (is_text, _replaced(hard.HUGE)),
    "right to left": (is_text, _replaced(hard.RIGHT_TO_LEFT)),
    "markup": (lambda part: part.kind == "scalar", _replaced(hard.MARKUP)),
    "markup in text": (is_text, _replaced(hard.MARKUP)),
    "Jinja": (is_text, _replaced(hard.JINJA)),
    "Markdown": (is_text, _replaced(hard.MARKDOWN)),
    "odd letters": (is_text, _replaced(hard.ODD_LETTERS)),
    "address": (lambda part: named(part) in ("address", "page", "send_to", "file", "contact"), _replaced(hard.ADDRESSES)),
    "script for an address": (lambda part: part.path[-1] == "address", _as_it_is([hard.quoted(script, 0) for script in hard.SCRIPTS])),
    "figures": (lambda part: part.kind == "scalar" and not is_text(part), figures),
    "control characters": (lambda part: part.kind == "scalar", unseen),
    "half letters": (lambda part: part.kind == "scalar", half_letters),
    "tag": (lambda part: True, tagged),
    "anchor or alias": (lambda part: True, anchored),
    "billion laughs": (lambda part: True, laughing),
    "nested too deep": (lambda part: True, nested),
    "comment": (lambda part: part.kind == "scalar", commented),
    "over several lines": (is_text, in_block),
    "item dropped": (lambda part: not part.is_field, item_dropped),
    "item doubled": (lambda part: not part.is_field, item_doubled),
    "item many times": (lambda part: not part.is_field, item_many_times),
    "two values swapped": (lambda part: True, swapped),
}  # fmt: skip
