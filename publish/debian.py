"""Debian's packages, for set-ups that may install them: as root, on Debian or a relative of it."""

import os
import shutil
import subprocess


def install(packages: list[str]) -> None:
    """Install packages quietly, where this user may; elsewhere do nothing. Whoever asks must look
    whether it helped.
    """
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return
    quiet = ["apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]
    subprocess.run([*quiet, "update"], check=False)
    subprocess.run([*quiet, "install", "-y", "--no-install-recommends", *packages], check=False)
