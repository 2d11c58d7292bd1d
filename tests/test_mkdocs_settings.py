"""Settings in mkdocs.yml and in the environment: a faulty one is told with its line and its name
before MkDocs reads it, which runs some and never ends on others.
"""

import os
import re
import shutil
from pathlib import Path

import pytest

from charter.problems import ProblemsFound
from charter.site import site_address
from charter.site.mkdocs_settings import mistakes
from tests.project import ROOT

GOOD = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
BOMB = "".join(f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
               for before, name in zip("abcdefghi", "bcdefghij", strict=True))  # fmt: skip
HOME = "Write the address of the home page, such as https://"


@pytest.fixture(autouse=True)
def _no_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SITE_URL", raising=False)


def told(folder: Path, text: str | bytes) -> str:
    """What is told of a project with such a mkdocs.yml."""
    content = text.encode() if isinstance(text, str) else text
    (folder / "mkdocs.yml").write_bytes(content)
    return "\n".join(map(str, mistakes(folder)))


def test_the_projects_own_settings_hold_no_mistake(tmp_path: Path) -> None:
    assert told(tmp_path, GOOD) == ""


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (GOOD, "", "mkdocs.yml, line 1: the file is empty"),
        (GOOD, "- a\n- b\n", "mkdocs.yml, line 1: write fields here"),
        (GOOD, "3\n", "mkdocs.yml, line 1: write fields here"),
        (GOOD, "a: &a [x, x]\n" + BOMB, "line 1: text that starts with & or *"),
        (GOOD, "x: " + "[" * 3000, "nested too deep"),
        ("dev_addr:", "dev_adr:", 'line 5, dev_adr: there is no such field here. Did you mean "d'),
        ("dev_addr: ", "dev_addr ", "line 5: there is no colon and space after the name"),
        ("dev_addr: ", "dev_addr: [", "line 5: a bracket is opened here and never closed"),
        ("  - Menu", "\t- Menu", "line 11: there is a tab"),
        ("name: material", "name: plain", 'theme.name: write one of: "material"'),
        ("custom_dir: theme", "custom_dir: them", 'theme.custom_dir: write one of: "theme"'),
        ("use_directory_urls: true", "use_directory_urls: false", "use_directory_urls: write"),
        ("  - About this site:", "  - More: index.md\n  - About this site:", "nav: write two"),
        ("  - attr_list", "  - tables", "markdown_extensions: attr_list is missing here. Add it"),
        ("  - attr_list", "  - attr_list\n  - os:system: {a: b}", '"os:system" may not'),
        ("  - attr_list", "  - attr_list\n  - pymdownx.snippets", '"pymdownx.snippets" may'),
        ("  - attr_list", "  - [attr_list]", "attr_list is missing here. Add it"),
        ("module_name: macros", "module_name: makros", "module_name: write one of"),
        ("extra:", "extras:", 'extras: there is no such field here. Did you mean "extra"?'),
        ("dev_addr:", "hooks: [x.py]\ndev_addr:", "line 5, hooks: there is no such field here"),
        ("dev_addr:", "docs_dir: data\ndev_addr:", "line 5, docs_dir: there is no such field"),
        ("dev_addr:", "site_dir: docs\ndev_addr:", "line 5, site_dir: there is no such field"),
        ("dev_addr:", "INHERIT: x.yml\ndev_addr:", "line 5, INHERIT: there is no such field"),
        ("127.0.0.1:8000", "!!python/object/apply:os.abort []", "line 5: text that starts with !"),
        ("127.0.0.1:8000", "!!python/name:os.abort", "line 5: text that starts with !"),
        ("dev_addr:", "dev_addr:\u00a0", 'line 5: after "dev_addr:" stands a blank that is no ord'),
        ("site_name:", "site_name: x\nsite_name:", "site_name: stands here twice"),
        ("toc_depth: 2-2", "toc_depth: 2-x", 'toc_depth: "2-x" can\'t stand here. Write it'),
        ("toc_depth: 2-2", "toc_depth: [1]", "can't stand here. Write it such as 2-3"),
        ("toc_depth: 2-2", "separator: 3", "toc.separator: there is no such field here"),
        ("permalink: false", "permalink: true", "toc.permalink: write one of: false"),
        ("title: On", "title: [a] #", "toc.title: write one text here, not a list"),
        ("  - attr_list", "  - attr_list: 3", "attr_list has no options. Write it alone"),
        ("  - data\n", "  - 3\n", "watch: YAML does not read 3 as text"),
        ("not_found: warn", "not_found: loud", "validation.nav.not_found: write one of"),
        ("validation:", "validation: x\nextras:", "validation: write fields here"),
        ("127.0.0.1:8000", "127.0.0.1", "dev_addr: \"127.0.0.1\" can't stand here"),
        ("language: en", "language: ../en", '"../en" is no language of the theme'),
        ("font: false", "font: true", "theme.font: write one of: false"),
        ("[MAKES_PDF, false]", "{a: b}", "extra.pdf: names no setting of the environment"),
        ("!ENV [MAKES_PDF, false]", "[a]", "extra.pdf: is not what it should be. Write it like"),
        ('"https://co-production', '"co-production', "site_url: \"co-production-ch"),
        ("site_url: !ENV", "site_url: 3 #", "site_url: is not what it should be"),
        ("dev_addr:", "repo_url: here\ndev_addr:", "repo_url: \"here\" is not a web address"),
    ],
)  # fmt: skip
def test_a_faulty_setting_is_told_with_its_line(
    old: str, new: str, said: str, tmp_path: Path
) -> None:
    assert old in GOOD
    assert said in told(tmp_path, GOOD.replace(old, new, 1))


