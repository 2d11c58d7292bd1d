"""Make sure that Pango, which sets the lines of PDF files, and the font are there: or install
Debian's, or say how to.
"""

import shutil
import subprocess
import sys

from publish.debian import install

PACKAGES = ["libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0", "fonts-liberation"]
ADVICE = (
    "PDF files need Pango and the Liberation fonts. On Debian: sudo apt-get install"
    f" {' '.join(PACKAGES)}"
)


def there() -> bool:
    """Whether a new Python can use WeasyPrint, and the font that the sheets are measured with is
    there.
    """
    loads = (
        subprocess.run(
            [sys.executable, "-c", "import weasyprint"], capture_output=True, check=False
        ).returncode
        == 0
    )
    named = (
        subprocess.run(["fc-match", "Liberation Sans"], capture_output=True, text=True, check=False)
        if shutil.which("fc-match")
        else None
    )
    return loads and (named is None or "Liberation Sans" in named.stdout)


def main() -> int:
    """Find or install them; the exit status is 0 where they are there."""
    if not there():
        install(PACKAGES)
    if not there():
        print(ADVICE, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
