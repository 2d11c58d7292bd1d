"""A network with one host, which a test can cut, slow down, break, or give a new site."""

import functools
import http.server
import threading
import time
from pathlib import Path
from typing import Any

# What a strict host allows. Styles inside a page are not what is tested with it.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
    " connect-src 'self'; worker-src 'self'"
)


class Host:
    """Serves folders from one port of this computer. `path` is where the site is below that, such
    as `below/`.
    """

    def __init__(self, path: str = "") -> None:
        self.path = path
        self.folders: list[Path] = []  # the first that has a file gives it
        self.delay = 0.0  # seconds before each answer
        self.fails: set[str] = set()  # addresses below the site that get no answer
        self.hangs: set[str] = (
            set()
        )  # addresses below the site whose answer comes only when the host goes down
        self.status = 200  # of what is there
        self.sends = 1.0  # so much of each file, as a host that breaks down in the middle
        self.asked: list[str] = []  # what was asked for, below the site
        self._down = threading.Event()
        self._server: http.server.ThreadingHTTPServer | None = None
        self._port = 0

    @property
    def address(self) -> str:
        """The whole address of the site."""
        return f"http://127.0.0.1:{self._port}/{self.path}"

    def up(self, *folders: Path) -> None:
        """Serve folders, or go on with those from before."""
        self.folders = list(folders) or self.folders
        if self._server is None:
            self._down.clear()
            self._server = http.server.ThreadingHTTPServer(
                ("127.0.0.1", self._port), functools.partial(_Answer, self)
            )
            self._port = self._server.server_port
            threading.Thread(
                target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
            ).start()

    def down(self) -> None:
        """Be gone, as a host is for whoever has no network."""
        self._down.set()
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def wait(self, asked: str) -> None:
        """Do with a request as the test said; returns when it is to be answered."""
        if self._down.is_set():  # on a line that the browser had opened before
            raise ConnectionError
        self.asked.append(asked)
        time.sleep(self.delay)
        if asked in self.hangs:
            self._down.wait(60)

    def file(self, asked: str) -> Path | None:
        """The file for an address below the site."""
        found = (
            folder / asked / ("index.html" if asked.endswith("/") or not asked else "")
            for folder in self.folders
        )
        return (
            next((file for file in found if file.is_file()), None)
            if asked not in self.fails | self.hangs
            else None
        )


class _Answer(http.server.SimpleHTTPRequestHandler):
    def __init__(self, host: Host, *others: Any) -> None:
        self.host = host
        super().__init__(*others)

    def do_GET(self) -> None:
        asked = self.path.removeprefix(f"/{self.host.path}")
        self.host.wait(asked)
        file = self.host.file(asked)
        content = file.read_bytes() if file else b"<header></header> not here"
        self.send_response(self.host.status if file else 404)
        self.send_header("Content-Type", self.guess_type(str(file or "page.html")))
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Content-Security-Policy", POLICY)
        self.end_headers()
        self.wfile.write(content[: int(len(content) * self.host.sends)])

    def handle(self) -> None:
        try:
            super().handle()
        except ConnectionError:
            self.close_connection = True  # the browser has gone away, as a reader may

    def log_message(self, *_: Any) -> None:
        pass
