"""Who may see the preview: this machine, with the token, meaning us."""

import http.client
import json
import threading

import pytest

from reportgen.errors import UsageError
from reportgen.preview.attempt import Attempt, Pages
from reportgen.preview.session import Session
from reportgen.project import Project
from reportgen.web.server import Server


@pytest.fixture
def server(tmp_path):
    session = Session(Project(tmp_path), "thang-2", lambda project, name: Attempt((), Pages((b"PNG",), 1, 1, ())))
    session._try([])
    made = Server(session)
    thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield made
    session.stop()
    made.shutdown()
    thread.join()
    made.server_close()


@pytest.fixture
def got(server):
    def ask(path, host=None, method="GET"):
        connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
        connection.request(method, path, headers={"Host": host} if host else {})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, answer.headers, body

    return ask


def test_it_listens_on_this_machine_only(server):
    assert server.server_address[0] == "127.0.0.1"


def test_the_page_with_its_token(server, got):
    status, headers, body = got(f"/{server.token}/")
    assert status == 200 and b"<!doctype html>" in body
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert headers["Cache-Control"] == "no-store"
    assert b"http" not in body.replace(b"http-equiv", b"")


@pytest.mark.parametrize("path", ["/", "/xem", "/sai/", "/sai/trang/1", "/sai/trang.js"])
def test_nothing_without_the_token(path, got):
    assert got(path)[0] == 403


def test_nothing_for_a_host_that_is_not_ours(server, got):
    assert got(f"/{server.token}/", host="bao-cao.example")[0] == 403
    assert got(f"/{server.token}/", host=f"localhost:{server.server_port}")[0] == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_nothing_but_get(method, server, got):
    assert got(f"/{server.token}/", method=method)[0] == 501


@pytest.mark.parametrize("rest", ["trang/0", "trang/2", "trang/x", "../server.py", "trang.html"])
def test_nothing_that_is_not_there(rest, server, got):
    assert got(f"/{server.token}/{rest}")[0] == 404


def test_pictures_and_the_view(server, got):
    assert got(f"/{server.token}/trang/1")[2] == b"PNG"
    data = json.loads(got(f"/{server.token}/xem?tu=0")[2])
    assert (data["name"], data["version"], data["pages"], data["stale"]) == ("thang-2", 1, 1, False)


def test_a_port_in_use_is_said(server):
    with pytest.raises(UsageError) as caught:
        Server(server.session, server.server_port)
    assert caught.value.findings[0].code == "XT01"
