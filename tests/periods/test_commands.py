"""The commands around periods: ``freeze``, ``list``, ``explain``, ``schema``."""

import json

import pytest

from reportgen.cli import main
from reportgen.vietnamese.periods import Period

JUNE = Period("thang", 2020, 6)


@pytest.fixture
def run(office, capsys, monkeypatch):
    """``run("list")``: exit code, standard output, standard error; in a project of two years."""
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.chdir(office.folder)
    office.months(2019, *range(100, 112), plan=office.plan)
    office.months(2020, *range(200, 212), plan=office.plan)

    def call(*argv):
        code = main(list(argv))
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


def test_freeze(run):
    code, out, err = run("freeze", "thang-5-2020")
    assert (code, out) == (1, "") and "LE40" in err
    run("build", "thang-5-2020", "thang-6-2020")
    code, out, err = run("freeze", "thang-5-2020", "thang-6-2020")
    assert code == 0 and "KY19" in err
    assert out.splitlines() == ["đã chốt data/da-ban-hanh/thang-5-2020.json", "đã chốt data/da-ban-hanh/thang-6-2020.json"]
    assert run("freeze", "thang-5-2020")[1] == "không đổi data/da-ban-hanh/thang-5-2020.json\n"
    assert run("freeze", "thang-5-2020", "thang-7-2020")[0] == 4
    assert run("freeze", "thang-5-2O2O")[0] == 2


def test_freeze_for_programs(run):
    run("build", "thang-5-2020")
    answer = json.loads(run("freeze", "thang-5-2020", "--json")[1])
    assert answer["files"][0]["path"] == "data/da-ban-hanh/thang-5-2020.json"


def test_list_says_where_each_report_stands(run, office):
    office.report(Period("thang", 2020, 7), ho_ngheo="", thu_ns="10,0")
    office.report(Period("thang", 2020, 8), ho_ngheo="{gia_tri: 207, chua_chac: có}", thu_ns="10,0")
    office.report(Period("thang", 2020, 12), ho_ngheo="2O8", thu_ns="10,0")
    run("build", "thang-5-2020")
    run("freeze", "thang-5-2020")
    states = {row["name"]: row["state"] for row in json.loads(run("list", "--json")[1])["reports"]}
    assert states["thang-5-2020"] == "đã chốt"
    assert states["thang-6-2020"] == "dự thảo"
    assert states["thang-7-2020"] == states["thang-8-2020"] == "thiếu số liệu"
    assert states["thang-12-2020"] == "có lỗi"
    assert states["thang-1-2019"] == "thiếu số liệu"  # nothing before it to compare with
    assert "TÌNH TRẠNG" in run("list")[1].splitlines()[0]
    office.report(Period("thang", 2020, 5), ho_ngheo=999, thu_ns="10,0")
    assert "đã chốt, nay có lỗi" in run("list")[1]


def test_explain_shows_the_way_of_a_quoted_figure(run):
    code, out, err = run("explain", "thang-6-2020.ho_ngheo__ky_truoc")
    assert code == 0, err
    assert "Hộ nghèo, kỳ trước" in out and "204 hộ" in out
    assert "lấy từ: báo cáo của kỳ khác: data/thang-5-2020.yml:5:13" in out
    assert "thay số: 50,0 + 10,0 = 60,0 tỷ đồng" in run("explain", "thang-6-2020.thu_ns__luy_ke")[1]


def test_the_editor_knows_the_names(run, office):
    run("schema")
    schema = json.loads((office.folder / "data/schema/bao-cao-thang.json").read_text("utf-8"))
    names = schema["properties"]["so_lieu"]["properties"]
    assert "ho_ngheo__ky_truoc" in names and "lấy từ báo cáo của kỳ khác" in names["ho_ngheo__ky_truoc"]["description"]


def test_a_new_report_starts_without_reasons_and_quotes(run, office):
    source = "{gia_tri: 204, theo_van_ban: Báo cáo số 12/BC-STC ngày 20/5/2020}"
    office.report(JUNE, "dinh_chinh: sót xã", ho_ngheo=205, thu_ns="10,0", ho_ngheo__ky_truoc=source)
    (office.folder / "data/thang-7-2020.yml").unlink()
    assert run("new", "--from", "thang-6-2020")[0] == 0
    lines = (office.folder / "data/thang-7-2020.yml").read_text("utf-8").splitlines()
    assert "dinh_chinh:" in lines and "  ho_ngheo__ky_truoc:" in lines
    office.report(Period("thang", 2020, 7), ho_ngheo=206, thu_ns="10,0", ho_ngheo__ky_truoc="")
    assert office.codes("thang-7-2020") == []
