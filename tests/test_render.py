"""Templates and pictures are drawn wherever the computer can or can't keep what was made before."""

import tempfile
from pathlib import Path

import pytest

from charter.render.kept import kept
from tests import project


@pytest.mark.slow
@pytest.mark.parametrize("case", ["a file", "open to all", "damaged", "not there"])
def test_a_folder_for_compiled_templates_that_is_not_ours_hinders_nothing(
    case: str, tmp_path: Path
) -> None:
    compiled = tmp_path / f"_jinja2-cache-{tmp_path.stat().st_uid}"
    draw = ("charter", "export", str(tmp_path / "drawn"), "--site", "https://area.example/")
    if case == "a file":
        compiled.touch()
    elif case == "open to all":
        compiled.mkdir(mode=0o777)
        compiled.chmod(0o777)
    elif case == "damaged":
        assert project.run(project.ROOT, *draw, TMPDIR=str(tmp_path)).status == 0
        files = [*compiled.iterdir()]
        for file in files:
            file.write_bytes(file.read_bytes()[:20] + b"\x80\x05]q\x00.")
        assert files
    folder = tmp_path / "gone" if case == "not there" else tmp_path
    ended = project.run(project.ROOT, *draw, TMPDIR=str(folder))
    assert ended.status == 0, ended.said
    assert [*(tmp_path / "drawn").rglob("*.svg")]


@pytest.mark.parametrize("case", ["whole", "damaged", "a folder", "not there"])
def test_what_was_made_before_is_found_again_and_never_damaged(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        tempfile, "tempdir", str(tmp_path / ("gone" if case == "not there" else ""))
    )
    made: list[bytes] = []

    def make() -> bytes:
        made.append(b"a\npicture")
        return made[-1]

    assert [kept(b"one", make), kept(b"two", make)] == made
    for file in tmp_path.glob("*/*.kept"):
        if case == "damaged":
            file.write_bytes(file.read_bytes()[:-1])
        elif case == "a folder":
            file.unlink()
            file.mkdir()
    assert kept(b"one", make) == b"a\npicture"
    assert len(made) == (2 if case == "whole" else 3)
    assert kept(b"one", make) == b"a\npicture"
    assert len(made) == {"whole": 2, "damaged": 3}.get(case, 4)
