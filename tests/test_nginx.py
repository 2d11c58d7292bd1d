"""The example for nginx, tried: what it sends for each kind of address, packed, fresh, and with
every header that we ask for.
"""

import getpass
import gzip
import http.client
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from a11y.site import site
from publish.nginx import add_headers, blocks
from tests.host import headers_for_all
from tests.project import ROOT

pytestmark = [pytest.mark.xdist_group("nginx"), pytest.mark.usefixtures("site")]

EXAMPLE = ROOT / "publish" / "nginx.conf"
# What the example stands in: the parts of nginx's own set-up that matter, with all that it writes
# in a folder of ours.
AROUND = """
daemon off;
pid {folder}/pid;
error_log stderr warn;
events {{}}
http {{
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    client_body_temp_path {folder}/a;
    proxy_temp_path {folder}/b;
    fastcgi_temp_path {folder}/c;
    uwsgi_temp_path {folder}/d;
    scgi_temp_path {folder}/e;
    include {folder}/site.conf;
}}
"""


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Nginx:
    """A running nginx: its port for http, and the one for https."""

    plain: int
    safe: int

    def ask(self, path: str, method: str = "GET", https: bool = True, **headers: str) -> Answer:
        """The answer (the certificate is one of our own, so nobody vouches for it)."""
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        asked = (
            http.client.HTTPSConnection("127.0.0.1", self.safe, context=context, timeout=10)
            if https
            else http.client.HTTPConnection("127.0.0.1", self.plain, timeout=10)
        )
        asked.request(method, path, headers={k.replace("_", "-"): v for k, v in headers.items()})
        got = asked.getresponse()
        told = {name.lower(): value for name, value in got.getheaders()}
        answer = Answer(got.status, told, got.read())
        asked.close()
        return answer


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def program() -> str:
    if not (found := shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/bin")):
        pytest.skip("nginx is not here: python -m tools.system_packages")
    return found


def edited(text: str, lines: dict[str, str]) -> str:
    """The example with ports, a folder and a certificate of our own, as an editor would put them
    in.
    """
    for old, new in lines.items():
        assert text.count(f"    {old};\n") == 1, old
        text = text.replace(f"    {old};\n", f"    {new};\n")
    return text


@pytest.fixture(scope="module")
def nginx(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nginx]:
    folder = tmp_path_factory.mktemp("nginx")
    folder.chmod(0o755)
    found = program()
    where = Nginx(free_port(), free_port())
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    made = "openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=charter.example.org -days 2"
    files = ["-keyout", str(key), "-out", str(certificate)]
    subprocess.run([*made.split(), *files], check=True, capture_output=True)
    own = {
        "listen 80": f"listen 127.0.0.1:{where.plain}",
        "listen 443 ssl": f"listen 127.0.0.1:{where.safe} ssl",
        "root /var/www/charter": f"root {site().folder}",
        "include snippets/charter-headers.conf": f"include {folder}/headers.conf",
        "ssl_certificate /etc/ssl/certs/charter.pem": f"ssl_certificate {certificate}",
        "ssl_certificate_key /etc/ssl/private/charter.key": f"ssl_certificate_key {key}",
    }
    text = edited(EXAMPLE.read_text(encoding="utf-8"), own)
    (folder / "site.conf").write_text(text, encoding="utf-8")
    (folder / "headers.conf").write_text(
        add_headers((site().folder / "_headers").read_text(encoding="utf-8")), encoding="utf-8"
    )
    (folder / "nginx.conf").write_text(AROUND.format(folder=folder) + _as_us(), encoding="utf-8")
    command = [found, "-p", str(folder), "-e", "stderr", "-c", str(folder / "nginx.conf")]
    checked = subprocess.run(
        [*command, "-t"], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert checked.returncode == 0, checked.stderr
    assert "warn" not in checked.stderr
    running = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    _wait(where.safe)
    yield where
    running.terminate()
    running.wait(10)


def _as_us() -> str:
    """The site under test is in a folder of the one who runs the test, so root's nginx must stay
    root to read it.
    """
    return f"user {getpass.getuser()};\n" if getpass.getuser() == "root" else ""


def _wait(port: int) -> None:
    for _ in range(100):
        with socket.socket() as knock:
            if knock.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("nginx did not start")


def test_every_page_is_there_and_is_the_one_that_was_built(nginx: Nginx) -> None:
    pages = [page for page in site().pages if page.path != "404.html"]
    assert len(pages) > 20
    for page in pages:
        answer = nginx.ask(f"/{page.path}")
        assert answer.status == 200
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        assert answer.body == page.file.read_bytes()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/sw.js", "application/javascript; charset=utf-8"),
        ("/assets/icon.svg", "image/svg+xml"),
        ("/sitemap.xml", "text/xml; charset=utf-8"),
        ("/formats/charter.txt", "text/plain; charset=utf-8"),
        ("/formats/charter.zip", "application/zip"),
        ("/formats/charter.epub", "application/epub+zip"),
        ("/api/v1/charter.json", "application/json; charset=utf-8"),
        ("/api/v1/changes.atom", "application/atom+xml; charset=utf-8"),
        ("/previews/table.png", "image/png"),
        ("/leaflet/leaflet.pdf", "application/pdf"),
    ],
)
def test_each_kind_of_file_says_what_it_is(path: str, kind: str, nginx: Nginx) -> None:
    answer = nginx.ask(path)
    assert answer.status == 200
    assert answer.headers["content-type"] == kind
    assert answer.body == (site().folder / path[1:]).read_bytes()


