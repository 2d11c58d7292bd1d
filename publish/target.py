"""Where a site may go: into nothing, an empty folder, or one that a build has made; never in the
place of the project, of what is around it, or of what it is built from.
"""

from pathlib import Path

from charter.our_folders import has_list, why_not_folder

AROUND = "this is {}, or a folder around it. Take a new folder, such as site/ in the project"
IN_PROJECT = (
    "this lies in a folder of the project's own. Take one that stands in the project itself, such"
    " as site/, or one elsewhere"
)
IN_A_SITE = "this lies in {}, which a build replaces. Take a folder elsewhere"
# What the project makes and git does not keep.
BY_MAKE = ".build"


def whole(given: Path) -> Path:
    """The whole path of a folder: ways to it are followed, and the folder itself may be a link."""
    path = Path(given).absolute()
    return path.resolve() if path.name in ("", "..") else path.parent.resolve() / path.name


def why_not_to(site: Path, project: Path) -> str:
    """Why no site may go into this folder, which is a whole path; nothing, where one may."""
    for around, name in ((project, "the project itself"), (Path.home(), "your home folder")):
        if around.resolve().is_relative_to(site.resolve()):
            return AROUND.format(name)
    for parent in site.parents:
        if has_list(parent):
            return IN_A_SITE.format(parent)
    below = site.relative_to(project).parts if site.is_relative_to(project) else ()
    hidden = below[:1] != (BY_MAKE,) and any(part.startswith(".") for part in below)
    if hidden or (len(below) > 1 and below[0] != BY_MAKE):
        return IN_PROJECT
    return why_not_folder(site)
