"""``reportgen check`` as a user calls it: what is printed, what the exit code says, what is written."""

import json

import docx
import pytest
from docx.shared import Pt


def test_a_clean_document(run, clean):
    said = run("check", "sach.docx", "--muc", "tat-ca")
    assert said.code == 0
    assert "không có gì phải sửa" in said.out
    assert "Kiểm theo Nghị định 30/2020/NĐ-CP [nd30-2020]: văn bản của cơ quan nhà nước, ngày 06/10/2025" in said.out
    assert said.err == ""


def test_a_faulty_document_is_told_from_the_top_of_the_page_down(run, faulty):
    said = run("check", "van ban/loi.docx")
    assert said.code == 1
    headings = [line for line in said.out.splitlines() if line in ("Trang giấy", "Số, ký hiệu", "Nội dung")]
    assert headings == ["Trang giấy", "Số, ký hiệu", "Nội dung"]
    assert "lề trái 20 mm; cho phép 30–35 mm" in said.out
    assert "cỡ chữ 15" in said.out
    assert "căn trái; phải căn đều hai bên (2 chỗ)" in said.out
    assert "page.margin.left" in said.out and "NĐ30 PL I" in said.out


def test_the_last_lines_say_what_to_do_next(run, faulty):
    said = run("check", "van ban/loi.docx")
    assert 'reportgen check "van ban/loi.docx" --comments' in said.out.splitlines()[-1]


def test_fix_is_offered_with_the_count_of_what_it_can_mend(run, faulty):
    lines = run("check", "van ban/loi.docx").out.splitlines()
    offer = next(line for line in lines if "reportgen fix" in line)
    assert offer == 'Sửa được 3 trong 3 điểm vào một bản mới: reportgen fix "van ban/loi.docx"'
    asked = run("check", "van ban/loi.docx", "--the-thuc", "nd30-2020").out
    assert 'reportgen fix "van ban/loi.docx" --the-thuc nd30-2020' in asked


def test_fix_is_not_offered_where_it_can_mend_nothing(run, built_report, tmp_path):
    document = docx.Document(built_report("mau-bao-cao"))
    name = next(p for t in document.tables for c in t._cells for p in c.paragraphs if p.style.name == "Họ tên người ký")
    name.runs[0].text = "TRẦN THỊ MƯỜI"
    document.save(tmp_path / "ten.docx")
    said = run("check", "ten.docx").out
    assert "ho_ten.case" in said and "--comments" in said
    assert "reportgen fix" not in said


def test_what_fix_can_mend_is_what_it_mends(run, faulty):
    offered = run("check", "van ban/loi.docx").out
    mended = run("fix", "van ban/loi.docx", "--thu").out
    assert "Sửa được 3 trong 3 điểm" in offered and "phải sửa tay" not in mended


def test_hints_are_told_on_request(run, faulty):
    assert "Custom Margins" not in run("check", "van ban/loi.docx").out
    assert "Custom Margins" in run("check", "van ban/loi.docx", "-v").out


def counts(said) -> dict:
    return json.loads(said.out)["documents"][0]["counts"]


def test_levels_hide_what_is_milder(run, faulty):
    strict, usual, all_ = (counts(run("check", "van ban/loi.docx", "--json", "--muc", m)) for m in ("bat-buoc", "thong-le", "tat-ca"))
    assert strict["warning"] == strict["info"] == usual["info"] == 0
    assert strict["error"] == usual["error"] == all_["error"] > 0
    assert strict["hidden"] == usual["warning"] + all_["info"]
    assert all_["hidden"] == 0


def test_warnings_fail_only_where_asked(run, built_report, tmp_path):
    document = docx.Document(built_report("mau-bao-cao"))
    number = next(p for t in document.tables for c in t._cells for p in c.paragraphs if p.text.startswith("Số"))
    for piece in number.runs:
        piece.font.size = Pt(14)
    document.save(tmp_path / "la.docx")
    said = run("check", "la.docx", "--json")
    assert (counts(said)["error"], counts(said)["warning"]) == (0, 1)
    assert said.code == 0
    assert run("check", "la.docx", "--nghiem").code == 1
    assert run("check", "la.docx", "--nghiem", "--muc", "bat-buoc").code == 0


@pytest.mark.parametrize(
    ("typed", "code", "words"),
    [
        (["khong-co.docx"], "KT01", "không có tệp khong-co.docx"),
        (["sacj.docx"], "KT01", "có phải «sach.docx»?"),
        (["trong"], "KT02", "không có tệp Word nào"),
        (["*.doc"], "KT02", "không có tệp Word nào khớp"),
        ([], "KT06", "chưa ghi tệp"),
        (["sach.docx", "--the-thuc", "nd30"], "KT03", "có phải «nd30-2020»?"),
        (["sach.docx", "--tong-hop", "a.pdf"], "KT06", "--tong-hop"),
        (["sach.docx", "--jobs", "-2"], "KT06", "--jobs"),
        (["sach.docx", "--out", "sach.docx"], "KT06", "--out"),
        (["sach.docx", "--muc", "nhe"], "LE03", "--muc"),
    ],
)
def test_wrong_use(run, clean, tmp_path, typed, code, words):
    (tmp_path / "trong").mkdir()
    said = run("check", *typed)
    assert said.code == 2
    assert code in said.err and words in said.err
    assert said.out == ""


def test_two_things_cannot_go_to_the_screen(run, clean):
    said = run("check", "sach.docx", "--json", "--sarif")
    assert said.code == 2
    assert [f["code"] for f in json.loads(said.out)["findings"]] == ["KT06"]


def test_the_regulation_may_be_named(run, clean):
    said = run("check", "sach.docx", "--the-thuc", "tt01-2011")
    assert said.code == 1
    assert "Thông tư 01/2011/TT-BNV [tt01-2011]: theo yêu cầu (--the-thuc)" in said.out
    assert "tt01.page_number.position" in said.out


def test_files_patterns_and_folders_each_document_once(run, clean, faulty):
    said = run("check", "sach.docx", "s*.docx", ".", "van ban", "--json")
    assert [d["file"] for d in json.loads(said.out)["documents"]] == ["sach.docx", "van ban/loi.docx"]


def test_the_checked_file_is_never_touched(run, faulty):
    before = faulty.read_bytes()
    run("check", "van ban/loi.docx", "--html", "--comments")
    assert faulty.read_bytes() == before


def test_no_project_is_needed_and_none_is_disturbed(run, clean):
    run("check", "sach.docx")
    assert [p.name for p in clean.parent.iterdir()] == ["sach.docx"]


def test_json_holds_every_place(run, faulty):
    data = json.loads(run("check", "van ban/loi.docx", "--json").out)
    assert set(data) == {"reportgen", "command", "documents", "summary", "findings", "files", "exit_code"}
    document = data["documents"][0]
    assert set(document) == {
        "file", "state", "kind", "number", "dated", "subject", "issuer", "regime", "counts", "findings", "files"
    }  # fmt: skip
    assert document["regime"]["key"] == "nd30-2020" and document["kind"] == "Báo cáo"
    left = next(f for f in document["findings"] if f["code"] == "noi_dung.align")
    assert set(left) == {
        "code", "severity", "blocks", "message", "place", "places", "found", "expected", "authority", "hint", "accepted"
    }  # fmt: skip
    assert len(left["places"]) == 2
    assert all(place["paragraph"] > 0 and place["quote"] for place in left["places"])
    assert data["exit_code"] == 1


def test_a_pipe_gets_no_colours_and_no_folded_lines(run, faulty):
    said = run("check", "van ban/loi.docx")
    assert "\x1b" not in said.out
