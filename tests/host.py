"""A host for a built site, as real ones are: it packs what it sends, adds what `_headers` says, and
notes how many bytes it sent.
"""

import gzip
import http.server
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from publish.nginx import blocks


@dataclass
class Host:
    """A folder of files on a server of its own. `sent` has the path and the packed size of each
    answer.
    """

    folder: Path
    headers: dict[str, str]
    address: str = ""
    sent: list[tuple[str, int]] = field(default_factory=list)


@contextmanager
def hosted(folder: Path, with_headers: bool = True) -> Iterator[Host]:
    """Serve a folder, with or without what its file `_headers` says of all pages."""
    host = Host(folder, headers_for_all(folder) if with_headers else {})
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), type("Answering", (_Answer,), {"host": host})
    )
    host.address = f"http://127.0.0.1:{server.server_port}/"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()


def headers_for_all(folder: Path) -> dict[str, str]:
    """The headers that `_headers` gives to every address."""
    return blocks((folder / "_headers").read_text(encoding="utf-8"))["/*"]


class _Answer(http.server.BaseHTTPRequestHandler):
    host: Host

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        file = self.host.folder / path.lstrip("/")
        file = file / "index.html" if file.is_dir() else file
        status = 200 if file.is_file() else 404
        file = file if file.is_file() else self.host.folder / "404.html"
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        packs = kind.startswith("text/") or kind.endswith(("javascript", "json", "svg+xml", "xml"))
        body = gzip.compress(file.read_bytes(), 9, mtime=0) if packs else file.read_bytes()
        self.host.sent.append((path, len(body)))
        self.send_response(status)
        told = {
            "Content-Type": f"{kind}; charset=utf-8" if packs else kind,
            "Content-Length": str(len(body)),
            **self.host.headers,
        }
        for name, value in ({**told, "Content-Encoding": "gzip"} if packs else told).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        pass
