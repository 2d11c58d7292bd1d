"""The whole way of an answer: given in the browser with the keyboard alone, saved, counted, and
seen on the progress page.
"""

import json
import random
from pathlib import Path

import pytest
from lxml import html

from a11y.browser.driver import log, shown
from charter.answers.typed import COLUMNS
from charter.clock import quarter, today
from charter.model import Group, Occasion
from tests import project
from tests.browser.did_we import FORM, fill_in, save_copy
from tests.made_up_answers import epoch, saved, write
from tests.project import charter
from tests.questions import widest

pytestmark = [pytest.mark.usefixtures("site", "browser"), pytest.mark.build]

TODAY = today()
NEXT_QUARTER = epoch(TODAY.year + (TODAY.month > 9), (TODAY.month + 2) // 3 * 3 % 12 + 1)
STAFF = next(group.id for group in charter().groups if group.side == "staff")


def counted(area: Path, *files: Path, by: str = "add") -> None:
    told = project.run(area, "charter", "answers", by, *map(str, files))
    assert told.status == 0, told.said


def typed(file: Path, occasion: Occasion, group: Group, pledge: str, yes: int) -> Path:
    """Sheets of paper with nothing but yes for one pledge, as somebody types them in."""
    code = pledge.replace("-", " ").title()
    row = ["A school", TODAY.isoformat(), occasion.name, group.name, yes, code, yes, 0, 0, 0]
    file.write_text(f"{','.join(COLUMNS)}\n{','.join(map(str, row))}\n", encoding="utf-8")
    return file


def yes_of_staff(area: Path, pledge: str) -> int:
    """How many members of staff said yes, as the progress page says it in the quarter after this
    one.
    """
    built = project.run(area, "publish", "--without-pdf", day=NEXT_QUARTER)
    assert built.status == 0, built.said
    document = html.document_fromstring(
        (area / "site" / "progress" / "index.html").read_text(encoding="utf-8")
    )
    where = f"{charter().pledges[pledge].value},{pledge},all"
    (cell,) = document.xpath(
        f"//table[@data-row='{where}']//tr[starts-with(normalize-space(th), 'Staff')]/td[1]"
    )
    return int(cell.text.split()[0])


@pytest.mark.usefixtures("open_site")
def test_an_answer_given_with_the_keyboard_moves_the_count_on_the_progress_page(
    tmp_path: Path,
) -> None:
    occasion = widest()
    answers = dict.fromkeys(occasion.questions, "yes")
    log("performance")
    with shown(FORM) as browser:
        log("performance")
        fill_in(browser, occasion.id, STAFF, answers)
        copy = save_copy(browser, tmp_path)
        asked = [json.loads(entry["message"])["message"] for entry in log("performance")]
        sent = [
            event["params"]["request"]["url"]
            for event in asked
            if event["method"] == "Network.requestWillBeSent"
        ]
    assert [address for address in sent if not address.startswith("blob:")] == []
    assert json.loads(copy.read_text(encoding="utf-8"))["answers"] == answers

    area = project.copy(tmp_path / "project")
    chance = random.Random(1)
    others = [
        saved(chance, charter(), group=STAFF, occasion=occasion.id, leaning=(1, 0, 0, 0))
        for _ in range(30)
    ]
    counted(area, *write(tmp_path / "others", others))
    pledge = occasion.questions[0]
    before = yes_of_staff(area, pledge)
    assert before >= 10
    counted(area, copy)
    three = typed(tmp_path / "paper.csv", occasion, charter().groups[STAFF], pledge, yes=3)
    counted(area, three, by="type")
    assert yes_of_staff(area, pledge) == before + 1 + 3
    counts = (area / "data" / "answers" / "counts.yml").read_text(encoding="utf-8")
    assert quarter(TODAY) in counts
