"""Answers to "Did we…?" by email: only where there is an address, and with all the words."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import yaml

from a11y.browser.driver import shown
from a11y.site import site
from tests import project
from tests.browser.did_we import FORM, fill_in, press_button, save
from tests.questions import GROUP, WORDS, narrowest, some_answers

pytestmark = [pytest.mark.xdist_group("mail"), pytest.mark.usefixtures("site")]


def test_a_mail_link_is_there_only_where_an_address_is() -> None:
    main = site().page(FORM).main
    links = main.xpath(".//a[starts-with(@href, 'mailto:')]/@href")
    assert links == ([f"mailto:{WORDS.send_to}"] if WORDS.send_to else [])
    assert bool(WORDS.no_address and WORDS.no_address in main.text_content()) is (
        WORDS.send_to is None
    )


@pytest.fixture(scope="module")
def with_address(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The form's page in a copy of the project whose answers may be sent to an address, built."""
    copied = project.copy(tmp_path_factory.mktemp("address"))
    file = copied / "data" / "did-we.yml"
    content: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    content.pop("no_address", None)
    content["send_to"] = "answers@council.example"
    file.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")
    built = project.run(copied, "publish", "--without-pdf")
    assert built.status == 0, built.said
    return copied / "site" / FORM / "index.html"


@pytest.mark.usefixtures("browser")
@pytest.mark.build
def test_the_mail_has_an_address_a_subject_and_the_whole_text(
    with_address: Path, tmp_path: Path
) -> None:
    occasion = narrowest()
    with shown(FORM) as browser:
        browser.get(with_address.as_uri())
        assert WORDS.no_address is None or WORDS.no_address not in browser.execute_script(
            "return document.body.innerText"
        )
        # The link is looked at, and no mail program opened.
        browser.execute_script("""
          window.sent = [];
          addEventListener("click", event => {
            if (event.target.closest("[data-do=send]") && !event.defaultPrevented) {
              sent.push(event.target.href);
              event.preventDefault();
            }
          });
        """)
        press_button(browser, "send", tmp_path)
        assert browser.execute_script("return sent") == []
        assert browser.execute_script("return document.activeElement.name") == "show"
        fill_in(browser, occasion.id, GROUP.id, some_answers(occasion))
        text = save(browser, "text", tmp_path).read_bytes().decode()
        for _ in range(2):
            press_button(browser, "send", tmp_path)
        first, second = browser.execute_script("return sent")
    assert first == second
    link = urlsplit(first)
    assert (link.scheme, unquote(link.path)) == ("mailto", "answers@council.example")
    assert parse_qs(link.query) == {
        "subject": [WORDS.keep.title.format(occasion=occasion.name)],
        "body": [text],
    }
