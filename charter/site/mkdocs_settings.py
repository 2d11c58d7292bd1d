"""What may stand in mkdocs.yml: what the pages and their code rely on. It is checked before MkDocs
reads it, which runs programs that a file of settings names, and never ends on some.
"""

from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, ValidationError

from charter.data import yaml_reader
from charter.data.field_errors import explain
from charter.data.locations import SourceMap
from charter.model.fields import in_short
from charter.model.records import Record
from charter.problems import Problem, ProblemsFound
from charter.project_files import SETTINGS, read, wrong_settings
from charter.site import site_address

# A setting of the environment, and what counts without it: !ENV [SITE_URL, "https://…"]
TAGS = ("!ENV",)
EXTENSIONS = {"attr_list", "toc"}
MENUS = (
    "write two lists of pages here, without titles: the menu, and what is at the foot of each page"
)


class Theme(Record):
    """The theme, and our changes of it."""

    name: Literal["material"]
    custom_dir: Literal["theme"]
    language: str = "en"
    font: bool = False


class Macros(Record):
    """How pages get what is drawn."""

    module_name: Literal["macros"]
    on_undefined: Literal["strict"]
    on_error_fail: Literal[True]
    j2_extensions: list[Literal["charter.site.docs_calls.OnlyCalls"]]


class Plugin(Record):
    """The one plugin."""

    macros: Macros


class Extra(Record):
    """What publish/ says of a build."""

    pdf: Any


def _extensions(found: list[Any]) -> list[Any]:
    """Extensions that pages are written with stand in the list, with their options or without."""
    names = {str(name) for each in found for name in (each if isinstance(each, dict) else [each])}
    if missing := sorted(EXTENSIONS - names):
        raise ValueError(f"{missing[0]} is missing here. Add it: pages are written with it")
    if strange := sorted(names - EXTENSIONS):  # MkDocs imports and calls what stands here
        raise ValueError(f'"{in_short(strange[0])}" may not stand here. Take it out')
    return found


def _menus(found: list[Any]) -> list[Any]:
    lists = [
        pages
        for menu in found
        if isinstance(menu, dict) and len(menu) == 1
        for pages in menu.values()
        if isinstance(pages, list) and all(isinstance(page, str) for page in pages)
    ]
    if len(lists) != 2 or len(found) != 2:
        raise ValueError(MENUS)
    return found


class Settings(Record):
    """All of mkdocs.yml."""

    site_name: str
    site_url: Any = None
    dev_addr: str = ""
    use_directory_urls: Literal[True] = True
    nav: Annotated[list[Any], AfterValidator(_menus)]
    exclude_docs: str = ""
    theme: Theme
    extra: Extra
    plugins: Annotated[list[Plugin], Field(min_length=1, max_length=1)]
    markdown_extensions: Annotated[list[Any], AfterValidator(_extensions)]
    watch: Any = None
    validation: Any = None
    copyright: str = ""
    repo_url: str = ""
    edit_uri: str = ""


class Project(Record):
    """A project's own settings."""

    settings: Settings


def mistakes(project: Path, *, to_build: bool = False) -> list[Problem]:
    """What is wrong with the settings of a project: those in mkdocs.yml, which has to be there
    `to_build` a site, and those of the environment.
    """
    try:
        site_address.from_environment()
        found: list[Problem] = []
    except ProblemsFound as problems:
        found = problems.problems
    file = project / SETTINGS
    if not (to_build or file.exists() or file.is_symlink()):
        return found  # a folder with content alone
    text = read(file, project)
    if isinstance(text, Problem):
        return [*found, Problem(SETTINGS, text.line, "", text.message)]
    return found + (wrong_settings(project) or _mistakes(text))


def _mistakes(text: str) -> list[Problem]:
    document = yaml_reader.read(text, tags=TAGS)
    places = SourceMap(".")
    places.put(("settings",), SETTINGS, document)
    found = [
        Problem(SETTINGS, line, ".".join(map(str, loc)), said)
        for line, loc, said in document.faults
    ]
    if found:
        return found
    try:
        Project.model_validate({"settings": document.value})
    except ValidationError as error:
        return [
            places.problem(each["loc"], explain(each, places, Project))
            for each in error.errors(include_url=False)
        ]
    return []
