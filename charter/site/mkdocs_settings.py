"""What may stand in mkdocs.yml: what the pages and their code rely on. It is checked before MkDocs
reads it, which runs programs that a file of settings names, and never ends on some.
"""

import re
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, PlainValidator, ValidationError

from charter.data import yaml_reader
from charter.data.field_errors import explain
from charter.data.locations import SourceMap
from charter.model.fields import WebAddress, in_short
from charter.model.records import Record
from charter.problems import Problem, ProblemsFound
from charter.project_files import SETTINGS, read, wrong_settings
from charter.site import site_address

# A setting of the environment, and what counts without it: !ENV [SITE_URL, "https://…"]
TAGS = ("!ENV",)
ENV = "Write it like this: !ENV [NAME, what counts without it]"
LANGUAGES = Path("templates", "partials", "languages")
EXTENSIONS = {"attr_list", "toc"}
MENUS = (
    "write two lists of pages here, without titles: the menu, and what is at the foot of each page"
)

NO_PAGE = 'there is no page "{}" in docs/. Name one that is there, or take this line out'


def _language(found: str) -> str:
    theme = find_spec("material")
    folder = Path(str(theme.origin)).parent / LANGUAGES if theme else LANGUAGES
    if not (re.fullmatch(r"[A-Za-z-]+", found) and (folder / f"{found}.html").exists()):
        raise ValueError(f'"{in_short(found)}" is no language of the theme. Write one, such as en')
    return found


def _given(*kinds: type) -> BeforeValidator:
    """A check of a plain value, or of what stands behind !ENV: names of settings of the
    environment, and what counts without them.
    """

    def check(found: object) -> object:
        names = found if isinstance(found, yaml_reader.Tagged) else ["NAME"]
        if not names or not all(isinstance(each, str) and each for each in names):
            raise ValueError(f"names no setting of the environment. {ENV}")
        if not isinstance(found, (*kinds, yaml_reader.Tagged)):
            raise ValueError(f"is not what it should be. {ENV}")
        return found

    return BeforeValidator(check)


def _address(found: object) -> object:
    without = found[-1] if isinstance(found, yaml_reader.Tagged) and len(found) > 1 else found
    if isinstance(without, str) and (said := site_address.wrong_with(without.strip())):
        raise ValueError(said)
    return found


def _shaped(pattern: str, like: str) -> BeforeValidator:
    """A check that a value, as it is typed, has the shape of another."""

    def check(found: object) -> object:
        typed = getattr(found, "typed", found)
        if isinstance(found, (list, dict)) or not re.fullmatch(pattern, str(typed)):
            raise ValueError(f'"{in_short(str(typed))}" can\'t stand here. Write it such as {like}')
        return found

    return BeforeValidator(check)


Level = Literal["warn", "info", "ignore"]


class Theme(Record):
    """The theme, and our changes of it."""

    name: Literal["material"]
    custom_dir: Literal["theme"]
    language: Annotated[str, AfterValidator(_language)] = "en"
    font: Literal[False] = False


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

    pdf: Annotated[Any, _given(bool)]


class Contents(Record):
    """How lists of headings are made, and the ids of headings."""

    permalink: Literal[False] = False
    toc_depth: Annotated[Any, _shaped("[1-6](-[1-6])?", "2-3")] = "2-2"
    title: str = ""


class Extension(Record):
    """An extension with its options."""

    toc: Contents


class InMenu(Record):
    """What of the menu stops a build."""

    omitted_files: Level = "info"
    not_found: Level = "warn"
    absolute_links: Level = "warn"


class InLinks(Record):
    """What of the links stops a build."""

    not_found: Level = "warn"
    anchors: Level = "warn"
    absolute_links: Level = "warn"
    unrecognized_links: Level = "warn"


class Validation(Record):
    """What stops a build."""

    nav: InMenu | None = None
    links: InLinks | None = None


def _extension(found: object) -> object:
    """One extension, by its name alone or with its options."""
    if isinstance(found, dict) and "attr_list" in found:
        raise ValueError("attr_list has no options. Write it alone: - attr_list")
    if isinstance(found, dict) and found.keys() == {"toc"}:
        return Extension.model_validate(found)
    return found


def _extensions(found: list[Any]) -> list[Any]:
    """Extensions that pages are written with stand in the list, with their options or without."""
    named = [{"toc"} if isinstance(each, Extension) else each for each in found]
    names = {
        str(name) for each in named for name in (each if isinstance(each, set | dict) else [each])
    }
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
    site_url: Annotated[Any, AfterValidator(_address), _given(str, type(None))] = None
    dev_addr: Annotated[str, _shaped(r"[\w.-]+:\d{1,5}", "127.0.0.1:8000")] = ""
    use_directory_urls: Literal[True] = True
    nav: Annotated[list[Any], AfterValidator(_menus)]
    exclude_docs: str = ""
    theme: Theme
    extra: Extra
    plugins: Annotated[list[Plugin], Field(min_length=1, max_length=1)]
    markdown_extensions: Annotated[
        list[Annotated[str | Extension, PlainValidator(_extension)]], AfterValidator(_extensions)
    ]
    watch: list[str] | None = None
    validation: Validation | None = None
    copyright: str = ""
    repo_url: WebAddress | None = None
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
    return found + (wrong_settings(project) or _mistakes(text, project / "docs"))


def _mistakes(text: str, docs: Path) -> list[Problem]:
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
        settings = Project.model_validate({"settings": document.value}).settings
    except ValidationError as error:
        return [
            places.problem(each["loc"], explain(each, places, Project))
            for each in error.errors(include_url=False)
        ]
    return [
        places.problem(("settings", "nav", at, name, line), NO_PAGE.format(in_short(page)))
        for at, menu in enumerate(settings.nav)
        for name, pages in menu.items()
        for line, page in enumerate(pages)
        if docs.is_dir() and not (docs / page).is_file()
    ]
