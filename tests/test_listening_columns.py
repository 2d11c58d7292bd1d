"""Which column of a file is read: one that was chosen, that holds comments, and no other."""

import pytest

from tests.listening.run import TWENTY, Run, column, listen, numbers, sheet

__all__ = ["listen"]  # a fixture


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("Name", "names"), ("your first name", "names"), ("Surname", "names"), ("Username", "names of accounts"),
        ("Email address", "email addresses"),
        ("mobile", "phone numbers"), ("Home address", "addresses"), ("Postcode", "postcodes"), ("Date of birth", "dates"), ("DOB", "dates"),
        ("Link to post", "links"), ("NHS number", "numbers"), ("Timestamp", "dates"),
    ],
)  # fmt: skip
def test_a_column_is_refused_by_its_header(header: str, kind: str, listen: Run) -> None:
    both = sheet([["comment", header], *([text, "some words of no kind"] for text in TWENTY)])
    status, told = listen(both)
    assert (
        status == 1
        and f"line 1, column 2: seems to hold {kind}" in told
        and "To leave it unread, add: --drop 2" in told
    )
    assert listen(both, "--drop", "2")[0] == 0
    assert "seems to hold" in listen(column(header=header), "--column", "1")[1]


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        (["a.b@example.org", "c@example.org"], "email addresses"), (["@some_one", "@other"], "names of accounts"),
        (["07700 900123", "+44 7700 900 123", "(01632) 960123"], "phone numbers"), (["ZZ99 3VZ", "zz993vz", "QQ7"], "postcodes"),
        (["1/2/2013", "2013-02-01", "3rd May 2013"], "dates"), (["https://example.org/x", "www.example.org"], "links"),
        (["Ann Sample", "Sample, Ben", "Cy De Sample"], "names"), (["12 Sample Street", "Flat 2, 9 Long Lane, ZZ99 3VZ"], "addresses"),
        (["943 476 5919"], "phone numbers"),
        (["12", "13"], "numbers"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_a_column_is_refused_by_what_stands_in_it(cells: list[str], kind: str, listen: Run) -> None:
    some = [cells[place % len(cells)] for place in range(20)]
    status, told = listen(
        sheet([["comment", "x"], *([text, cell] for text, cell in zip(TWENTY, some, strict=True))])
    )
    assert status == 1 and f"line 1, column 2: seems to hold {kind}" in told
    status, told = listen(column(some))
    assert (
        status == 1
        and f"line 1, column 1: seems to hold {kind}" in told
        and "not comments. Choose another with --column" in told
    )


def test_any_other_column_is_refused_too_unless_it_is_dropped(listen: Run) -> None:
    content = sheet(
        [
            ["school", "comment", "extra"],
            *(["words to read", text, "words as well"] for text in TWENTY),
        ]
    )
    status, told = listen(content)
    assert status == 1 and told.startswith("2 things to mend:")
    assert (
        "column 1: is not needed to count comments. To leave it unread, add: --drop 1" in told
        and "column 3" in told
    )
    assert listen(content, "--drop", "school")[0] == 1
    assert listen(content, "--drop", "school", "--drop", "3")[0] == 0


def test_the_column_is_named_by_header_or_number(listen: Run) -> None:
    content = sheet(
        [["What went well?", "other words"], *([text, "some words here"] for text in TWENTY)]
    )
    for name in ("What went well?", "what went well?", "1"):
        status, told = listen(content, "--column", name, "--drop", "2")
        assert status == 0 and numbers(told, "positive") == ["12"]
    assert "not clear which column holds the comments" in listen(content)[1]
    assert (
        "--column: no column has the name that you gave. Give a number instead, from 1 to 2"
        in listen(content, "--column", "whatever")[1]
    )
    assert "--drop: no column has the name" in listen(content, "--column", "1", "--drop", "9")[1]
    twice = sheet([["comment", "comment"], *([text, text] for text in TWENTY)])
    assert "not clear which column" in listen(twice)[1]
    assert "more than one column has the name" in listen(twice, "--column", "comment")[1]
    assert listen(twice, "--column", "1", "--drop", "2")[0] == 0


def test_the_column_of_comments_can_not_be_dropped_as_well(listen: Run) -> None:
    status, told = listen(column(), "--column", "comment", "--drop", "comment")
    assert (
        status == 1
        and "line 1, column 1: is to be read and dropped. Take out --column or --drop" in told
    )


def test_a_first_comment_is_not_taken_for_a_header(listen: Run) -> None:
    status, told = listen(column(header="We never heard back from the school at all"))
    assert status == 1
    assert (
        "this may be a comment and not a header. If it is a header, add: --column 1. If not, put a"
        " line above it that says: comment" in told
    )
    assert (
        listen(column(header="We never heard back from the school at all"), "--column", "1")[0] == 0
    )
