"""A document of a batch is the document of a report with the same figures, and its row is judged as that report is."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.batch.books import rows_of
from reportgen.batch.columns import targets_of
from reportgen.batch.declared import load_base
from reportgen.batch.making import Task, key_of, make_long, make_row, opened, packed
from reportgen.batch.nouns import Row
from reportgen.batch.plan import make_plan
from reportgen.build import build
from reportgen.errors import DataError
from reportgen.project import Project

REPORT = """\
loai: bao-cao-xa
co_quan: cam-lo
ky_bao_cao: năm 2019
ngay_ban_hanh: {day}
so_van_ban: {number}
nguoi_ky: Phó Chủ tịch
kinh_gui: {addressees}
chu_rieng: {{ten_xa: {name}}}
so_lieu: {{tong_so_ho: "{total}", ho_ngheo: "{poor}", ho_chinh_sach: "{policy}", ho_cung: "{hard}", von: {loan}}}
"""


def test_the_bytes_are_those_of_build(place, book, batch, files):
    headers = ("Tên xã", "Tổng số hộ", "Hộ nghèo", "Hộ nghèo chính sách", "Hộ nghèo cứng", "Vốn vay", "Số văn bản", "Kính gửi", "Ngày ban hành")
    book([("xã Cam Hiếu", 1747, 85, 13, 72, 150, 7, "UBND xã Cam Hiếu; Đảng ủy xã", "20/12/2019")], headers)
    outcome = batch()
    assert (outcome.made, outcome.failed) == (1, 0)
    text = REPORT.format(
        name="xã Cam Hiếu", total=1747, poor=85, policy=13, hard=72, loan=150, number="07", day="20/12/2019",
        addressees="[UBND xã Cam Hiếu, Đảng ủy xã]",
    )
    (place / "data/mot.yml").write_text(text, "utf-8")
    same = build(Project(place), "mot", out=place / "mot").path.read_bytes()
    assert files(place / "output")["xa-cam-hieu.docx"] == same


def test_a_row_gets_the_findings_build_gives(place, book, batch, files):
    book([(1, "xã Cam Hiếu", 1747, 85, 13, 73, None)])
    outcome = batch()
    text = REPORT.format(
        name="xã Cam Hiếu", total=1747, poor=85, policy=13, hard=73, loan="", number="", day="15/12/2019", addressees=""
    )
    (place / "data/mot.yml").write_text(text, "utf-8")
    with pytest.raises(DataError) as failure:
        build(Project(place), "mot")
    assert outcome.failed == 1 and files(place / "output") == {}
    assert [(f.code, f.message, f.hint) for f in outcome.failures] == [(f.code, f.message, f.hint) for f in failure.value.findings]
    assert str(outcome.failures[0].place).endswith("xa.xlsx!Xã!D2")


@pytest.fixture
def worker(place, book):
    """Plan, columns and the short way for the project's own workbook."""
    path = book()
    project = Project(place)
    base = load_base(project, "bao-cao-xa")
    plan = make_plan(project, base)
    columns = next(rows_of(plan, path, targets_of(base, plan.kind, plan.indicators), [])).columns
    sent = packed(plan)
    known = packed(columns)
    return opened(Task(key_of(sent, known), sent, known, (), (), ()))


CELL = st.one_of(
    st.integers(0, 3000), st.integers(-5, 10**19), st.none(), st.decimals(-5, 5000, places=2), st.sampled_from(["12", "1.234", "x", " 7", "007", ""])
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_the_short_way_makes_what_the_long_way_makes(worker, data):
    plan, page, columns = worker
    policy, hard = data.draw(st.integers(0, 90)), data.draw(st.integers(0, 90))
    plain = ["xã Cam An", data.draw(st.integers(0, 3000)), policy + hard, policy, hard, data.draw(st.sampled_from([None, 5]))]
    spot = data.draw(st.integers(0, 11))
    if spot < 6:
        plain[spot] = data.draw(CELL)
    row = Row(2, tuple(plain))
    short, long = make_row(plan, page.contexts([row])[0], columns, row, "x", False), make_long(plan, columns, row, "x", False)
    assert (short.content, short.findings) == (long.content, long.findings)


def test_a_plain_row_goes_the_short_way(worker):
    plan, page, columns = worker
    (ready,) = page.contexts([Row(2, ("xã Cam An", 1779, 79, 5, 74, None))])
    assert ready and str(ready.context["ty_le"]) == "4,44%" and ready.context["von"] is None


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_worker_or_two_the_same_files(place, book, batch, files, jobs):
    book([(n, f"xã Số {n}", 1000 + n, 10 + n, 10, n if n % 17 else n + 1, None) for n in range(1, 81)])
    outcome = batch(jobs=jobs, out=place / f"nguoi-{jobs}")
    assert (outcome.made, outcome.failed) == (76, 4)
    batch(jobs=1, out=place / "mau")
    for name, content in files(place / "mau").items():
        assert (place / f"nguoi-{jobs}" / name).read_bytes() == content
    for name in ("manifest.json", "tong-hop.xlsx"):
        one, other = ((place / folder / name).read_bytes() for folder in ("mau", f"nguoi-{jobs}"))
        assert one.replace(b"mau/", b"") == other.replace(f"nguoi-{jobs}/".encode(), b"")


def test_the_manifest_tells_what_was_made_of_what(place, book, batch, files):
    book([(1, "xã Cam Hiếu", 1747, 85, 13, 72, None), (2, "xã Cam An", 1779, 79, 5, 73, None)])
    batch()
    manifest = json.loads((place / "output/manifest.json").read_text("utf-8"))
    good, bad = manifest["documents"]
    assert (good["unit"], good["row"], good["file"]) == ("xã Cam Hiếu", "xa.xlsx!Xã!B2", "xa-cam-hieu.docx")
    assert bad["failed"] and bad["findings"][0]["code"] == "SL30" and "file" not in bad
    assert {item["file"] for item in manifest["inputs"]} >= {"data/hang-loat/bao-cao-xa.yml", "templates/bao-cao-xa/loai.yml"}
    assert (manifest["total"], manifest["good"], manifest["failed"]) == (2, 1, 1)


def test_the_first_document_is_judged_and_the_others_by_sample(place, book, batch, files):
    book([(n, f"xã Số {n}", 1000, 20, 10, 10, None) for n in range(1, 6)])
    batch()
    first = json.loads((place / "output/manifest.json").read_text("utf-8"))["documents"]
    assert [bool(unit.get("judged")) for unit in first] == [True, False, False, False, False]
    batch(judge_all=True)
    every = json.loads((place / "output/manifest.json").read_text("utf-8"))["documents"]
    assert all(unit["judged"] for unit in every)
