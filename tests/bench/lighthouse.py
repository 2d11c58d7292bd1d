"""The scores of Google's Lighthouse for a phone on a slow line, of five pages, as a host sends them: packed, with all headers."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from a11y.browser import install
from a11y.engines import NODE
from tests.bench.stopwatch import load
from tests.host import headers_for_all, hosted
from tests.project import ROOT, charter, run

LIGHTHOUSE = Path(__file__).parent / "node_modules" / "lighthouse" / "cli" / "index.js"
# Without further words Lighthouse is a phone in the middle of the market, on a simulated slow 4G line.
OPTIONS = ["--output=json", "--quiet", "--chrome-flags=--headless=new --no-sandbox"]
CATEGORIES = ["performance", "accessibility", "best-practices", "seo"]
ROUNDS = 3
FULL, FIRST_PAINT = 100, 1.0  # the aims: points, and seconds until there is something to see


def look(address: str) -> dict[str, Any]:
    """One report of Lighthouse."""
    command = [
        NODE,
        str(LIGHTHOUSE),
        address,
        *OPTIONS,
        f"--only-categories={','.join(CATEGORIES)}",
    ]
    environment = {**os.environ, "CHROME_PATH": install.browser() or ""}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"Lighthouse failed for {address}:\n{done.stderr[-4000:]}")
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def median(address: str) -> tuple[list[float], float, set[str]]:
    """Points for each category and seconds to the first paint, each the median of all rounds; and what cost points in any of them."""
    reports = [look(address) for _ in range(ROUNDS)]
    points = [
        statistics.median(100 * report["categories"][name]["score"] for report in reports)
        for name in CATEGORIES
    ]
    paint = statistics.median(
        report["audits"]["first-contentful-paint"]["numericValue"] / 1000 for report in reports
    )
    return points, paint, {fault for report in reports for fault in _faults(report)}


def _faults(report: dict[str, Any]) -> list[str]:
    weighed = {
        ref["id"]
        for name in CATEGORIES
        for ref in report["categories"][name]["auditRefs"]
        if ref["weight"]
    }
    return [
        audit["title"]
        for name, audit in report["audits"].items()
        if name in weighed and (audit["score"] or 0) < 1 and _counts(audit)
    ]


def _counts(audit: dict[str, Any]) -> bool:
    return audit["scoreDisplayMode"] in ("binary", "numeric", "error")


def main() -> int:
    """Print a line for each page. The exit status is 0 where every page has all points, and shows in time."""
    pages = ["", "charter/", f"charter/{charter().pledges_in_order[0].id}/", "area/", "leaflet/"]
    reached = True
    with tempfile.TemporaryDirectory() as folder, hosted(Path(folder), with_headers=False) as host:
        os.environ["SITE_URL"] = host.address  # the site has to know where it stands
        built = run(ROOT, "publish", "--to", folder)
        if built.status != 0:
            raise SystemExit(built.said)
        host.headers |= headers_for_all(Path(folder))
        print(f"{load()} Each page {ROUNDS} times, medians.")
        print(f"{'':28} {' '.join(f'{name:>14}' for name in CATEGORIES)} {'first paint':>14}")
        for page in pages:
            points, paint, faults = median(host.address + page)
            reached = reached and min(points) >= FULL and paint <= FIRST_PAINT
            print(
                f"/{page:27} {' '.join(f'{point:14.0f}' for point in points)} {paint:12.2f} s",
                flush=True,
            )
            print(
                "".join(
                    f"    not at its best in one of the rounds: {fault}\n"
                    for fault in sorted(faults)
                ),
                end="",
            )
    return 0 if reached else 1


if __name__ == "__main__":
    sys.exit(main())