def test_a_page_in_a_menu_that_is_not_there_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    for page in re.findall(r"- (\S+\.md)", GOOD):
        (tmp_path / "docs" / page).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / page).touch()
    assert told(tmp_path, GOOD) == ""
    (tmp_path / "docs/privacy.md").unlink()
    line = GOOD[: GOOD.index("privacy.md")].count("\n") + 1
    said = told(tmp_path, GOOD)
    assert said.startswith(f"mkdocs.yml, line {line}, nav.") and 'no page "privacy.md"' in said


@pytest.mark.parametrize("content", [GOOD.encode("utf-16"), b"site_name: caf\xe9\n"])
def test_settings_that_are_not_utf_8_are_told(content: bytes, tmp_path: Path) -> None:
    assert "mkdocs.yml, line 1: the file is not saved as UTF-8" in told(tmp_path, content)


@pytest.mark.parametrize("way", ["pipe", "folder", "link", "endless"])
def test_what_is_no_file_of_settings_is_told_and_not_waited_for(way: str, tmp_path: Path) -> None:
    file = tmp_path / "mkdocs.yml"
    if way == "pipe":
        os.mkfifo(file)
    elif way == "folder":
        file.mkdir()
    else:
        file.symlink_to("nowhere" if way == "link" else "/dev/zero")
    assert [str(each) for each in mistakes(tmp_path)] == [
        "mkdocs.yml, line 1: the file is missing or can't be read. Put it back"
    ]
    if way == "folder":
        shutil.rmtree(file)
        assert len(mistakes(tmp_path, to_build=True)) == 1
        assert mistakes(tmp_path) == []


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("https://team.github.io/charter/", "https://team.github.io/charter/"),
        (" https://team.github.io/charter/ ", "https://team.github.io/charter/"),
        ("\thttps://team.github.io/charter\r\n", "https://team.github.io/charter/"),
        ("https://Charter.Kent.example", "https://Charter.Kent.example/"),
        ("http://127.0.0.1:8123/a/b", "http://127.0.0.1:8123/a/b/"),
        ("http://[::1]:8000/", "http://[::1]:8000/"),
        ("http://server1/", "http://server1/"),
        ("https://charter.example/v1.2", "https://charter.example/v1.2/"),
        ("https://charter.example/kent.charter", "https://charter.example/kent.charter/"),
        ("https://хартія.укр/", "https://хартія.укр/"),
    ],
)
def test_the_address_of_a_home_page_is_used_without_blanks_around_it(
    given: str, wanted: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SITE_URL", given)
    assert mistakes(tmp_path) == []
    assert os.environ["SITE_URL"] == wanted


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("", "is set, and is empty"),
        ("  ", "is set, and is empty"),
        ("charter.kent.example", "does not start with https:// and a name"),
        ("ftp://charter.example/", "does not start with https:// and a name"),
        ("https://", "does not start with https:// and a name"),
        ("https:///charter/", "does not start with https:// and a name"),
        ("//charter.example/", "does not start with https:// and a name"),
        ("/charter/", "does not start with https:// and a name"),
        ("no", "does not start with https:// and a name"),
        ("https://[x", "is no web address"),
        ("https://charter.example:port/", "is no web address"),
        ("https://charter.example:99999/", "is no web address"),
        ("https://charter.example:0/", "behind the colon"),
        ("https://charter.example:/", "behind the colon"),
        ("https://ch\u0430rter.example/", "are of two alphabets, or look like others"),
        ("https://charter\u2024example/", "has a website's name that can't be"),
        ("https://charter..org/", "has a website's name that can't be"),
        ("https://-charter.org/", "has a website's name that can't be"),
        ("https://charter.example/INDEX.PHP", "ends in the name of a file"),
        ("https://me:secret@charter.example/", "holds a name before an @"),
        ("https://charter.example/?a=b", "has a question mark or a # in it"),
        ("https://charter.example/?", "has a question mark or a # in it"),
        ("https://charter.example/#top", "has a question mark or a # in it"),
        ("https://charter.example/index.html", "ends in the name of a file"),
        ("https://charter.example/a/../b/", "goes up or has two slashes in a row"),
        ("https://charter.example//a/", "goes up or has two slashes in a row"),
        ("https://charter.example/a b/", "holds a blank, or a sign"),
        ("https://charter.example/\u200b", "holds a blank, or a sign"),
        ("https://charter.example/\u00a0x/", "holds a blank, or a sign"),
        ('https://charter.example/"><script>/', "holds a blank, or a sign"),
        ("https://charter.example/%zz/", "holds a blank, or a sign"),
        ("https://charter.example\\a\\", "does not start with https:// and a name"),
    ],
)
def test_what_is_no_address_of_a_home_page_is_told(
    given: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", given)
    with pytest.raises(ProblemsFound) as found:
        site_address.from_environment()
    assert str(found.value).count("SITE_URL, line 1: ") == 1
    assert said in str(found.value)
    assert HOME in str(found.value)
