"""The number of each kind under each regulation, and types whose name is no kind."""

import pytest

from reportgen.errors import DataError

KG = {"kinh_gui": "[Sở Nội vụ]"}


@pytest.mark.parametrize(
    ("name", "agency", "day", "more", "number"),
    [
        ("báo cáo", "so", "06/10/2025", {}, "Số:        /BC-STC"),
        ("báo cáo", "so", "06/10/2025", {"so_van_ban": '"07"'}, "Số: 07/BC-STC"),
        (
            "công văn",
            "so",
            "06/10/2025",
            {"don_vi_soan_thao": "QLNS", "so_van_ban": "15", **KG},
            "Số: 15/STC-QLNS",
        ),
        ("giấy nghỉ phép", "so", "06/10/2025", {}, "Số:        /GNP-STC"),
        ("giấy nghỉ phép", "so", "06/01/2020", {}, "Số:        /NP-STC"),
        ("quy định", "so", "06/10/2025", {}, "Số:        /QyĐ-STC"),
        ("kế hoạch", "mat-tran", "06/10/2025", {}, "Số:        /KH-MTTQ-BTT"),
        ("công văn", "mat-tran", "06/10/2025", {"so_van_ban": "249", **KG}, "Số: 249/MTTQ-BTT"),
        ("báo cáo", "tinh-uy", "06/7/2026", {}, "Số        -BC/VPTU"),
        ("quy định", "tinh-uy", "06/7/2026", {"so_van_ban": '"05"'}, "Số 05-QĐ/VPTU"),
        ("công văn", "tinh-uy", "06/7/2026", {"so_van_ban": "138", **KG}, "Số 138-CV/VPTU"),
    ],
)
def test_the_number(document, name, agency, day, more, number):
    assert document(name, agency, day, **more).draft.context["so_ky_hieu"] == number


def test_a_type_may_bring_its_own_code(document):
    made = document("phiếu trình", type_="ky_hieu_loai: PTr\n")
    assert made.draft.context["so_ky_hieu"] == "Số:        /PTr-STC"


@pytest.mark.parametrize(
    ("name", "agency", "day", "offered"),
    [
        ("báo cao nhanh", "so", "06/10/2025", "báo cáo"),
        ("kết luận", "so", "06/10/2025", ""),
        ("công điện", "tinh-uy", "06/7/2026", ""),
    ],
)
def test_an_unknown_name_is_refused_and_the_nearest_offered(document, name, agency, day, offered):
    with pytest.raises(DataError) as caught:
        document(name, agency, day)
    (finding,) = caught.value.findings
    assert (finding.code, finding.place.file, finding.place.line) == ("DL60", "templates/loai/loai.yml", 1)
    assert f"«{offered}»" in finding.hint if offered else "ky_hieu_loai" in finding.hint


def test_a_code_that_belongs_to_another_kind_is_seen_on_the_page(document):
    made = document("báo cáo", type_="ky_hieu_loai: KH\n")
    assert made.codes == ["TT47"]
    assert "«BC»" in made.findings[0].expected
