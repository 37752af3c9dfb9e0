"""The terminal: UTF-8 whatever it was set to, colour only where wanted, findings as a clerk reads them."""

import io
import json
import os
import subprocess
import sys

import pytest

from reportgen.cli import main
from reportgen.cli.answer import Output
from reportgen.cli.commands.build import exit_code
from reportgen.cli.console import wants_colour
from reportgen.cli.excerpt import excerpt
from reportgen.cli.findings_text import block, blocks, summary
from reportgen.cli.json_text import finding_data
from reportgen.cli.table import columns
from reportgen.diagnostics import Finding, Place, Severity, error, warning

SUM = Finding(
    "SL30", Severity.ERROR, "tổng không khớp", Place("data/x.yml", 2, 7), found="10 hộ", expected="12 hộ",
    authority="Điều 5", hint="xem lại",
)  # fmt: skip
KNOWN = Finding("SL30", Severity.ERROR, "số cũ", Place("data/x.yml", 1), accepted="giữ như bản gốc", hint="xem lại")


def started(*argv, **environment):
    """The program in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "reportgen", *argv], capture_output=True, env={**os.environ, **environment}, check=False
    )


@pytest.mark.parametrize("encoding", ["cp1252", "cp1258", "ascii", "utf-16"])
def test_vietnamese_is_printed_whatever_the_console(encoding):
    done = started("--help", PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "cách dùng: reportgen" in done.stdout.decode("utf-8")
    assert "có phải «build»?" in started("biuld", PYTHONIOENCODING=encoding).stderr.decode("utf-8")


def test_a_reader_that_goes_away_is_no_error():
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run([sys.executable, "-m", "reportgen", "--help"], stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")


needs_full = pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full")


@needs_full
@pytest.mark.parametrize(("argv", "code"), [(("--help",), 1), (("biuld", "--json"), 2)])
def test_a_full_disk_behind_the_result_is_said(argv, code):
    with open("/dev/full", "wb") as full:
        done = subprocess.run([sys.executable, "-m", "reportgen", *argv], stdout=full, stderr=subprocess.PIPE, check=False)
    lines = done.stderr.decode("utf-8").splitlines()
    assert done.returncode == code and len(lines) == 2 and lines[0].startswith("lỗi LE12: không ghi được kết quả ra nơi nhận")


@needs_full
def test_a_full_disk_behind_the_messages_is_no_success():
    with open("/dev/full", "wb") as full:
        assert subprocess.run([sys.executable, "-m", "reportgen", "biuld"], stderr=full, check=False).returncode == 2


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell that closes streams")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_no_console_at_all_is_no_crash(closed):
    line = f'exec "{sys.executable}" -m reportgen biuld {closed}'
    done = subprocess.run(["sh", "-c", line], capture_output=True, check=False)
    assert done.returncode == 2 and b"Traceback" not in done.stderr


INTERRUPTED_WHILE_LOADING = """
import sys

class Stop:
    def find_spec(self, name, *rest):
        if name == "{name}":
            raise KeyboardInterrupt

