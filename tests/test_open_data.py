"""Open data: each file is as its schema says, tells what the pages tell, and leads only to what is
there.
"""

import datetime
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from lxml import html
from pydantic import BaseModel

from a11y.site import site
from charter import model
from charter.api.contents import FILES
from charter.api.export import texts as exported
from charter.api.shapes import places, promises, work
from charter.api.shapes.base import Public
from charter.data.load import load
from tests import project, sample
from tests.project import charter

SITE = "https://area.example/below/"
NAMES = [*FILES, "index"]
every_file = pytest.mark.parametrize("name", NAMES)


def read(name: str) -> dict[str, Any]:
    """A file of the built site."""
    found: dict[str, Any] = json.loads(
        (site().folder / f"api/v1/{name}.json").read_text(encoding="utf-8")
    )
    return found


def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(read(f"schema/{name}"), format_checker=FormatChecker())


def made_up() -> dict[str, str]:
    """The files of the made-up area, by their addresses."""
    return exported(load(sample.DATA), SITE, datetime.date(2026, 2, 1))


def texts(found: Any) -> Iterator[str]:
    """Every text in a file, however deep."""
    if isinstance(found, dict):
        for value in found.values():
            yield from texts(value)
    elif isinstance(found, list):
        for value in found:
            yield from texts(value)
    elif isinstance(found, str):
        yield found


@every_file
def test_a_file_is_as_its_schema_says(name: str) -> None:
    schema = read(f"schema/{name}")
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert [error.message for error in validator(name).iter_errors(read(name))] == []
    assert read(name)["described_by"] == schema["$id"]


@every_file
def test_the_made_up_area_has_files_that_are_as_the_same_schemas_say(name: str) -> None:
    assert [
        error.message
        for error in validator(name).iter_errors(json.loads(made_up()[f"api/v1/{name}.json"]))
    ] == []


def damaged(found: Any) -> Iterator[tuple[str, Any]]:
    """Copies of a file, each with one field gone, or of another kind."""
    for key in found:
        yield f"without {key}", {each: what for each, what in found.items() if each != key}
        yield f"{key} of another kind", {**found, key: {"of": "another kind"}}


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


@every_file
def test_each_file_says_that_this_is_a_draft_and_what_may_be_done_with_it(name: str) -> None:
    found = read(name)
    assert found["draft"] == charter().site.draft_line
    assert found["draft_date"] == charter().site.draft_date.isoformat()
    assert found["draft_version"] == charter().site.version
    assert found["licence"]
    assert found["format_version"] == charter().open_data.changelog[0].number


def test_the_area_says_what_the_makers_of_its_map_ask_for() -> None:
    area = charter().area
    assert area.map
    assert set(area.map.licences) < set(read("area")["licence"])


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


@every_file
def test_every_address_on_this_site_leads_to_a_page_and_a_place_on_it(name: str) -> None:
    ours = {text for text in texts(read(name)) if text.startswith(site().address)}
    assert len(ours) > 4
    for address in ours:
        path, _, place = address.removeprefix(site().address).partition("#")
        file = site().folder / path
        file = file / "index.html" if file.is_dir() else file
        assert file.is_file(), address
        assert not place or html.document_fromstring(file.read_text(encoding="utf-8")).xpath(
            "//*[@id=$id]", id=place
        ), address


def ids(name: str, *lists: str) -> set[str]:
    found = read(name)
    return {record["id"] for each in lists for record in found[each]}


def references(found: Any, field: str) -> Iterator[str]:
    """What stands in every field of a name, however deep: ids, not records."""
    if isinstance(found, dict):
        for key, value in found.items():
            if key == field:
                yield from (
                    each
                    for each in (value if isinstance(value, list) else [value])
                    if isinstance(each, str)
                )
            else:
                yield from references(value, field)
    elif isinstance(found, list):
        for value in found:
            yield from references(value, field)


@pytest.mark.parametrize(
    ("fields", "to", "lists"),
    [
        (("sources",), "sources", ("sources",)),
        (("pledges", "pledge"), "charter", ("pledges",)),
        (("value",), "charter", ("values",)),
        (("outcomes",), "outcomes", ("outcomes",)),
        (("priorities",), "outcomes", ("priorities",)),
        (("term",), "working-together", ("terms",)),
        (("story", "example_story"), "case-studies", ("case_studies",)),
        (("districts",), "area", ("districts",)),
        (("group",), "engagement", ("groups",)),
        (("organisation",), "area", ("organisations",)),
    ],
)
def test_whatever_a_record_names_is_in_one_of_the_files(
    fields: tuple[str, ...], to: str, lists: tuple[str, ...]
) -> None:
    files = [
        name
        for name in FILES
        if not (name == "signatures" and ("group" in fields or "organisation" in fields))
    ]
    named = {each for name in files for field in fields for each in references(read(name), field)}
    assert named
    assert named <= ids(to, *lists)


