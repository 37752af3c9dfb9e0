"""``reportgen fix`` as a văn thư calls it."""

import json

import pytest

from reportgen.cli import main

FAULTS = "quoc_hieu.size = 15; margin.top = 12; so_ky_hieu.size = 14"


@pytest.fixture
def run(monkeypatch, capsys, tmp_path):
    """``run("--thu")``: exit code, standard output, standard error, in a folder with ``bao-cao.docx``."""
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.chdir(tmp_path)

    def call(*argv):
        code = main(["fix", *argv])
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


@pytest.fixture
def report(papers, pack, spoil, line, tmp_path):
    """``report(changes)`` writes ``bao-cao.docx``."""

    def write(changes=FAULTS, name="bao-cao.docx"):
        paper = papers["report"]("nd30-2020")
        spoil(paper, changes.replace("năm 2020", "năm 2024"), line)
        paper["dia_danh"].text = "Hà Tĩnh, ngày 21 tháng 02 năm 2024"
        path = tmp_path / name
        path.write_bytes(pack(paper))
        return path

    return write


def test_the_mended_file_stands_beside_the_old_one(run, report, tmp_path):
    path = report()
    old = path.read_bytes()
    code, out, _ = run("bao-cao.docx")
    assert code == 0
    assert path.read_bytes() == old
    assert (tmp_path / "bao-cao.da-sua.docx").exists()
    assert "bao-cao.docx: sửa 3 chỗ (theo Nghị định 30/2020/NĐ-CP" in out
    assert "    cỡ 15 → cỡ 13 ở «CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM»  [quoc_hieu.size; NĐ30 PL I, Phần I, Mục II.1.a" in out
    assert "đã ghi bao-cao.da-sua.docx" in out
    assert run("bao-cao.da-sua.docx")[1].startswith("bao-cao.da-sua.docx: không có gì để sửa")


def test_a_dry_run_writes_nothing(run, report, tmp_path):
    report()
    code, out, _ = run("bao-cao.docx", "--thu")
    assert (code, sorted(p.name for p in tmp_path.iterdir())) == (0, ["bao-cao.docx"])
    assert "lề trên 12 mm → lề trên 20 mm" in out


def test_what_is_left_is_told_with_the_reason_and_fails(run, report):
    report('nguoi_ky.text = "NGUYỄN VĂN A"')
    code, out, _ = run("bao-cao.docx")
    assert code == 1
    assert "không có gì để sửa, còn 1 điểm phải sửa tay" in out
    assert "vì: liên quan đến tên người, tên cơ quan: chương trình không sửa" in out


def test_in_place_keeps_the_old_file(run, report, tmp_path):
    path = report()
    old = path.read_bytes()
    run("bao-cao.docx", "--tai-cho")
    kept = tmp_path / "bao-cao.ban-goc.docx"
    assert kept.read_bytes() == old and path.read_bytes() != old
    newer = report("quoc_hieu.size = 16").read_bytes()
    run("bao-cao.docx", "--tai-cho")
    assert kept.read_bytes() == old
    assert (tmp_path / "bao-cao.ban-goc-2.docx").read_bytes() == newer


def test_somebody_elses_file_is_never_overwritten(run, report, tmp_path):
    report()
    (tmp_path / "bao-cao.da-sua.docx").write_bytes(b"cua nguoi khac")
    code, _, err = run("bao-cao.docx")
    assert (code, (tmp_path / "bao-cao.da-sua.docx").read_bytes()) == (2, b"cua nguoi khac")
    assert "LE10" in err
    assert run("bao-cao.docx", "--force")[0] == 0


def test_out_is_a_file_or_a_folder(run, report, tmp_path):
    report()
    run("bao-cao.docx", "--out", "khac.docx")
    run("bao-cao.docx", "--out", "thu-muc")
    assert (tmp_path / "khac.docx").read_bytes() == (tmp_path / "thu-muc" / "bao-cao.da-sua.docx").read_bytes()


def test_rules_are_chosen_by_code(run, report):
    report()
    assert "sửa 1 chỗ" in run("bao-cao.docx", "--thu", "--chi", "page.margin")[1]
    assert "sửa 2 chỗ, còn 1 điểm" in run("bao-cao.docx", "--thu", "--tru", "so.size")[1]


def test_what_the_office_accepts_is_not_mended(run, report, tmp_path):
    report()
    (tmp_path / "kiem-tra.yml").write_text("chap_nhan:\n  so.size: quy chế của cơ quan\n", encoding="utf-8")
    code, out, _ = run("bao-cao.docx", "--thu")
    assert code == 0 and "sửa 2 chỗ (theo" in out


def test_a_folder_is_mended_without_what_was_made_before(run, report, tmp_path):
    report()
    run("bao-cao.docx")
    code, out, _ = run(".", "--thu")
    assert code == 0 and out.count("sửa 3 chỗ") == 1 and "da-sua" not in out


def test_a_broken_file_does_not_stop_the_others(run, report, tmp_path):
    report()
    (tmp_path / "hong.docx").write_bytes(b"PK\x03\x04 hong")
    code, out, err = run("hong.docx", "bao-cao.docx")
    assert code == 4 and "TT03" in err and "đã ghi bao-cao.da-sua.docx" in out


def test_programs_get_json(run, report, capsys):
    report('quoc_hieu.size = 15; nguoi_ky.text = "NGUYỄN VĂN A"')
    code, out, _ = run("bao-cao.docx", "--thu", "--json")
    (told,) = json.loads(out)["documents"]
    assert code == 1
    assert [(m["code"], m["before"], m["after"]) for m in told["mended"]] == [("quoc_hieu.size", "cỡ 15", "cỡ 13")]
    assert [item["code"] for item in told["left"]] == ["ho_ten.case"]


@pytest.mark.parametrize(
    ("argv", "code"),
    [
        ((), "KT27"),
        (("khong-co.docx",), "KT01"),
        (("bao-cao.docx", "--chi", "co_chu"), "KT24"),
        (("bao-cao.docx", "--the-thuc", "nd30"), "KT03"),
        (("bao-cao.docx", "--tai-cho", "--out", "x.docx"), "KT27"),
        (("bao-cao.docx", "b.docx", "--out", "x.docx"), "KT27"),
    ],
)
def test_wrong_use_is_told(run, report, argv, code):
    report()
    report(name="b.docx")
    result, _, err = run(*argv)
    assert result == 2 and code in err


def test_capitals_are_mended_only_when_asked_for(run, report):
    report("noi_dung[1].text = 'Ủy Ban nhân dân tỉnh giao Sở Nội vụ thực hiện , báo cáo.'")
    _, usual, _ = run("bao-cao.docx", "--thu")
    assert "chinh_ta.space_before" in usual
    assert "caps.uy_ban_nhan_dan]\n      vì: chữ viết hoa chỉ sửa khi ghi thêm --viet-hoa" in usual
    _, asked, _ = run("bao-cao.docx", "--thu", "--viet-hoa")
    assert "«Ủy Ban nhân dân» → «Ủy ban nhân dân»" in asked
