"""Mended as tracked changes: accepting all gives the plain mend, rejecting all gives back what was there, text and looks."""

import re

import pytest

from reportgen.docx.xml import parse, qn

FAULTS = [
    ("report", 'quoc_hieu.size = 15; ten_loai.bold = False; noi_dung[0].italic = True; dia_danh.text = "Hà Tĩnh,ngày 5 tháng 2 năm 2020"'),
    ("report", 'margin.left = 20; page.width = 215.9; page.height = 279.4; noi_dung[2].first = 0; noi_dung[4].before = 0'),
    ("report", 'drop ke_tieu_ngu; tieu_ngu.underline = True; tieu_ngu.text = "ĐỘC LẬP – TỰ DO – HẠNH PHÚC"'),
    ("report", 'noi_dung[0].text = "Ho\\u0323c sinh nghe\\u0300o  được miễn , giảm học phí theo quy định."'),
    ("report", 'page.number_at = "footer"'),
    ("report", "page.title_page = False"),
    ("letter", 'kinh_gui.text = "Kính gửi"; kinh_gui_muc[0].text = "-Ủy ban nhân dân tỉnh"; kinh_gui_muc[1].left = 70'),
    ("decision", 'can_cu[2].text = "Theo đề nghị của Trưởng phòng Bảo trợ xã hội;"; noi_dung[0].text = "Điều 1: Thành lập Tổ công tác"'),
]  # fmt: skip


@pytest.mark.parametrize(("name", "changes"), FAULTS, ids=[c[:40] for _, c in FAULTS])
def test_accept_all_is_the_plain_mend_and_reject_all_the_old_file(papers, pack, spoil, line, mend, page, accept, reject, name, changes):
    paper = papers[name]()
    spoil(paper, changes, line)
    data = pack(paper)
    plain, tracked = mend(data), mend(data, tracked=True)
    assert plain.mends and tracked.mends == plain.mends
    assert page(accept(tracked.content)) == page(plain.content)
    assert page(reject(tracked.content)) == page(data)


def test_every_change_is_signed_numbered_and_undated(papers, pack, spoil, line, mend, members):
    paper = papers["report"]()
    spoil(paper, "; ".join(changes for name, changes in FAULTS[:4] if name == "report"), line)
    content = mend(pack(paper), tracked=True).content
    root = parse(members(content)["word/document.xml"])
    marks = [e for e in root.iter() if re.search(r"}(ins|del|rPrChange|pPrChange|sectPrChange)$", e.tag)]
    kinds = {e.tag.rpartition("}")[2] for e in marks}
    assert kinds == {"ins", "del", "rPrChange", "pPrChange", "sectPrChange"}
    assert {e.get(qn("w:author")) for e in marks} == {"reportgen"}
    assert {e.get(qn("w:date")) for e in marks} == {None}
    numbers = [e.get(qn("w:id")) for e in marks]
    assert len(set(numbers)) == len(numbers)


def test_words_change_as_words(papers, pack, spoil, line, mend, members):
    """A reader of the changes sees «5» become «05», not the whole line."""
    paper = papers["report"]()
    spoil(paper, 'dia_danh.text = "Hà Tĩnh, ngày 5 tháng 02 năm 2020"', line)
    text = members(mend(pack(paper), tracked=True).content)["word/document.xml"].decode()
    assert re.findall(r"<w:delText[^>]*>([^<]*)</w:delText>", text) == ["5"]
    assert re.findall(r"<w:ins [^>]*>.*?<w:t[^>]*>([^<]*)</w:t>", text) == ["05"]
