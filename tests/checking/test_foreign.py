"""Papers the way offices make them: judged, told, marked; nothing of what practice is used to is an error."""

import json
import re

import pytest

HEADS = "one_by_two two_by_two three_by_two one_by_three three_by_three four_by_three floating borders_switched_off".split()


def document(said) -> dict:
    return json.loads(said.out)["documents"][0]


@pytest.mark.parametrize("head", HEADS)
def test_a_usual_report_is_known_for_what_it_is(run, paper, pieces, head):
    paper("la.docx", head=getattr(pieces, head))
    told = document(run("check", "la.docx", "--json"))
    assert told["state"] == "judged"
    assert (told["kind"], told["number"], told["issuer"]) == ("Báo cáo", "Số: /BC-SCT", "SỞ CÔNG THƯƠNG")
    assert told["regime"]["key"] == "nd30-2020"


@pytest.mark.parametrize(
    ("date", "key"),
    [
        ("Lâm Đồng, ngày 21 tháng 02 năm 2020", "tt01-2011"),
        ("Lâm Đồng, ngày 05 tháng 3 năm 2020", "nd30-2020"),
        ("Lâm Đồng, ngày      tháng     năm 2019", "tt01-2011"),
        ("Lâm Đồng, ngày      tháng     năm", "nd30-2020"),
    ],
)
def test_the_regulation_of_its_day(run, paper, pieces, date, key):
    head = pieces.make.table([["".join(pieces.names()), "".join(pieces.nation())], [pieces.number(), pieces.date(date)]])
    paper("la.docx", head=lambda: head)
    assert document(run("check", "la.docx", "--json"))["regime"]["key"] == key


def test_comments_and_page_of_a_foreign_paper(run, paper, pieces, tmp_path):
    audit = pytest.importorskip("openxml_audit")
    paper("la.docx", section=pieces.make.page(margins=(10, 10, 20, 10)))
    run("check", "la.docx", "--comments", "--html")
    before = {str(e) for e in audit.OpenXmlValidator().validate(str(tmp_path / "la.docx")).errors}
    after = {str(e) for e in audit.OpenXmlValidator().validate(str(tmp_path / "la.nhan-xet.docx")).errors}
    assert after <= before
    assert "Số:" in (tmp_path / "la.kiem-tra.html").read_text(encoding="utf-8")


def test_every_refusal_of_the_judge_is_known_as_one(root):
    from reportgen.checking.checked import NOT_OURS

    source = (root / "reportgen" / "checks" / "layout" / "refusal.py").read_text(encoding="utf-8")
    assert set(re.findall(r'"(TT\d\d)"', source)) == NOT_OURS


def test_what_is_no_document_of_an_office_is_told_in_one_line_and_fails_nothing(run, foreign, pieces):
    make = pieces.make
    foreign("gia.docx", make.mid("BẢNG GIÁ VẬT LIỆU", b=True), make.table([[make.mid("STT"), make.mid("Tên")]], (20, 100), more=make.RULED))
    said = run("check", "gia.docx", "--json", "--nghiem")
    told = document(said)
    assert told["state"] == "not_judged" and len(told["findings"]) == 1
    assert said.code == 0
    assert "reportgen fix" not in run("check", "gia.docx").out
