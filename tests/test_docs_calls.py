"""Prose is words: braces in a page ask for offered pieces by name, and can run nothing."""

import re
from pathlib import Path

import pytest
import yaml
from jinja2 import Environment, TemplateSyntaxError
from mkdocs.utils.yaml import get_yaml_loader

from charter.site.check import check
from charter.site.docs_calls import Call, read
from tests.project import ROOT
from tests.sample import refused, with_pages

SETTINGS = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), get_yaml_loader())
# Each runs something, reads something or hides something where Jinja draws it.
PROGRAMS = (
    "{{ ''.__class__.__mro__ }}", "{{ glossary.__globals__ }}", "{{ glossary()|upper }}",
    "{{ glossary().upper() }}", "{{ config }}", "{{ glossary }}", "{{ 7 * 7 }}", '{{ "text" }}',
    "{% for x in range(9) %}{% endfor %}", '{% include "about.md" %}', "{% set x = 1 %}",
    "{# hidden #}", "{{- glossary() -}}", "{{ glossary() }}{{ cycler }}", "{{ glossary(1) }}",
    "{{ pledge(['kindness-1'].pop()) }}", '{{ pledge("kindness-1" ~ "") }}', "{{ pledge(name) }}",
    '{{ pledge(story_id="kindness-1") }}', '{{ pledge("\\x6b") }}', "{{ lipsum(n=9) }}",
    '{{ pledge("{{ x }}") }}', "{{ glossary(\n) }}", "{%- if 1 %}x{% endif %}", "{{", "{{ }}",
    '{{ pledge(*["kindness-1"]) }}', "{{ glossary() if 1 else 2 }}", "{{ ｇlossary() }}",
)  # fmt: skip
# Where somebody who looks at words may not look.
PLACES = (
    "{}", "- one\n    - two {}", "    {}", "```\n{}\n```", "| a |\n|---|\n| {} |", "![{}](x.png)",
    '[x](about.md "{}")', "`{}`", "## {} {{: #id }}", "> {}", "[x]: {}", "<!-- {} -->",
    "---\ntitle: '{}'\n---\n\nWords.",
)  # fmt: skip


@pytest.fixture
def area(tmp_path: Path) -> Path:
    return with_pages(tmp_path)


def told(area: Path, text: str, page: str = "deep/er/words.md") -> str:
    """What the check says of a page with a text."""
    file = area / "docs" / page
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return refused(check, area)


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_program_in_prose_is_told_and_nothing_can_draw_it(program: str, area: Path) -> None:
    assert "docs/deep/er/words.md, line 3: " in told(area, f"# Words\n\n{program}\n")
    environment = Environment(extensions=SETTINGS["plugins"][0]["macros"]["j2_extensions"])
    environment.globals["glossary"] = environment.globals["pledge"] = lambda *_: pytest.fail()
    with pytest.raises(TemplateSyntaxError):
        environment.from_string(f"# Words\n\n{program}\n")


@pytest.mark.parametrize("place", PLACES)
def test_a_program_is_found_wherever_it_stands_in_a_page(place: str, area: Path) -> None:
    text = place.format("{{ config.x }}")
    line = text[: text.index("{{ config")].count("\n") + 1
    assert re.search(rf"docs/deep/er/words.md, line {line}\b", told(area, text))


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ("{{ pledge() }}", 'Write it like this: {{ pledge("pledge-id") }}'),
        ('{{ glossary("x") }}', "with 1 text between its brackets. Write it like this: {{ gloss"),
        ('{{ pledge("kindness-1", "x") }}', "can't be asked for with 2 texts"),
        ('{{ pledge("kindnes-1") }}', 'Here you can use {{ pledge("kindness-1") }}'),
        ('{{ case_studies("x") }}', "nothing goes by the text"),
        ('{{ search("99") }}', "nothing goes by the text"),
        ('{{ moved("/nowhere/") }}', "nothing goes by the text"),
        ("{{ glossary }}", "Here, write {{ glossary() }}"),
        ("{{ pledge('kindness-1') }}", 'Here, write {{ pledge("pledge-id") }}'),
    ],
)
def test_a_piece_that_is_called_wrongly_is_told_with_how_to_call_it(
    call: str, said: str, area: Path
) -> None:
    assert said in told(area, f"Words.\n\n{call}\n")


def test_calls_are_read_with_their_texts_and_lines() -> None:
    found = [one for one in read('{{glossary()}}\n{{ moved("/a/") }} {: #x }') if one]
    assert [str(one) for one in found] == ["{{ glossary() }}", '{{ moved("/a/") }}']
    assert [one.line for one in found if isinstance(one, Call)] == [1, 2]
