"""Any number of faults at once: mended, nothing of what was mended is left; a second run changes nothing; letters stay."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.docx.reader import read_marked
from reportgen.mending.letters import is_same

FAULTS = (
    "quoc_hieu.size = 15", "quoc_hieu.bold = False", 'tieu_ngu.text = "Độc lập – Tự do – Hạnh phúc"', "tieu_ngu.italic = True",
    "co_quan_chu_quan.bold = True", 'so_ky_hieu.align = "left"', 'so_ky_hieu.text = "Số /BC-SLĐTBXH"', "so_ky_hieu.size = 14",
    'dia_danh.text = "Hà Tĩnh,ngày 5 tháng 2 năm 2020"', "dia_danh.size = 15", "ten_loai.size = 16", "ten_loai.first = 5",
    'trich_yeu.text = "Kết quả thực hiện Chương trình giảm nghèo tháng 2/2020."', "drop ke_trich_yeu", "drop ke_tieu_ngu",
    "rule ke_co_quan 50 of 62", "noi_dung[*].size = 12", "noi_dung[0].size = 13", 'noi_dung[0].font = "Arial"',
    'noi_dung[2].colour = "FF0000"', "noi_dung[0].italic = True", "noi_dung[0].first = 6", 'noi_dung[2].align = "left"',
    "noi_dung[3].before = 0", "noi_dung[3].line = 400", 'noi_dung[0].text = "Ho\\u0323c sinh nghe\\u0300o  được miễn , giảm."',
    'noi_dung[-1].text = "Sở báo cáo Ủy ban nhân dân tỉnh xem xét, chỉ đạo."', 'noi_nhan_nhan.text = "Nơi nhận"',
    'noi_nhan[0].text = "-UBND tỉnh (để báo cáo)"', 'noi_luu.text = "- Lưu VT, BTXH"', "quyen_han_ky.size = 12",
    'quyen_han_ky.text = "KT.GIÁM ĐỐC"', "nguoi_ky.bold = False", "margin.top = 12", "margin.left = -20", "page.width = 215.9",
    "number.size = 11", 'number.align = "right"', 'page.number_at = "footer"', "page.title_page = False",
)  # fmt: skip


@given(faults=st.sets(st.sampled_from(FAULTS), min_size=2, max_size=9), tracked=st.booleans())
@settings(max_examples=10, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_mixture_of_faults(papers, pack, spoil, line, mend, members, accept, reject, page, faults, tracked):
    paper = papers["report"]()
    spoil(paper, "; ".join(sorted(faults)), line)
    data = pack(paper)
    out = mend(data, tracked=tracked)
    assert {m.code for m in out.mends} & {item.finding.code for item in out.left} == set()
    assert mend(out.content, tracked=tracked).content == out.content
    old, new = (read_marked(members(content)).reading.paragraphs for content in (data, out.content))
    assert all(is_same(a.typed, b.typed) for a, b in zip(old, new, strict=True))
    if tracked:
        assert page(accept(out.content)) == page(mend(data).content)
        assert page(reject(out.content)) == page(data)
