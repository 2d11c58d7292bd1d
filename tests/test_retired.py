"""One field in a record's own file takes it out of use: its page stays and says so, what named it
leaves it out, and old addresses lead on.
"""

import datetime
import json
import re
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from charter.answers.saved_copy import questions
from charter.api.changelog import news
from charter.api.export import texts as open_data
from charter.clock import today
from charter.data import in_use
from charter.data.load import load
from charter.data.published_addresses import promised
from charter.model import Charter, Records
from charter.model.retired import Retired
from charter.site import docs_pages, docs_stubs, pages
from charter.site.check import check
from publish.gates import addresses
from publish.site import Site
from tests import project
from tests.sample import edit, refused, sample, with_pages

OUT = "\nretired:\n  since: 2026-11-20\n  why: It is part of another now.\n"
PLEDGE = "kindness-2"
# Its own page, and the lists of what has changed, may name what is out of use.
OWN = {"retired", "changes"}


def retire(data: Path, record: str, instead: str = "") -> None:
    """What an editor types at the end of a record's file."""
    with (data / f"{record}.yml").open("a", encoding="utf-8") as file:
        file.write(OUT + (f"  instead: {instead}\n" if instead else ""))


def without(whole: Charter, id_: str) -> Charter:
    """The charter once a pledge is out of use; there is nothing more to mend."""
    out = Retired(since=datetime.date(2026, 11, 20), why="It is part of another now.")
    pledges = Records(
        each.model_copy(update={"retired": out}) if each.id == id_ else each
        for each in whole.pledges
    )
    left, found = in_use.only(
        whole.model_copy(update={"pledges": pledges}), promised(project.ROOT / "data")
    )
    assert found == []
    return left


@cache
def titles() -> dict[str, str]:
    return docs_pages.titles(project.ROOT / "docs")


def drawn(whole: Charter, name: str, *texts: str) -> str:
    here = pages.Here("../", "https://x.example/", today(), titles=titles())
    made = pages.OFFERED[name](whole, here, *texts)
    return unescape(made if isinstance(made, str) else f"{made.html}{made.head}")


@pytest.mark.slow
def test_each_pledge_can_go_out_of_use_and_then_no_page_names_it_but_its_own() -> None:
    whole = project.charter()
    docs = project.ROOT / "docs"
    docs_stubs.write(whole, docs)
    calls = {(call.name, *call.texts) for _, call in docs_pages.calls(docs)}
    before = {call: drawn(whole, *call) for call in calls if call[0] not in OWN}
    for pledge in whole.pledges:
        named = re.compile(rf"\b({pledge.id}|{whole.pledge_name(pledge)})\b")
        left = without(whole, pledge.id)
        naming = [c for c, text in before.items() if named.search(text) and pledge.id not in c]
        assert len(naming) > 3
        assert [c for c in naming if named.search(drawn(left, *c))] == []
        assert pledge.text in drawn(left, "retired", f"charter/{pledge.id}/")


def test_those_that_stay_keep_their_names_and_are_counted_right() -> None:
    whole = project.charter()
    left = without(whole, whole.pledges_in_order[0].id)
    form = drawn(left, "did_we")
    assert len(left.pledges) == len(whole.pledges) - 1
    assert len(re.findall(r'<fieldset id="\w+-\d+"', form)) == len(left.pledges)
    assert left.did_we.choose.all.format(all=len(left.pledges)) in form
    assert [left.pledge_name(each) for each in left.pledges_in_order] == [
        whole.pledge_name(each) for each in whole.pledges_in_order[1:]
    ]


def test_old_places_on_other_pages_lead_to_its_page_without_any_entry(tmp_path: Path) -> None:
    data = sample(tmp_path)
    lines = ["/charter/", f"/charter/#{PLEDGE}", f"/charter/{PLEDGE}/", f"/did-we/#{PLEDGE}"]
    (data / "addresses.txt").write_text("\n".join([*lines, "/old/", "/old/#part", ""]))
    (data / "moved.yml").unlink()
    retire(data, f"pledges/{PLEDGE}")
    leads = {entry.old: entry.to for entry in load(data).moved}
    assert leads == dict.fromkeys(lines[1::2], f"/charter/{PLEDGE}/")


def test_a_value_without_any_pledge_left_keeps_its_place_and_others_lead_there(
    tmp_path: Path,
) -> None:
    data = sample(tmp_path)
    (data / "moved.yml").unlink()
    (data / "addresses.txt").write_text("/charter/#courage\n/did-we/#courage\n", encoding="utf-8")
    (pledge,) = [each.id for each in load(data).pledges if each.value == "courage"]
    retire(data, f"pledges/{pledge}", PLEDGE)
    leads = {entry.old: entry.to for entry in load(data).moved}
    assert leads == {"/did-we/#courage": "/charter/#courage"}


