"""Addresses that only look right are told, in data and on any page (web_addresses.yml)."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from charter.data.load import load
from charter.model.web_address import wrong_with, wrong_with_email
from charter.problems import ProblemsFound
from tests.sample import edit, sample

CASES: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "web_addresses.yml").read_text(encoding="utf-8")
)
WRONG = [(address, said) for said, addresses in CASES["wrong"].items() for address in addresses]


@pytest.mark.parametrize(("address", "said"), WRONG)
def test_an_address_that_only_looks_right_is_told_with_what_to_do(address: str, said: str) -> None:
    told = wrong_with(address) or ""
    assert said in told and ". " in told


@pytest.mark.parametrize("address", CASES["right"])
def test_a_right_address_is_taken(address: str) -> None:
    assert wrong_with(address) is None


def test_the_name_of_a_website_in_an_email_address_is_judged_alike() -> None:
    assert [each for each in CASES["emails"]["wrong"] if not wrong_with_email(each)] == []
    assert [each for each in CASES["emails"]["right"] if wrong_with_email(each)] == []


def test_it_is_told_in_data_with_its_file_and_line(tmp_path: Path) -> None:
    data = sample(tmp_path)
    edit(
        data,
        "organisations.yml",
        "https://riverdale.example/",
        "https://riverdale.example@evil.uk/",
    )
    with pytest.raises(
        ProblemsFound, match=r"data/organisations.yml, line 4, address: .* holds an @"
    ):
        load(data)
