"""Counts of answers in git: refused, unless `counts_may_be_in_git` says that few can read them."""

import os
import subprocess
from pathlib import Path

from charter.answers.count import FILE
from charter.model import Charter
from charter.problems import Problem

MESSAGE = (
    "git keeps this file, and it holds counts of few people. In a public project anybody could read"
    " them for ever. Move it to a private place, take it out of git, and put a link to it here. Or,"
    " if nobody but the charter team can read this project, write counts_may_be_in_git: true in"
    " did-we.yml"
)


def problems(charter: Charter, project: Path) -> list[Problem]:
    """A problem if the project's counts are in git and nobody has said that they may be."""
    if not charter.answers.taken or (charter.did_we and charter.did_we.counts_may_be_in_git):
        return []
    file = Path("data") / FILE
    return [Problem(file.as_posix(), 1, "", MESSAGE)] if _in_git(project, file) else []


def _in_git(project: Path, file: Path) -> bool:
    """Whether git tracks the file, or the one that it is a link to. Where git won't say, because
    the folder is another user's, it may."""
    target = os.path.realpath(project / file)
    try:
        asked = subprocess.run(
            ["git", "ls-files", "--error-unmatch", "--", target],
            cwd=project,
            capture_output=True,
            check=False,
        )
    except OSError:  # no git, so nothing is published with it from here
        return False
    return asked.returncode == 0 or b"safe.directory" in asked.stderr
