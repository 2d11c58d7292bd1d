"""Answers to "Did we…?" by email: only where there is an address, in a link that is short."""

import json
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from a11y.browser.driver import shown
from a11y.site import site
from tests.browser.did_we import FORM, fill_in, press_button
from tests.project import charter
from tests.questions import GROUP, WORDS, widest

pytestmark = [pytest.mark.xdist_group("mail"), pytest.mark.usefixtures("site")]


def test_a_mail_link_is_there_only_where_an_address_is() -> None:
    main = site().page(FORM).main
    links = main.xpath(".//a[starts-with(@href, 'mailto:')]/@href")
    assert links == ([f"mailto:{charter().site.contact}"] if charter().takes_comments else [])


# What Windows opens as an email at the most, with some to spare.
LONGEST = 1_900
LOOK_ONLY = """
  window.sent = [];
  addEventListener("click", event => {
    if (event.target.closest("[data-do=send]") && !event.defaultPrevented) {
      sent.push(event.target.href);
      event.preventDefault();
    }
  });
"""


@pytest.mark.usefixtures("browser", "open_site")
def test_the_email_is_short_whatever_was_answered_and_the_copy_is_there_to_paste(
    tmp_path: Path,
) -> None:
    occasion = widest()
    answers = dict.fromkeys(occasion.questions, "no")
    with shown(FORM) as browser:
        browser.execute_script(LOOK_ONLY)  # and no mail program opens
        press_button(browser, "send", tmp_path)
        assert browser.execute_script("return sent") == []
        assert browser.execute_script("return document.activeElement.className") == "errors"
        fill_in(browser, occasion.id, GROUP.id, answers)
        press_button(browser, "send", tmp_path)
        copied = browser.execute_script("return document.querySelector('[readonly]').value")
        said = browser.execute_script(
            "return document.querySelector('main [role=status]').innerText"
        )
        # A name of an occasion that alone would be too long.
        browser.execute_script(
            "document.querySelector('[name=show]:checked + span').textContent = 'ŵ'.repeat(900)"
        )
        press_button(browser, "send", tmp_path)
        first, second = browser.execute_script("return sent")
    link = urlsplit(first)
    assert len(first) <= LONGEST and second == "mailto:answers@council.example"
    assert (link.scheme, unquote(link.path)) == ("mailto", "answers@council.example")
    assert parse_qs(link.query) == {
        "subject": [WORDS.keep.title.format(occasion=occasion.name)],
        "body": [WORDS.keep.mail],
    }
    assert json.loads(copied)["answers"] == answers
    assert said == WORDS.keep.sending.format(address="answers@council.example")