sys.meta_path.insert(0, Stop())
from reportgen.cli import main
sys.exit(main(["list"]))
"""


@pytest.mark.parametrize("name", ["reportgen.cli.entry", "argparse", "reportgen.cli.commands.list", "reportgen.listing"])
def test_stopping_while_modules_are_loaded(name, project_folder):
    code = INTERRUPTED_WHILE_LOADING.replace("{name}", name)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=project_folder, check=False)
    assert (done.returncode, done.stderr.decode("utf-8")) == (130, "\nĐã dừng theo yêu cầu.\n")


def test_stopping_by_hand(monkeypatch, capsys, project_folder):
    def interrupted(project):
        raise KeyboardInterrupt

    monkeypatch.setattr("reportgen.listing.list_reports", interrupted)
    assert main(["--du-an", str(project_folder), "list"]) == 130
    assert capsys.readouterr().err == "\nĐã dừng theo yêu cầu.\n"


def test_a_bug_of_ours_keeps_its_traceback(monkeypatch, project_folder):
    def broken(project):
        raise ZeroDivisionError

    monkeypatch.setattr("reportgen.listing.list_reports", broken)
    with pytest.raises(ZeroDivisionError):
        main(["--du-an", str(project_folder), "list"])


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(
    "stream, environment, wanted",
    [
        (Terminal(), {"TERM": "xterm"}, True),
        (Terminal(), {"TERM": "xterm", "NO_COLOR": "1"}, False),
        (Terminal(), {"TERM": "dumb"}, False),
        (io.StringIO(), {"TERM": "xterm"}, False),
    ],
)
def test_colour_only_on_a_terminal_that_wants_it(monkeypatch, stream, environment, wanted):
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert wants_colour(stream) is wanted


def test_a_finding_reads_place_kind_code_message_then_details():
    assert block(SUM, None, colour=False) == [
        "data/x.yml:2:7 lỗi SL30: tổng không khớp",
        "    đang ghi: 10 hộ",
        "    phải là: 12 hộ",
        "    gợi ý: xem lại",
        "    căn cứ: Điều 5",
    ]
    assert block(SUM, None, colour=True)[0] == "data/x.yml:2:7 \x1b[31;1mlỗi\x1b[0m SL30: tổng không khớp"


def test_long_lines_are_folded_on_a_terminal():
    long = error("SL30", " ".join(["chữ"] * 40), Place("data/x.yml", 2))
    lines = block(long, None, colour=False, width=60)
    assert max(map(len, lines)) <= 60 and all(line.startswith("    chữ") for line in lines[1:])


@pytest.mark.parametrize(
    "findings, options, shown",
    [
        ([SUM, KNOWN], {}, ["SL30: tổng"]),
        ([SUM, KNOWN], {"verbose": True}, ["SL30: tổng", "Đã biết", "SL30: số cũ", "giữ như bản gốc"]),
        ([KNOWN], {}, ["Đã biết", "SL30: số cũ", "giữ như bản gốc"]),
        ([KNOWN], {"quiet": True}, []),
        ([SUM, warning("X", "nhẹ")], {"quiet": True}, ["SL30: tổng"]),
        ([SUM, SUM], {}, ["SL30: tổng"]),
    ],
)
def test_what_is_shown(findings, options, shown):
    text = "\n".join(blocks(findings, None, colour=False, **options))
    assert all(words in text for words in shown)
    assert text.count(" SL30: ") + text.count(" X: ") == sum("SL30" in words for words in shown)
    assert "gợi ý" not in text.partition("Đã biết")[2]


@pytest.mark.parametrize(
    "findings, files, line",
    [
        ([SUM], [], "1 lỗi; không ghi tệp nào"),
        ([SUM, error("A", "b"), warning("C", "d"), KNOWN], [], "2 lỗi, 1 cảnh báo, 1 điểm đã chấp nhận; không ghi tệp nào"),
        ([KNOWN], [Output("output/x.docx", "")], "1 điểm đã chấp nhận"),
    ],
)
def test_the_last_line_counts(findings, files, line):
    assert summary(findings, files) == line


@pytest.mark.parametrize(
    "place, lines",
    [
        (Place("a.yml", 2, 5), ["    2 |   hộ: 1", "      |     ^"]),
        (Place("a.yml", 2), ["    2 |   hộ: 1"]),
        (Place("a.yml", 9, 1), []),
        (Place("a.docx", 1, 1), []),
        (Place("b.yml", 1, 1), []),
        (Place("a.yml"), []),
    ],
)
def test_the_line_meant_is_quoted(tmp_path, place, lines):
    (tmp_path / "a.yml").write_text("so_lieu:\n  hộ: 1\n", "utf-8")
    assert excerpt(place, tmp_path) == lines


@pytest.mark.parametrize("column", [1, 150, 300])
def test_a_long_line_is_cut_around_the_place(tmp_path, column):
    (tmp_path / "a.md").write_text("x" * (column - 1) + "Đ" + "x" * (300 - column) + "\n", "utf-8")
    line, mark = excerpt(Place("a.md", 1, column), tmp_path)
    assert len(line) < 115 and line[mark.index("^")] == "Đ"


@pytest.mark.parametrize(
    "codes, code", [([0], 0), ([0, 0], 0), ([0, 1], 4), ([1, 0, 2], 4), ([1], 1), ([2], 2), ([2, 2], 2), ([1, 2], 1)]
)
def test_exit_codes_of_a_batch(codes, code):
    assert exit_code(codes) == code


def test_part_of_a_batch(run, project_folder):
    said = run("build", "thang-2-2020", "thang-1-2020", folder=project_folder)
    assert (said.code, said.out) == (4, "đã ghi output/thang-2-2020.docx\n")
    assert "LE01" in said.err and "1/2 báo cáo dựng được" in said.err


def test_out_and_json_say_where_and_which_bytes(run, project_folder, tmp_path_factory):
    import hashlib

    elsewhere = tmp_path_factory.mktemp("kết quả")
    answer = json.loads(run("build", "thang-2-2020", "--out", str(elsewhere), "--json", folder=project_folder).out)
    built = elsewhere / "thang-2-2020.docx"
    file = {"name": "thang-2-2020", "path": built.as_posix(), "written": True}
    assert answer["files"] == [{**file, "sha256": hashlib.sha256(built.read_bytes()).hexdigest()}]
    assert not list((project_folder / "output").glob("*.docx"))


def test_quiet_says_only_what_was_made(run, project_folder):
    said = run("build", "thang-2-2020", "-q", folder=project_folder)
    assert (said.out, said.err) == ("đã ghi output/thang-2-2020.docx\n", "")
    assert run("-q", "build", "thang-2-2020").out == "không đổi output/thang-2-2020.docx\n"


def test_the_json_of_a_finding():
    data = finding_data(KNOWN)
    assert (data["severity"], data["blocks"], data["accepted"]) == ("error", False, "giữ như bản gốc")
    assert data["place"] == {"file": "data/x.yml", "line": 1, "column": 0, "cell": "", "part": "", "quote": "", "paragraph": -1}


def test_columns():
    assert columns([("TÊN", "KỲ"), ("thang-2-2020", "tháng 2"), ("x", "")]) == ["TÊN           KỲ", "thang-2-2020  tháng 2", "x"]
