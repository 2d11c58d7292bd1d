"""`make newest`: build the site with the newest version of everything, beside our own set-up, to
see what will break next.
"""

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from tools.versions import pins

ROOT = Path(__file__).parent.parent.parent
HELD = ROOT / "tools" / "held.txt"
# What a build of the whole site needs, with its PDF files.
BUILD = ("requirements.txt", "publish/requirements.txt")


def write_loosened(project: Path, to: Path) -> None:
    """Every requirements file of a project, without its pins, at the same place below another
    folder.
    """
    for file in pins.files(project):
        target = to / file
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(
            pins.loosened((project / file).read_text(encoding="utf-8")), encoding="utf-8"
        )


def main() -> int:
    """Set up a Python of its own, build there, and tell what was newer; the exit status is 0 where
    the site was built.
    """
    with tempfile.TemporaryDirectory(prefix="charter-newest-") as folder:
        home = Path(folder)
        write_loosened(ROOT, home / "loose")
        venv.create(home / "venv", with_pip=True)
        python = str(home / "venv" / "bin" / "python")
        asked = [part for file in BUILD for part in ("-r", str(home / "loose" / file))]
        subprocess.run(
            [python, "-m", "pip", "install", "--quiet", "-c", str(HELD), *asked], check=True
        )
        installed = subprocess.run(
            [python, "-m", "pip", "freeze"], capture_output=True, text=True, check=True
        ).stdout
        print(f"Built with:\n{installed}", flush=True)
        return subprocess.run(
            [python, "-m", "publish", "--to", str(home / "site")], cwd=ROOT, check=False
        ).returncode


if __name__ == "__main__":
    sys.exit(main())
