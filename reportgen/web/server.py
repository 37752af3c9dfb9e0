"""A server that only this machine and only the browser we opened can talk to.

It listens on the loopback address, wants a token of 256 bits in every path, refuses a Host header that is not its own (a page
elsewhere could be given our address by its name server) and answers nothing but GET. Pages are never kept by the browser.
"""

from __future__ import annotations

import hmac
import json
import secrets
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files

from reportgen.diagnostics import Place
from reportgen.errors import UsageError, system_says
from reportgen.preview.session import Session
from reportgen.web.page_data import data_of

LOOPBACK = "127.0.0.1"
WAIT_SECONDS = 20.0
STATIC = {
    "": ("trang.html", "text/html"),
    "trang.css": ("trang.css", "text/css"),
    "trang.js": ("trang.js", "text/javascript"),
    "trang.svg": ("trang.svg", "image/svg+xml"),
}
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class Server(ThreadingHTTPServer):
    """The server of one session."""

    daemon_threads = True

    def __init__(self, session: Session, port: int = 0):
        self.session, self.token = session, secrets.token_urlsafe(32)
        try:
            super().__init__((LOOPBACK, port), _Answer)
        except OSError as failure:
            message = f"không mở được cổng {port} trên máy này ({system_says(failure)})"
            raise UsageError.of("XT01", message, Place(), hint="bỏ --cong để chương trình tự chọn cổng trống") from None

    @property
    def address(self) -> str:
        """What to open in the browser."""
        return f"http://{LOOPBACK}:{self.server_port}/{self.token}/"

    @property
    def hosts(self) -> tuple[str, str]:
        """What a browser that means us writes in its Host header."""
        return f"{LOOPBACK}:{self.server_port}", f"localhost:{self.server_port}"


class _Answer(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "reportgen", ""

    def do_GET(self) -> None:
        """Answer a GET of a path that begins with the token."""
        path, _, query = self.path.partition("?")
        token, _, rest = path.lstrip("/").partition("/")
        mine = self.headers.get("Host") in self.server.hosts
        if not mine or not hmac.compare_digest(token.encode(), self.server.token.encode()):
            self._send(HTTPStatus.FORBIDDEN, "text/plain", b"")
        elif rest in STATIC:
            name, kind = STATIC[rest]
            self._send(HTTPStatus.OK, kind, files("reportgen.web").joinpath("static", name).read_bytes())
        elif rest == "xem":
            self._view(query)
        else:
            self._picture(rest)

    def _view(self, query: str) -> None:
        """The view, once it is newer than the version the page has."""
        known = query.removeprefix("tu=")
        view = self.server.session.after(int(known) if known.isdecimal() else 0, WAIT_SECONDS)
        data = data_of(view, self.server.session.name)
        self._send(HTTPStatus.OK, "application/json", json.dumps(data, ensure_ascii=False).encode())

    def _picture(self, rest: str) -> None:
        """«trang/2»: the second page."""
        number, pages = rest.removeprefix("trang/"), self.server.session.view.pages
        if pages and number.isdecimal() and 1 <= int(number) <= len(pages.pictures):
            self._send(HTTPStatus.OK, "image/png", pages.pictures[int(number) - 1])
        else:
            self._send(HTTPStatus.NOT_FOUND, "text/plain", b"")

    def _send(self, status: HTTPStatus, kind: str, body: bytes) -> None:
        self.send_response(status)
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text") else kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing: the terminal belongs to the report."""
