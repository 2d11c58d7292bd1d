"""A link that leads nowhere stops the build, whatever kind it is and wherever it stands
(dead_links.yml). A right one does not.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from publish.gates.links import DEAD_LINKS, WRONG_LINKS, check
from publish.site import Site

CASES: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "dead_links.yml").read_text(encoding="utf-8")
)
HEAD = "<!DOCTYPE html><title>A</title>"
HOME = f'{HEAD}<link rel="canonical" href="https://charter.example/kent/">'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "new").mkdir()
    for name, text in {
        "index.html": HOME,
        "new/index.html": f"{HEAD}<p id='place'>some words",
        "404.html": HEAD,
        "a.svg": '<svg><g id="b"/></svg>',
        **dict.fromkeys(["a.txt", "a.json", "a.pdf"], ""),
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def told(folder: Path, page: str, html: str) -> list[str]:
    file = folder / page
    file.write_text(file.read_text(encoding="utf-8") + html, encoding="utf-8")
    return check(Site(folder))


@pytest.mark.parametrize("html", CASES["dead"])
def test_a_dead_link_is_told_on_any_page(html: str, folder: Path) -> None:
    target = CASES["dead"][html]
    assert told(folder, "index.html", html) == [DEAD_LINKS, f"  / links to {target}"]
    of_404 = [line for line in told(folder, "404.html", html) if "  /404.html links to" in line]
    assert of_404 == [f"  /404.html links to {target.replace('/#', '/404.html#', 1)}"] or (
        of_404 == [f"  /404.html links to {target}"]
    )


@pytest.mark.parametrize("html", CASES["outside"])
def test_an_address_that_can_lead_nobody_there_is_told(html: str, folder: Path) -> None:
    heading, line = told(folder, "index.html", html)
    assert heading == WRONG_LINKS and CASES["outside"][html] in line


@pytest.mark.parametrize("html", CASES["right"])
def test_a_right_link_is_not_told(html: str, folder: Path) -> None:
    assert told(folder, "index.html", html) == []


@pytest.mark.parametrize("name", CASES["files"])
def test_a_dead_address_in_a_file_that_is_no_page_is_told(name: str, folder: Path) -> None:
    (folder / name).write_text(CASES["files"][name], encoding="utf-8")
    heading, *lines = check(Site(folder))
    assert heading == DEAD_LINKS and len(lines) == 1
    assert lines[0].startswith(f"  /{name} links to /")


def test_a_dead_link_is_told_with_the_file_and_line_to_mend(folder: Path, tmp_path: Path) -> None:
    for name, text in {
        "docs/index.md": "# Home\n\n[a](new.md#gone)\n\n[b](https://kent/)\n",
        "data/changes.yml": "- title: X\n  address: new/#lost\n",
    }.items():
        (tmp_path / "project" / name).parent.mkdir(parents=True)
        (tmp_path / "project" / name).write_text(text, encoding="utf-8")
    html = '<a href="new/#gone">a</a><a href="https://kent/">b</a><a href="new/#lost">c</a>'
    (folder / "index.html").write_text(HOME + html, encoding="utf-8")
    said = "\n".join(check(Site(folder), tmp_path / "project"))
    for line in (
        "/ links to /new/#gone (docs/index.md, line 3)",
        "/ links to https://kent/, which has no dot in the website's name. Write the whole name,"
        " such as www.council.gov.uk (docs/index.md, line 5)",
        "/ links to /new/#lost (data/changes.yml, line 2)",
    ):
        assert f"  {line}\n" in f"{said}\n"
