"""`python -m charter new KIND --from FILE`: the text of a GitHub issue becomes a record, if all is
in order with it. If not, nothing is changed, and what is missing is told to who wrote the issue.
"""

from argparse import Namespace
from pathlib import Path

from charter.clock import today
from charter.data.load import load
from charter.editors import form_changes, form_records, issue_forms
from charter.editors.issue_forms import Form, NotARecord
from charter.model import Charter
from charter.our_files import nothing, replace, write
from charter.problems import ProblemsFound
from charter.site.check import check

RECORDS = {"case-study": "case_studies", "activity": "engagement", "said-did": "said_did"}
CHANGES = {"signature": form_changes.signature, "wording": form_changes.wording}

MISSING = "This can't go onto the website yet. Please look at these answers:"
HOW = (
    "To change an answer, choose the three dots on the first box above, and then Edit. Leave the"
    " headings as they are. When all is there, a member of the team puts the label on again."
)
KEPT = "Whoever wrote this wants it told here only. So nothing goes onto the website."
OTHER_FORM = 'This was written in the form "{}", which becomes something else.'
ELSEWHERE = (
    "The charter's own files are not in order, so nothing can be added. A member of the team mends"
    " this first:"
)
WROTE = "Wrote {}."
READ_FIRST = (
    "Whoever told this story wants to read it before it's shown. Take it in only when they have"
    " said yes."
)
LOOK = """Before you take it in:

- Open the page that it names. Does it say this?
- Is there a name, or a private detail of anyone? Then close this, and delete the issue.
- Are the words plain, and true? You can change them here: open "Files changed", then the three \
dots, then "Edit file"."""
ALSO = {
    "wording": '- Do the pledge\'s "short", "leaflet", "question" and "in_practice" still fit?'
    " They stand in the same file.",
    "case-study": '- Did people start it, decide it and check it together? Then add "together".',
    "activity": '- Did people start it, decide it and check it together? Then add "together".',
    "signature": "- Is it signed, and not only promised? From now on, no page says that nobody has"
    " signed.",
}


def run(args: Namespace) -> str:
    """Write what a form becomes; raises NotARecord where it can't become anything."""
    data = args.project / "data"
    try:
        charter = load(data)
    except ProblemsFound as found:
        raise NotARecord(ELSEWHERE, str(found)) from None
    text = issue_forms.text_of(args.form)
    form = issue_forms.which(text, issue_forms.read(args.project))
    if args.kind not in (None, form.kind):
        raise NotARecord(OTHER_FORM.format(form.name))
    given, wrong = issue_forms.answers(text, form)
    consent = given.get("consent", "")
    if consent.startswith("No"):
        raise NotARecord(KEPT)
    texts: dict[str, str] = {}
    if not wrong:
        texts, wrong = _texts(form, data, charter, given, args.id)
    if wrong:
        raise _not_yet(form, wrong)
    _write(form, args.project, texts)
    said = [WROTE.format(" and ".join(f"data/{file}" for file in texts))]
    said += [READ_FIRST] if consent.startswith("Only") else []
    return "\n\n".join([*said, "\n".join(filter(None, [LOOK, ALSO.get(form.kind)]))])


def _texts(
    form: Form, data: Path, charter: Charter, given: dict[str, str], id_: str | None
) -> form_changes.Edit:
    if form.kind in CHANGES:
        return CHANGES[form.kind](data, charter, given, today())
    name = RECORDS[form.kind]
    fields, wrong = form_records.record(name, charter, given, today())
    taken = {each.id for each in getattr(charter, name)}
    year = fields["started"][:4] if form.kind == "activity" else ""
    title = given["title"] if year in given["title"] else f"{given['title'][:40]} {year}"
    fields["id"] = id_ or form_records.free_id(title, form.kind, taken)
    return {form_records.file_of(name, fields["id"]): form_records.as_yaml(fields)}, wrong


def _write(form: Form, project: Path, texts: dict[str, str]) -> None:
    """Write the texts, and check all. If anything is wrong, the files are as they were."""
    data = project / "data"
    before = {file: (data / file).read_bytes() for file in texts if (data / file).exists()}
    for file, text in texts.items():
        if file in before:
            replace(data / file, text)
    _, refused = write(
        {data / file: texts[file] for file in texts if file not in before}, data, nothing
    )
    try:
        if refused:
            raise ProblemsFound(refused)
        check(project)
    except ProblemsFound as found:
        for file in texts:
            if file in before:
                replace(data / file, before[file].decode())
            else:
                (data / file).unlink(missing_ok=True)
        raise _not_yet(form, _by_question(form, found)) from None


def _by_question(form: Form, found: ProblemsFound) -> list[tuple[str, str]]:
    """Each problem, with the question whose answer it is about."""
    asked = {question.id for question in form.questions}
    about = []
    for problem in found.problems:
        first, _, rest = problem.field.partition(".")
        name = f"source_{rest}" if first == "sources" else first
        about.append((name, problem.message) if name in asked else ("", str(problem)))
    return about


def _not_yet(form: Form, wrong: list[tuple[str, str]]) -> NotARecord:
    return NotARecord(MISSING, *issue_forms.told(form, wrong), how=HOW)
