"""``reportgen schema``: JSON Schemas, so that an editor completes and explains the Vietnamese keys."""

from __future__ import annotations

from reportgen.cli.answer import FINDINGS, Answer, Output
from reportgen.cli.call import Call
from reportgen.diagnostics import Place, error

DESCRIPTION = """\
Ghi các tệp JSON Schema vào data/schema/: cơ quan, loại văn bản, báo cáo, và mỗi loại văn bản một tệp
kể tên các số liệu của loại đó. Trình soạn thảo (VS Code có tiện ích YAML) dùng chúng để gợi ý và giải thích
các khóa khi gõ."""

EXAMPLES = (
    ("reportgen schema", "ghi lại mọi tệp gợi ý, sau khi sửa một tệp loai.yml"),
    ("reportgen schema --kiem-tra", "chỉ xem các tệp gợi ý có còn khớp không (mã thoát 1 nếu không)"),
)


def add_arguments(parser) -> None:
    """The options of this command."""
    parser.add_argument("--kiem-tra", action="store_true", help="không ghi, chỉ so với tệp đang có")


def run(call: Call) -> Answer:
    """Write the schemas, or say which are stale."""
    from reportgen.schemas import stale_schemas, write_schemas

    if not call.args.kiem_tra:
        made = write_schemas(call.project)
        files = tuple(Output(f.shown, f.sha256, f.written) for f in made)
        return Answer(lines=tuple(f"{'đã ghi' if f.written else 'không đổi'} {f.path}" for f in files), files=files)
    stale = stale_schemas(call.project)
    findings = tuple(
        error("LE30", "tệp gợi ý không còn khớp với khai báo", Place(shown), hint="chạy: reportgen schema") for shown in stale
    )
    lines = () if stale else ("các tệp gợi ý đều khớp",)
    return Answer(lines=lines, findings=findings, data={"stale": stale}, exit_code=FINDINGS if stale else 0)
