"""Commands for editors: `python -m charter check`, `sync`, `new` and others. Each is a function
from its arguments to what it says; `COMMANDS` lists them.
"""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from charter.answers import add_command as answers
from charter.api.export import texts
from charter.clock import today
from charter.command_line import run_command
from charter.comments import command as comments
from charter.data import published_wordings
from charter.data.load import load, load_with_map
from charter.editors import changes_since, new_record, start, sync
from charter.editors.watch import watch
from charter.our_folders import write_listed
from charter.problems import Problem, ProblemsFound
from charter.render.html import day, month
from charter.site import docs_stubs, site_address
from charter.site.check import check
from charter.site.social_cards import previews
from charter.target import whole, why_not_into
from charter.todo import Act, gaps
from charter.todo.stale import old_sources
from charter.translations import translate_command as translate


@dataclass(frozen=True)
class Command:
    """A command: its help, what it does, and the arguments that it adds to `--project`. `run` gives
    what to say, and raises ProblemsFound where anything is to be mended.
    """

    help: str
    run: Callable[[Namespace], str]
    arguments: Callable[[ArgumentParser], None] = lambda parser: None


def check_arguments(parser: ArgumentParser) -> None:
    """Once, or after each change."""
    parser.add_argument(
        "--watch",
        action="store_true",
        help="check again after each change, until you press Ctrl and C",
    )


def check_project(args: Namespace) -> str:
    """Check data and pages, once or after each change."""
    if args.watch:
        watch(args.project, lambda: _checked(args.project))
        return "Stopped."
    charter = check(args.project)
    counts = {
        "values": len(charter.values),
        "pledges": len(charter.pledges),
        "outcomes": len(charter.outcomes),
        "case studies": len(charter.case_studies),
        "sources": len(charter.sources),
    }
    said = [f"{name}: {count}" for name, count in counts.items() if count]
    return f"All is well. {', '.join(said)}."


def _checked(project: Path) -> str:
    try:
        return check_project(Namespace(project=project, watch=False))
    except ProblemsFound as found:
        return str(found)


def sync_project(args: Namespace) -> str:
    """Write the pages of records in docs/, and the schemas and the page of fields in data/."""
    data, docs = args.project / "data", args.project / "docs"
    charter = load(data)
    pages, help_files = docs_stubs.write(charter, docs), sync.sync(data)
    told = [f"removed {docs.name}/{file.relative_to(docs).as_posix()}" for file in pages.removed]
    for folder, written in ((docs, pages.written), (data, help_files.written)):
        told += [f"wrote {folder.name}/{file.relative_to(folder).as_posix()}" for file in written]
    message = "\n".join(told) or "Nothing to do: all is in step with the data."
    if problems := docs_stubs.problems(charter, docs) + pages.refused + help_files.refused:
        print(message)
        raise ProblemsFound(problems)
    return message


def add_wordings(args: Namespace) -> str:
    """Add the words of new and changed pledges to the list of words that were published."""
    data = args.project / "data"
    added, in_all = published_wordings.add_new(load(data), data)
    return f"{added} new wordings of pledges are promised now, {in_all} in all."


def export_arguments(parser: ArgumentParser) -> None:
    """A folder, and the address that it will have."""
    parser.add_argument("folder", type=Path, help="the folder of the built site")
    parser.add_argument(
        "--site",
        required=True,
        metavar="ADDRESS",
        help="the site's whole address",
    )


def export_open_data(args: Namespace) -> str:
    """Write open data, and the drawings for previews of links."""
    project, address = args.project.resolve(), site_address.checked(args.site, "--site")
    to = whole(args.folder, project)
    if said := why_not_into(to, project):
        raise ProblemsFound([Problem(str(to), 1, "", said)])
    charter = load(args.project / "data")
    drawings = previews(charter)
    done = write_listed({**texts(charter, address, today()), **drawings}, to)
    if done.refused:
        raise ProblemsFound(done.refused)
    return f"Wrote open data and {len(drawings)} drawings into {args.folder}."


def list_gaps(args: Namespace) -> str:
    """What is still missing, each with its file and its page."""
    charter, now = check(args.project), today()
    heading = f"What is still missing: {charter.site.name}, {day(now)}"
    return "\n\n".join([heading, *map(_act, gaps(charter, now))])


def _act(act: Act) -> str:
    lines = [f"{act.name.upper()}: {act.count or 'nothing is missing'}"]
    if act.count:
        lines.append(act.how)
    for kind in act.kinds:
        lines += ["", f"{kind.name} ({len(kind.gaps)})"]
        for gap in kind.gaps:
            detail = f"{gap.name}: {gap.said}" if gap.said else gap.name
            lines += [f"[ ] {detail}", f"    data/{gap.file}, page: /{gap.page}"]
    return "\n".join(lines)


def list_stale_facts(args: Namespace) -> str:
    """Sources that nobody has read for more than a year, as problems. A weekly job asks this."""
    charter, places = load_with_map(args.project / "data")
    message = (
        '"Source: {}" was last read in {}. Open it, see whether it still says the same, and write'
        " opened: with the day, in place of read:"
    )
    if old := old_sources(charter, today()):
        raise ProblemsFound(
            [
                places.problem(
                    ("sources", at, "read" if source.read else "opened"),
                    message.format(source.title, month(source.checked)),
                )
                for at, source in old
            ]
        )
    return f"All {len(charter.sources)} sources were read within the last year."


COMMANDS = {
    "check": Command("check data/ and docs/, and say what to mend", check_project, check_arguments),
    "sync": Command(
        "write the pages of records in docs/, and what helps editors to type in data/", sync_project
    ),
    "changes-since": Command(changes_since.HELP, changes_since.run, changes_since.arguments),
    "new": Command(new_record.HELP, new_record.run, new_record.arguments),
    "start": Command(start.HELP, start.run, start.arguments),
    "wordings": Command(
        "add the words of new and changed pledges to the list of words that were published",
        add_wordings,
    ),
    "answers": Command(answers.HELP, answers.run, answers.arguments),
    "comments": Command(comments.HELP, comments.run, comments.arguments),
    "translate": Command(translate.HELP, translate.run, translate.arguments),
    "export": Command(
        "write open data, and drawings for previews of links, into a folder (the build does it by"
        " itself)",
        export_open_data,
        export_arguments,
    ),
    "gaps": Command("list what is still to decide, to complete or to sign", list_gaps),
    "stale": Command("list sources that nobody has read for more than a year", list_stale_facts),
}


def parser() -> ArgumentParser:
    """All that may be said on the command line."""
    whole = ArgumentParser(prog="python -m charter", description="Look after the charter's data.")
    names = whole.add_subparsers(dest="command", required=True)
    for name, command in COMMANDS.items():
        one: ArgumentParser = names.add_parser(name, help=command.help)
        one.add_argument(
            "--project",
            type=Path,
            default=Path(),
            help="the project's folder (this one, if left out)",
        )
        command.arguments(one)
    return whole


def main(arguments: list[str] | None = None) -> int:
    """Run one command; the exit status is 0 where all is well."""
    return run_command(lambda: _main(arguments))


def _main(arguments: list[str] | None) -> int:
    args = parser().parse_args(arguments)
    print(COMMANDS[args.command].run(args))
    return 0


if __name__ == "__main__":
    sys.exit(main())
