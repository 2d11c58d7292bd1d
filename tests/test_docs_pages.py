"""A page in docs/ that asks for something that can't be drawn is told with file and line, like any
mistake in data/.
"""

from pathlib import Path

import pytest

from a11y.site import site
from charter.site.check import check
from tests.project import charter, run
from tests.sample import edit, refused, with_pages


@pytest.fixture
def area(tmp_path: Path) -> Path:
    return with_pages(tmp_path)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "{{ glosary() }}",
            'there is no piece called "glosary" to draw here. Did you mean {{ glossary() }}?',
        ),
        (
            "{{ weather() }}",
            'there is no piece called "weather" to draw here. The pieces are: about_sources, ',
        ),
        ("{{ glossary( }}", "asks for a drawn piece, such as {{ story() }}"),
        ("## Heading {#id}", 'take "{{", "{%" or "{#" out'),
    ],
)
def test_a_mistaken_request_is_told_with_file_and_line(line: str, said: str, area: Path) -> None:
    (area / "docs" / "words.md").write_text(f"# Words\n\n{line}\n", encoding="utf-8")
    found = refused(check, area)
    assert "docs/words.md, line 3: " in found
    assert said in found


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("[a](../Words.md)", "../words.md"),
        ("[a](../words.MD#place 'T')", "../words.md"),
        ("![a](Our%20Tree.png)", "our tree.png"),
        ("[a][b]\n\n[b]: ../../Deep/a.md", "a.md"),
        ("[a](../../Words/?a=b)", "../words.md"),
        ("[a](/WORDS/)", "../words.md"),
    ],
)
def test_a_link_with_a_wrong_capital_is_told_with_the_right_name(
    line: str, right: str, area: Path
) -> None:
    for name in ("words.md", "deep/a.md", "deep/our tree.png"):
        (area / "docs" / name).parent.mkdir(exist_ok=True)
        (area / "docs" / name).write_text("# Words\n", encoding="utf-8")
    (area / "docs/deep/b.md").write_text(f"# B\n\n{line}\n", encoding="utf-8")
    told = f"leads nowhere, because of its capitals. Write {right}\n"
    assert told in f"{refused(check, area)}\n"
    assert "docs/deep/b.md, line " in refused(check, area)


def test_mistakes_in_data_and_in_docs_are_told_together(area: Path) -> None:
    (area / "docs" / "words.md").write_text("{{ glosary() }}\n", encoding="utf-8")
    edit(area / "data", "values.yml", "name: Courage", "name: on")
    ended = run(Path(), "charter", "check", "--project", str(area))
    assert ended.status == 1
    assert "2 things to mend:" in ended.said
    assert "Traceback" not in ended.said


@pytest.mark.usefixtures("site")
def test_pages_say_that_nobody_has_signed_only_while_it_is_true() -> None:
    signed = [signature for signature in charter().signatures if signature.status == "signed"]
    saying = [
        page.name
        for page in site().pages
        if "obody has signed" in " ".join(page.main.text_content().split())
    ]
    assert bool(saying) is not bool(signed), f"somebody has signed: change the words on {saying}"