def test_an_address_without_its_slash_is_sent_on(nginx: Nginx) -> None:
    answer = nginx.ask("/charter")
    assert (answer.status, answer.headers["location"]) == (301, "/charter/")


def test_plain_http_is_sent_on_to_https(nginx: Nginx) -> None:
    answer = nginx.ask("/charter/?from=paper", https=False, Host="charter.example.org")
    there = "https://charter.example.org/charter/?from=paper"
    assert (answer.status, answer.headers["location"]) == (301, there)


@pytest.mark.parametrize("path", ["/nowhere/", "/charter/nowhere", "/_headers", "/nowhere.pdf"])
def test_an_address_that_is_not_there_gets_the_page_that_helps(path: str, nginx: Nginx) -> None:
    answer = nginx.ask(path)
    assert answer.status == 404
    assert answer.body == (site().folder / "404.html").read_bytes()


def test_a_folder_without_a_page_is_not_listed(nginx: Nginx) -> None:
    assert (site().folder / "assets").is_dir()
    assert nginx.ask("/assets/").status in (403, 404)
    assert b"icon.svg" not in nginx.ask("/assets/").body


def test_text_is_packed_and_a_pdf_is_not_packed_twice(nginx: Nginx) -> None:
    for path in ("/", "/sw.js", "/formats/charter.txt", "/assets/icon.svg"):
        plain, packed = nginx.ask(path), nginx.ask(path, Accept_Encoding="gzip")
        assert packed.headers["content-encoding"] == "gzip"
        assert packed.headers["vary"] == "Accept-Encoding"
        assert gzip.decompress(packed.body) == plain.body
        assert len(packed.body) < len(plain.body)
    assert (
        "content-encoding" not in nginx.ask("/leaflet/leaflet.pdf", Accept_Encoding="gzip").headers
    )


@pytest.mark.parametrize("path", ["/", "/sw.js", "/assets/icon.svg", "/leaflet/leaflet.pdf"])
def test_a_browser_asks_each_time_and_gets_nothing_twice(path: str, nginx: Nginx) -> None:
    first = nginx.ask(path, Accept_Encoding="gzip")
    assert first.headers["cache-control"] == "no-cache"
    again = nginx.ask(path, Accept_Encoding="gzip", If_None_Match=first.headers["etag"])
    assert (again.status, again.body) == (304, b"")


def test_every_header_that_we_ask_of_hosts_is_sent_with_every_answer(nginx: Nginx) -> None:
    wanted = headers_for_all(site().folder)
    assert len(wanted) > 3
    for path in [
        "/",
        "/charter/",
        "/sw.js",
        "/assets/icon.svg",
        "/leaflet/leaflet.pdf",
        "/a/",
        "/charter",
    ]:
        headers = nginx.ask(path).headers
        assert {name: headers.get(name.lower()) for name in wanted} == wanted, path
        assert headers["strict-transport-security"] == "max-age=31536000"


@pytest.mark.parametrize("path", ["index.json", "schema/charter.json", "progress.csv"])
def test_programs_on_other_sites_may_read_open_data(path: str, nginx: Nginx) -> None:
    for_data = blocks((site().folder / "_headers").read_text(encoding="utf-8"))["/api/*"]
    assert for_data == {"Access-Control-Allow-Origin": "*"}
    answer = nginx.ask(f"/api/v1/{path}", Origin="https://elsewhere.example")
    assert answer.status == 200
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    "path", ["/", "/area/postcodes.txt", "/search/index.json", "/sw.js", "/a/api/", "/api/a.json"]
)
def test_other_sites_may_read_nothing_but_open_data(path: str, nginx: Nginx) -> None:
    headers = nginx.ask(path, Origin="https://elsewhere.example").headers
    assert "access-control-allow-origin" not in headers


def test_nothing_is_told_of_the_server(nginx: Nginx) -> None:
    for path in ("/", "/nowhere/", "/assets/"):
        answer = nginx.ask(path)
        assert answer.headers["server"] == "nginx"
        assert b"nginx/" not in answer.body


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_nothing_can_be_sent_to_it(method: str, nginx: Nginx) -> None:
    assert nginx.ask("/", method).status == 405


@pytest.mark.parametrize(
    "headers",
    [
        "/a/b/*\n  A: b\n",
        "/*\n  A: b\n/sw.js\n  A: c\n",
        "  A: b\n",
        "/a/*\n  A: $b\n",
        '/*\n  A: "b"\n',
        "/*\n  A: $host\n",
    ],
)
def test_headers_that_nginx_would_not_take_as_they_are_are_refused(headers: str) -> None:
    with pytest.raises(ValueError, match="_headers"):
        add_headers(headers)
