"""``reportgen explain``: where a figure comes from and goes to; what a code or a rule means."""

from __future__ import annotations

from reportgen.cli.answer import Answer
from reportgen.cli.call import Call

DESCRIPTION = """\
Giải thích một số liệu (giá trị, đơn vị, công thức, lấy từ đâu, in ở đâu),
một mã lỗi (như SL10) hoặc một quy tắc trình bày (như quoc_hieu.size)."""

EXAMPLES = (
    ("reportgen explain thang-2-2020.ho_ngheo_cuoi_ky", "xem một số liệu của báo cáo tháng 2/2020"),
    ("reportgen explain SL10", "xem ý nghĩa một mã lỗi và cách sửa"),
    ("reportgen explain quoc_hieu.size", "xem một quy tắc trình bày và điều khoản quy định"),
)


def add_arguments(parser) -> None:
    """The options of this command."""
    parser.add_argument("what", metavar="ĐIỀU-CẦN-BIẾT", help="BÁO-CÁO.SỐ-LIỆU, mã lỗi, mã quy tắc, hoặc tên dùng trong lời văn")


def run(call: Call) -> Answer:
    """The page of a code or rule if it is one, else of a figure. UsageError LE05 with the nearest names."""
    from reportgen.codes import known_codes, page_of

    what = call.args.what
    page = page_of(what)
    if page:
        return Answer(lines=tuple(page.lines()), data={"code": page.as_data()})
    from reportgen.context import TERMS
    from reportgen.trace import trace

    if what in TERMS:
        meaning = (f"{what}: {TERMS[what]}", f"  viết trong lời văn: {{{{ {what} }}}}")
        return Answer(lines=meaning, data={"term": {"name": what, "meaning": TERMS[what]}})
    traced = trace(call.project, what, codes=known_codes())
    return Answer(
        lines=tuple(traced.lines()), findings=traced.findings, data={"figure": traced.as_data()}
    )
