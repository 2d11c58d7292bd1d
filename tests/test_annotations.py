"""In GitHub's workflow each problem is shown beside its line, with the words that editors see."""

from pathlib import Path

import pytest

from charter.__main__ import main
from charter.annotations import annotation, problems_in
from charter.problems import Problem, ProblemsFound
from tests.sample import sample


def spoilt(project: Path) -> str:
    sample(project)
    file = project / "data/values.yml"
    file.write_text(file.read_text("utf-8").replace("meaning:", "meening:", 1), "utf-8")
    return str(project)


@pytest.mark.parametrize("where", ["true", ""])
def test_a_problem_is_an_annotation_on_github_alone(
    where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", where)
    assert main(["check", "--project", spoilt(tmp_path)]) == 1
    said, told = capsys.readouterr()
    assert 'meening: there is no such field here. Did you mean "meaning"?' in told
    begin = "::error file=data/values.yml,line="
    assert [line.startswith(begin) for line in said.splitlines()] == [True] * bool(where)
    assert "::meening: there is no such field here. Did you mean" in said or not where


def test_no_text_can_end_an_annotation_or_begin_another() -> None:
    said = annotation(Problem("a,b:c.yml", 3, "text", "50%\n::error::\r\n    copy: this"))
    assert said.startswith("::error file=a%2Cb%3Ac.yml,line=3::text: 50%25")
    assert "%0A    copy: this" in said and not {"\n", "\r"} & {*said}


def test_problems_are_read_out_of_what_a_build_says() -> None:
    problems = [
        Problem("data/a.yml", 3, "text", "is wrong: write\n    text: right"),
        Problem("docs/b.md", 9, "", "leads nowhere"),
    ]
    links = "These links lead nowhere:\n  /x/ links to /y/ (docs/a.md, line 3)"
    assert problems_in(f"{ProblemsFound(problems)}\n{links}") == [
        *problems,
        Problem("docs/a.md", 3, "", "These links lead nowhere: /x/ links to /y/"),
    ]