def test_answers_kept_from_before_still_count(tmp_path: Path) -> None:
    data = sample(tmp_path)
    before = questions(load(data))
    retire(data, f"pledges/{PLEDGE}")
    after = questions(load(data))
    assert [name for name in before if set(before[name]) - set(after[name])] == []


def test_open_data_mark_it_and_the_feed_tells_of_it(tmp_path: Path) -> None:
    data = sample(tmp_path)
    retire(data, f"pledges/{PLEDGE}")
    left = load(data)
    files = open_data(left, "https://x.example/", today())
    listed: dict[str, Any] = {
        each["id"]: each for each in json.loads(files["api/v1/charter.json"])["pledges"]
    }
    assert listed[PLEDGE]["retired"]["since"] == "2026-11-20"
    assert [id_ for id_, each in listed.items() if each["retired"]] == [PLEDGE]
    assert [each.address for each in news(left) if "no longer in use" in each.title] == [
        f"charter/{PLEDGE}/"
    ]


def test_what_can_name_nothing_else_is_told_with_file_and_line(tmp_path: Path) -> None:
    data = sample(tmp_path)
    story = load(data).case_studies[0]
    edit(data, f"case-studies/{story.id}.yml", "pledges:", f"pledges: [{PLEDGE}]\nx_old:")
    text = (data / f"case-studies/{story.id}.yml").read_text(encoding="utf-8")
    text = re.sub(r"^x_old:.*\n(?:\s+- .*\n)*", "", text, flags=re.MULTILINE)
    (data / f"case-studies/{story.id}.yml").write_text(text, encoding="utf-8")
    retire(data, f"pledges/{PLEDGE}")
    said = refused(load, data)
    assert f"data/case-studies/{story.id}.yml, line " in said
    assert f'pledges: "{PLEDGE}" is no longer in use, and something has to be named here' in said
    edit(data, f"pledges/{PLEDGE}.yml", OUT.strip(), OUT.strip() + "\n  instead: courage-1")
    assert load(data).case_studies[story.id].pledges == ["courage-1"]


def test_mistakes_in_the_field_are_told(tmp_path: Path) -> None:
    data = sample(tmp_path)
    retire(data, f"pledges/{PLEDGE}", "kindnes-1")
    assert 'there is no record called "kindnes-1". Did you mean "kindness-1"?' in refused(
        load, data
    )
    edit(data, f"pledges/{PLEDGE}.yml", "kindnes-1", PLEDGE)
    assert "this is the record itself" in refused(load, data)
    edit(data, f"pledges/{PLEDGE}.yml", f"  instead: {PLEDGE}", "")
    edit(data, f"pledges/{PLEDGE}.yml", "2026-11-20", "2090-11-20")
    assert '"2090-11-20" is in the future' in refused(load, data)


@pytest.mark.build
def test_a_site_with_records_out_of_use_passes_every_gate_and_each_old_address_answers(
    tmp_path: Path,
) -> None:
    copied = project.copy(tmp_path)
    data, whole = copied / "data", project.charter()
    gone = [
        f"charter/{whole.pledges_in_order[-1].id}",
        f"case-studies/{whole.stories_in_order[0].id}",
    ]
    retire(data, f"pledges/{whole.pledges_in_order[-1].id}", whole.pledges_in_order[0].id)
    retire(data, gone[1])
    ended = project.run(copied, "publish", "--without-pdf")
    assert ended.status == 0, ended.said
    built = Site(copied / "site")
    lost = addresses.missing(built, data / "addresses.txt")
    assert [address for address in lost if not address.endswith(".pdf")] == []
    for page in gone:
        text = built.pages[f"/{page}/"].find("string(//main)")
        assert "hasn't been in use since 20 November 2026" in text
        assert "It is part of another now." in text
    listed = (copied / "site/search/index.json").read_text(encoding="utf-8")
    assert [page for page in gone if f'"address":"{page}/"' in listed] == []
    assert "No longer" not in (copied / "site/formats/charter.txt").read_text(encoding="utf-8")


def test_a_checklist_can_go_out_of_use_too(tmp_path: Path) -> None:
    area = with_pages(tmp_path)
    occasion = check(area).did_we.occasions[0]
    text = (area / "data/did-we.yml").read_text(encoding="utf-8")
    at = text.index("    name:", text.index(f"id: {occasion.id}"))
    out = "".join(f"    {line}\n" for line in OUT.strip().splitlines())
    (area / "data/did-we.yml").write_text(text[:at] + out + text[at:], encoding="utf-8")
    left = check(area)
    assert occasion.id not in [each.id for each in left.did_we.occasions]
    assert occasion.id not in drawn(left, "checklists") + drawn(left, "did_we")
    assert occasion.checklist in drawn(left, "retired", f"did-we/{occasion.id}/")
