"""Where a site may go: into nothing, an empty folder, or one that a build has made; never in the
place of the project, of what is around it, or of what it is built from. And into which folder of
others open data may go.
"""

from pathlib import Path

from charter.our_folders import A_LINK, NO_FOLDER, has_list, listed_paths, why_not_folder

AROUND = "this is {}, or a folder around it. Take a new folder, such as site/ in the project"
IN_PROJECT = (
    "this lies in a folder of the project's own. Take one that stands in the project itself, such"
    " as site/, or one elsewhere"
)
IN_A_SITE = "this lies in {}, which a build replaces. Take a folder elsewhere"
HAS_IT = "a build made this site, and has put open data into it. Take another folder"
HOME_PAGE = "index.html"
# What the project makes and git does not keep.
BY_MAKE = ".build"


def whole(given: Path, project: Path) -> Path:
    """The whole path of a folder: ways to it are followed, and the folder itself may be a link. A
    link in the project, on the way there, is followed no further.
    """
    path, inside = Path(given).absolute(), project.resolve()
    ways = (part for part in reversed(path.parents) if part.parent.resolve().is_relative_to(inside))
    path = next(filter(Path.is_symlink, ways), path)
    return path.resolve() if path.name in ("", "..") else path.parent.resolve() / path.name


def why_not_to(site: Path, project: Path) -> str:
    """Why no site may go into this folder; nothing, where one may. Both are whole paths."""
    return _why_not_there(site, project) or why_not_folder(site)


def why_not_into(folder: Path, project: Path) -> str:
    """Why nothing may be added to what others have put into this folder; nothing, where it may. In
    the project it is as with a site.
    """
    if said := _why_not_there(folder, project):
        return said
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        return A_LINK if folder.is_symlink() else NO_FOLDER
    if HOME_PAGE in listed_paths(folder):
        return HAS_IT
    return why_not_folder(folder) if folder.is_relative_to(project) else ""


def _why_not_there(site: Path, project: Path) -> str:
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
    return ""
