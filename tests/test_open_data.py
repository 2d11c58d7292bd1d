"""Open data: each file is as its schema says, tells what the pages tell, and leads only to what is
there.
"""

import datetime
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from lxml import html

from a11y.site import site
from charter.api.export import export
from charter.api.export import texts as exported
from charter.api.files import FILES
from charter.data.load import load
from tests import sample
from tests.project import charter

SITE = "https://area.example/below/"
NAMES = [*FILES, "index"]
PROMISED = Path(__file__).parent / "published_fields.txt"
every_file = pytest.mark.parametrize("name", NAMES)


def read(name: str) -> dict[str, Any]:
    """A file of the built site."""
    file = site().folder / f"api/v1/{name}.json"
    content: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return content


def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(read(f"schema/{name}"), format_checker=FormatChecker())


@cache
def made_up() -> dict[str, str]:
    """The files of the made-up area, by their addresses."""
    return exported(load(sample.DATA), SITE, datetime.date(2026, 2, 1))


def made_up_file(name: str) -> Any:
    return json.loads(made_up()[f"api/v1/{name}.json"])


def strings(content: Any, field: str = "", below: str = "") -> Iterator[str]:
    """Every text in a file, however deep; or only those in fields of one name."""
    if isinstance(content, dict):
        for key, value in content.items():
            yield from strings(value, field, key)
    elif isinstance(content, list):
        for value in content:
            yield from strings(value, field, below)
    elif isinstance(content, str) and field in ("", below):
        yield content


def fields(schema: dict[str, Any], node: dict[str, Any], path: str) -> Iterator[str]:
    """Each field that a schema has, with its type: `pledges[].status: string draft|agreed`."""
    if reference := node.get("$ref"):
        node = schema["$defs"][reference.removeprefix("#/$defs/")]
    kinds = [kind for kind in node.get("anyOf", [node]) if kind != {"type": "null"}]
    if kinds != [node]:
        yield from (f"{field} or null" for field in fields(schema, kinds[0], path))
    elif node["type"] == "array":
        yield from fields(schema, node["items"], f"{path}[]")
    elif node["type"] == "object":
        for name, field in node["properties"].items():
            yield from fields(schema, field, f"{path}.{name}".lstrip("."))
    else:
        allowed = node.get("format") or "|".join(map(str, node.get("enum", ())))
        yield f"{path}: {node['type']} {allowed}".strip()


@pytest.mark.usefixtures("site")
@every_file
def test_a_file_is_as_its_schema_says_and_so_is_that_of_the_made_up_area(name: str) -> None:
    schema = read(f"schema/{name}")
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert read(name)["described_by"] == schema["$id"]
    for content in (read(name), made_up_file(name)):
        assert [error.message for error in validator(name).iter_errors(content)] == []


def test_somebody_has_decided_for_each_field_and_none_is_taken_away_within_version_1() -> None:
    schemas = {name: made_up_file(f"schema/{name}") for name in NAMES}
    published = {
        f"{name}.json {field}"
        for name, schema in schemas.items()
        for field in fields(schema, schema, "")
    }
    promised = set(PROMISED.read_text(encoding="utf-8").splitlines())
    assert sorted(promised - published) == [], "version 1 promises these"
    assert sorted(published - promised) == [], (
        "to publish these, add them to tests/published_fields.txt and to changelog: in"
        " data/open-data.yml; if not, mark them PRIVATE in the model"
    )


def damaged(found: Any) -> Iterator[tuple[str, Any]]:
    """Copies of a file, each with one field gone, or of another kind."""
    for key in found:
        yield f"without {key}", {each: what for each, what in found.items() if each != key}
        yield f"{key} of another kind", {**found, key: {"of": "another kind"}}


@pytest.mark.usefixtures("site")
@every_file
def test_a_schema_refuses_a_file_with_a_field_gone_or_of_another_kind(name: str) -> None:
    check, found = validator(name), read(name)
    tried = [*damaged(found)]
    for key, records in found.items():
        if isinstance(records, list) and records and isinstance(records[0], dict):
            tried += [
                (f"{key}: {what}", {**found, key: [record, *records[1:]]})
                for what, record in damaged(records[0])
            ]
    assert len(tried) > 20
    assert [what for what, spoiled in tried if check.is_valid(spoiled)] == []


@pytest.mark.usefixtures("site")
@every_file
def test_each_file_says_that_this_is_a_draft_and_what_may_be_done_with_it(name: str) -> None:
    found = read(name)
    assert found["draft"] == charter().site.draft_line
    assert found["draft_date"] == charter().site.draft_date.isoformat()
    assert found["draft_version"] == charter().site.version
    assert found["licence"]
    assert found["format_version"] == charter().open_data.changelog[0].number


@pytest.mark.usefixtures("site")
def test_the_area_says_what_the_makers_of_its_map_ask_for() -> None:
    area = charter().area
    assert area.map
    assert set(area.map.licences) < set(read("area")["licence"])


