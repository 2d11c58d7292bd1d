"""Which tests are about this area's own content, or about this checkout: another area leaves them
out, or writes its own.
"""

from tests.project import ROOT

# A file of tests, and why it says nothing of another area.
OF_THIS_AREA = {
    "test_area_postcode_box.py": (
        "it asks the box about places of this area; an area without a list has no box"
    ),
    "test_area_postcodes.py": "it compares this area's list of postcodes with its districts",
    "test_area_shapes.py": "it compares this area's map with its postcodes",
    "test_screen_reader.py": (
        "people have read what a screen reader said of this area's pages (transcripts/)"
    ),
    "test_search_answers.py": "it types what people here might look for (search/questions.yml)",
    "test_new_area.py": "it copies the project as git keeps it",
    "test_second_area.py": "it would put the second area in place of itself",
}


def any_area() -> list[str]:
    """The files of all other tests."""
    return sorted(
        f"tests/{file.name}"
        for file in (ROOT / "tests").glob("test_*.py")
        if file.name not in OF_THIS_AREA
    )