def test_whoever_signs_is_in_the_same_file() -> None:
    named = set(references(read("signatures"), "organisation"))
    assert named and named == ids("signatures", "organisations")


def test_the_charter_has_each_pledge_with_its_words_and_what_it_said_before() -> None:
    found = read("charter")
    assert [pledge["id"] for pledge in found["pledges"]] == [
        pledge.id for pledge in charter().pledges_in_order
    ]
    for pledge in charter().pledges:
        (told,) = [each for each in found["pledges"] if each["id"] == pledge.id]
        assert (told["text"], told["question"], told["status"]) == (
            pledge.text,
            pledge.question,
            pledge.status,
        )
    reworded = [
        pledge
        for pledge in json.loads(made_up()["api/v1/charter.json"])["pledges"]
        if pledge["history"]
    ]
    assert reworded
    for told in reworded:
        (pledge,) = [each for each in load(sample.DATA).pledges if each.id == told["id"]]
        assert [earlier["wording"] for earlier in told["history"]] == [
            earlier.wording for earlier in pledge.history
        ]


# What stands in the data and not in the files, or under another name there. A new field of the
# model has to be put on one side.
NOT_PUBLIC: list[tuple[type[BaseModel], type[Public], set[str]]] = [
    (model.Value, promises.Value, {"look"}),
    (model.Pledge, promises.Pledge, {"leaflet"}),
    (model.pledges.Earlier, promises.Earlier, set()),
    (model.CaseStudy, promises.CaseStudy, set()),
    (model.Outcome, promises.Outcome, set()),
    (model.Priority, promises.Priority, set()),
    (model.Term, promises.Term, set()),
    (model.GlossaryEntry, promises.GlossaryEntry, set()),
    (model.Activity, work.Activity, set()),
    (model.engagement.TookPart, work.TookPart, set()),
    (model.SaidDid, work.SaidDid, {"shown"}),
    (model.plan.Action, work.Action, set()),
    (model.District, places.District, {"address"}),
    (model.Organisation, places.Organisation, {"address"}),
    (model.signatures.Signature, places.Signature, set()),
    (model.Source, places.Source, {"address"}),
]


@pytest.mark.parametrize(
    ("kept", "told", "not_public"), NOT_PUBLIC, ids=lambda each: getattr(each, "__name__", "")
)
def test_someone_has_decided_for_each_field_whether_it_is_public(
    kept: type[BaseModel], told: type[Public], not_public: set[str]
) -> None:
    assert set(kept.model_fields) - set(told.model_fields) == not_public


def test_the_same_data_give_the_same_bytes_and_no_mark_of_the_computer() -> None:
    once, again = made_up(), made_up()
    assert once == again
    for text in once.values():
        assert text.endswith("\n") and "\r" not in text
    assert not [name for name, text in once.items() if re.search(r"\\u[0-9a-f]{4}", text)]


def test_what_comes_from_other_places_is_written_as_they_write_it(tmp_path: Path) -> None:
    copied = project.copy(tmp_path / "project")
    file = copied / "data" / "site.yml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("\narea: ", "\narea: Llŷn & اردو <b>"),
        encoding="utf-8",
    )
    ended = project.run(copied, "charter", "export", "--site", SITE, str(tmp_path / "out"))
    assert ended.status == 0, ended.said
    assert '"area": "Llŷn & اردو <b>' in (tmp_path / "out/api/v1/charter.json").read_text(
        encoding="utf-8"
    )


def test_data_that_are_wrong_are_told_and_nothing_is_written(tmp_path: Path) -> None:
    copied = project.copy(tmp_path / "project")
    (copied / "data" / "open-data.yml").write_text(
        (copied / "data" / "open-data.yml")
        .read_text(encoding="utf-8")
        .replace("  - file: plan\n", "  - file: area\n"),
        encoding="utf-8",
    )
    ended = project.run(copied, "charter", "export", "--site", SITE, str(tmp_path / "out"))
    assert ended.status == 1
    assert (
        "data/open-data.yml" in ended.said
        and '"area" stands here twice' in ended.said
        and "Traceback" not in ended.said
    )
    assert not (tmp_path / "out").exists()


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