@pytest.mark.usefixtures("site")
def test_the_list_has_every_file_and_each_is_there() -> None:
    listed = {row["address"] for row in read("index")["files"]}
    folder = site().folder / "api/v1"
    there = {f"{site().address}api/v1/{file.name}" for file in folder.iterdir() if file.is_file()}
    assert listed == there - {f"{site().address}api/v1/index.json"}
    assert {row["described_by"] for row in read("index")["files"]} - {None} == {
        f"{site().address}api/v1/schema/{file.name}"
        for file in (folder / "schema").iterdir()
        if file.stem != "index"
    }


@pytest.mark.usefixtures("site")
@every_file
def test_every_address_on_this_site_leads_to_a_page_and_a_place_on_it(name: str) -> None:
    ours = {text for text in strings(read(name)) if text.startswith(site().address)}
    assert len(ours) > 4
    for address in ours:
        path, _, place = address.removeprefix(site().address).partition("#")
        file = site().folder / path
        file = file / "index.html" if file.is_dir() else file
        assert file.is_file(), address
        assert not place or html.document_fromstring(file.read_text(encoding="utf-8")).xpath(
            "//*[@id=$id]", id=place
        ), address


def ids(name: str, field: str) -> set[str]:
    return {record["id"] for record in read(name)[field]}


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(
    ("names", "to", "field"),
    [
        (("sources",), "sources", "sources"),
        (("pledges", "pledge"), "charter", "pledges"),
        (("value",), "charter", "values"),
        (("outcomes",), "outcomes", "outcomes"),
        (("priorities",), "outcomes", "priorities"),
        (("term",), "working-together", "terms"),
        (("story", "example_story"), "case-studies", "case_studies"),
        (("districts",), "area", "districts"),
        (("group",), "engagement", "groups"),
        (("organisation",), "area", "organisations"),
    ],
)
def test_whatever_a_record_names_is_in_one_of_the_files(
    names: tuple[str, ...], to: str, field: str
) -> None:
    of_signing = {"signatures"} if names in (("group",), ("organisation",)) else set()
    named = {
        each
        for file in {*FILES} - of_signing
        for name in names
        for each in strings(read(file), name)
    }
    assert named and named <= ids(to, field)


@pytest.mark.usefixtures("site")
def test_whoever_signs_is_in_the_same_file() -> None:
    named = set(strings(read("signatures"), "organisation"))
    assert named and named == ids("signatures", "organisations")


@pytest.mark.usefixtures("site")
def test_the_charter_has_each_pledge_with_its_words_and_what_it_said_before() -> None:
    for area, file in ((charter(), read("charter")), (load(sample.DATA), made_up_file("charter"))):
        assert [
            (told["id"], told["text"], told["question"], told["status"]) for told in file["pledges"]
        ] == [
            (pledge.id, pledge.text, pledge.question, pledge.status)
            for pledge in area.pledges_in_order
        ]
        assert [earlier["wording"] for told in file["pledges"] for earlier in told["history"]] == [
            earlier.wording for pledge in area.pledges_in_order for earlier in pledge.history
        ]
    assert any(pledge.history for pledge in load(sample.DATA).pledges)


def test_the_same_data_give_the_same_bytes_and_no_mark_of_the_computer() -> None:
    once, again = made_up(), made_up()
    assert once == again
    for text in once.values():
        assert text.endswith("\n") and "\r" not in text
    assert not [name for name, text in once.items() if re.search(r"\\u[0-9a-f]{4}", text)]


def test_what_comes_from_other_places_is_written_as_they_write_it(tmp_path: Path) -> None:
    area = load(sample.DATA)
    words = area.site.model_copy(update={"area": "Llŷn & اردو <b>"})
    export(area.model_copy(update={"site": words}), SITE, datetime.date(2026, 2, 1), tmp_path)
    file = tmp_path / "api/v1/charter.json"
    assert '"area": "Llŷn & اردو <b>"' in file.read_text(encoding="utf-8")


def test_a_file_that_is_listed_twice_is_refused_with_its_name(tmp_path: Path) -> None:
    data = sample.sample(tmp_path)
    sample.edit(data, "open-data.yml", "  - file: plan\n", "  - file: area\n")
    problems = sample.refused(load, data)
    assert "open-data.yml" in problems
    assert '"area" stands here twice' in problems


@pytest.mark.usefixtures("site")
def test_the_page_leads_people_and_programs_to_every_file() -> None:
    page = site().page("formats/data/")
    linked = {link for link in page.main.xpath(".//a/@href") if "api/v1/" in link}
    assert linked >= {f"../../api/v1/{file}.json" for file in NAMES} | {
        f"../../api/v1/schema/{file}.json" for file in FILES
    }
    (data,) = page.main.xpath(".//*[@itemtype='https://schema.org/Dataset']")
    assert {"name", "description", "url", "distribution"} <= set(data.xpath(".//@itemprop"))
    downloads = data.xpath(".//*[@itemtype='https://schema.org/DataDownload']")
    assert len(downloads) == len(FILES) + 1
    for download in downloads:
        assert download.xpath(".//*[@itemprop='contentUrl']/@href") and download.xpath(
            ".//*[@itemprop='encodingFormat']/@content"
        )
