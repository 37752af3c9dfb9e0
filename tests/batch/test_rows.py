"""What is wrong with a header or a row is said with its cell, and stops nothing else."""

import csv

import pytest

from reportgen.errors import DataError, UsageError

GOOD = (1, "xã Cam An", 1779, 79, 5, 74, None)

ROWS = [
    ("a number that does not add up", (2, "xã X", 1000, 50, 20, 29, None), "SL30", "D3"),
    ("a missing figure", (2, "xã X", 1000, None, 20, 30, None), "SL02", "D3"),
    ("a figure with decimals", (2, "xã X", 1000, "50,5", 20, 30, None), "SL04", "D3"),
    ("a text for a number", (2, "xã X", 1000, "nhiều", 20, 30, None), "SL04", "D3"),
    ("a missing name", (2, None, 1000, 50, 20, 30, None), "LO21", "B3"),
    ("a name of nothing but signs", (2, "…", 1000, 50, 20, 30, None), "LO21", "B3"),
    ("a name in an old encoding", (2, "x· nghÌo cña huyÖn", 1000, 50, 20, 30, None), "BT23", "B3"),
    ("an endless name", (2, "xã " * 300, 1000, 50, 20, 30, None), "LO23", "B3"),
    ("a unit that comes twice", (2, "xã cam an", 1000, 50, 20, 30, None), "LO21", "B3"),
    ("a name that is another without diacritics", (2, "xã Cẩm An", 1000, 50, 20, 30, None), "LO21", "B3"),
    ("a zero to divide by", (2, "xã X", 0, 0, 0, 0, None), "SL11", None),
]


@pytest.mark.parametrize(("row", "code", "cell"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_a_wrong_row_is_told_with_its_cell_and_the_others_are_made(place, book, batch, row, code, cell):
    book([GOOD, row, (3, "xã Cam Hiếu", 1747, 85, 13, 72, None)])
    outcome = batch()
    assert (outcome.made, outcome.failed) == (2, 1)
    assert code in [finding.code for finding in outcome.failures]
    if cell:
        assert f"xa.xlsx!Xã!{cell}" in [str(finding.place) for finding in outcome.failures]


def test_letters_totals_notes_and_gaps_are_passed_over_and_said(place, book, batch):
    book(
        [
            ("A", "B", "1", "2", "3", "4", "5"),
            GOOD,
            ("TỔNG CỘNG", None, 1779, 79, 5, 74, None),
            (None, None, None, None, None, None, None),
            (None, "Người lập biểu", None, None, None, None, None),
        ]
    )
    outcome = batch()
    assert (outcome.made, outcome.failed) == (1, 0)
    assert [f.message for f in outcome.notes if f.code == "LO14"] == [
        "bỏ qua dòng tổng «TỔNG CỘNG»", "dòng chữ dưới bảng không được lấy: «Người lập biểu»",
    ]


def test_a_note_right_under_the_table_is_no_unit(book, batch):
    book([GOOD, (None, "Ghi chú: số liệu rà soát cuối năm", *[None] * 5)])
    outcome = batch()
    assert (outcome.made, outcome.failed, [f.code for f in outcome.notes if f.code == "LO14"]) == (1, 0, ["LO14"])


def test_a_unit_without_figures_is_no_note(book, batch):
    book([GOOD, (2, "xã Cam Hiếu", *[None] * 5)])
    outcome = batch()
    assert (outcome.made, outcome.failed) == (1, 1)


def test_figures_behind_a_gap_are_taken_with_a_warning(book, batch):
    book([GOOD, (None,) * 7, (3, "xã Cam Hiếu", 1747, 85, 13, 72, None)])
    outcome = batch()
    assert outcome.made == 2 and [f.severity.name for f in outcome.notes if f.code == "LO14"] == ["WARNING"]


@pytest.mark.parametrize("name", ["Cộng Hòa", "Tổng Cọt", "xã Tổng"])
def test_communes_that_sound_like_totals_are_communes(book, batch, name):
    book([(1, name, 1779, 79, 5, 74, None)])
    assert batch().made == 1


HEADERS = ["TT", "Tên xã", "Tổng số hộ", "Hộ nghèo", "Hộ nghèo chính sách", "Hộ nghèo cứng", "Vốn vay"]


@pytest.mark.parametrize(
    ("headers", "code", "words"),
    [
        (["TT", "Tên xã", "Tổng số hộ", "Hộ nghéo x", *HEADERS[4:]], "LO13", "ho_ngheo"),
        (["TT", "Đơn vị", *HEADERS[2:]], "LO13", "ten_xa"),
        (["TT", "Tên xã", "Tổng số hộ", "Tổng số hộ", *HEADERS[4:]], "LO11", "C1, xa.xlsx"),
        (["a", "b", "c", "d", "e", "f", "g"], "LO10", "Tên xã"),
    ],
)
def test_a_header_that_lacks_something_stops_all_before_anything_is_written(place, book, batch, headers, code, words):
    book(headers=headers)
    with pytest.raises(DataError) as failure:
        batch()
    assert code in [finding.code for finding in failure.value.findings]
    assert list((place / "output").iterdir()) == []


def test_a_column_nobody_asks_for_is_said(book, batch, change):
    book(headers=[*HEADERS[:6], "Vốn vai"])
    told = [f for f in batch().notes if f.code == "LO12"]
    assert [f.found for f in told] == ["Vốn vai"] and "Vốn vay" in told[0].hint
    change("data/hang-loat/bao-cao-xa.yml", "nguoi_ky", "bo_qua_cot: [Vốn vai]\nnguoi_ky")
    assert [f for f in batch().notes if f.code == "LO12"] == []


def test_columns_by_key_by_name_and_by_the_map_of_the_base(place, book, batch, change, files):
    book()
    batch(out=place / "ten")
    book(headers=["STT", "ten_xa", "TONG SO HO", "Nghèo năm 2019", "ho_chinh_sach", "Hộ  nghèo cứng", "von"])
    change("data/hang-loat/bao-cao-xa.yml", "nguoi_ky", 'cot: {ho_ngheo: "Nghèo năm {{ nam }}"}\nnguoi_ky')
    batch(out=place / "ma")
    assert files(place / "ma") == files(place / "ten")


def test_a_figure_all_share_is_typed_once(book, batch, change):
    change("data/hang-loat/bao-cao-xa.yml", "nguoi_ky", "so_lieu: {ho_chinh_sach: 5}\nnguoi_ky")
    book([(1, "xã Cam An", 1779, 79, 74)], ["TT", "Tên xã", "Tổng số hộ", "Hộ nghèo", "Hộ nghèo cứng"])
    assert batch().made == 1


def test_a_figure_typed_and_in_a_column_is_refused_row_by_row(book, batch, change, codes):
    change("data/hang-loat/bao-cao-xa.yml", "nguoi_ky", "so_lieu: {ho_chinh_sach: 5}\nnguoi_ky")
    book([GOOD])
    assert codes(batch().failures) == ["SL03"]


def test_a_date_of_another_layout_is_refused(book, batch, codes):
    book([("xã Cam An", 1779, 79, 5, 74, "05/3/2021")], ["Tên xã", *HEADERS[2:6], "Ngày ban hành"])
    assert codes(batch().failures) == ["LO24"]


def test_a_csv_will_do(place, batch):
    with (place / "xa.csv").open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream, delimiter=";").writerows([HEADERS[1:6], ["xã Cam An", "1.779", "79", "5", "74"], ["xã X", "9", "8", "7", "6"]])
    outcome = batch(data=place / "xa.csv")
    assert (outcome.made, outcome.failed) == (1, 1)
    assert str(outcome.failures[0].place) == "xa.csv:3:3"


def test_a_folder_of_workbooks_makes_one_document_each(place, book, batch, codes):
    book([GOOD], name="tra-ve/cam-an.xlsx")
    book([(1, "xã Cam Hiếu", 1747, 85, 13, 72, None)], headers=["TT", "Đơn vị", *HEADERS[2:]], name="tra-ve/cam-hieu.xlsx")
    book([GOOD, GOOD], name="tra-ve/hai-dong.xlsx")
    (place / "tra-ve/hong.xlsx").write_bytes(b"no workbook")
    (place / "tra-ve/~$cam-an.xlsx").write_bytes(b"open in Excel")
    outcome = batch(data=place / "tra-ve")
    assert (outcome.made, outcome.failed) == (1, 3)
    assert {"BT04", "LO13", "LO15"} <= set(codes(outcome.failures))


def test_a_lower_case_and_a_capital_name_do_not_share_a_file(book, batch, codes):
    book([GOOD, (2, "XÃ CAM AN", 1779, 79, 5, 74, None)])
    assert codes(batch().failures) == ["LO21"]


def test_names_windows_keeps_for_itself(place, book, batch, files):
    book([(1, "CON", 1779, 79, 5, 74, None), (2, "aux.", 1779, 79, 5, 74, None), (3, "Xã " + "dài " * 60, 1779, 79, 5, 74, None)])
    batch()
    names = sorted(files(place / "output"))
    assert names[:2] == ["aux_.docx", "con_.docx"] and len(names[2]) <= 105


@pytest.mark.parametrize(
    ("pattern", "name"), [("{ten_xa}-{nam}", "xa-cam-an-2019"), ("BC {{ ten_xa }} (bản in)", "bc-xa-cam-an-ban-in"), ("{dong}", "2")]
)
def test_names_from_a_pattern(place, book, batch, files, pattern, name):
    book([GOOD])
    batch(name=pattern)
    assert list(files(place / "output")) == [f"{name}.docx"]


@pytest.mark.parametrize("pattern", ["{ten_sa}", "bao-cao"])
def test_a_pattern_that_cannot_be(book, batch, pattern):
    book([GOOD])
    with pytest.raises(UsageError) as failure:
        batch(name=pattern)
    assert failure.value.findings[0].code == "LO20"


@pytest.mark.parametrize(
    ("conditions", "made"),
    [
        (["ho_ngheo > 70"], 3), (["ho_ngheo > 70 và tong_so_ho < 1500"], 1), (["ho_ngheo / tong_so_ho * 100 >= 5"], 1),
        (["ten_xa = xã cam an"], 1), (["ten_xa != xã Cam An"], 3), (["ho_ngheo > 70", "ten_xa != xã Cam An"], 2), (["tong_so_ho = 1"], 0),
    ],
)  # fmt: skip
def test_rows_by_condition(book, batch, conditions, made):
    book()
    assert batch(where=tuple(conditions)).made == made


@pytest.mark.parametrize("condition", ["ho_ngeo > 5", "ten_xa > 5", "ho_ngheo", "__import__('os')", "ho_ngheo > ("])
def test_a_condition_that_cannot_be(book, batch, condition):
    book()
    with pytest.raises(UsageError) as failure:
        batch(where=(condition,))
    assert failure.value.findings[0].code == "LO05"


def test_a_row_that_cannot_be_decided_is_reported(book, batch, codes):
    book([GOOD, (2, "xã X", 1000, None, 20, 30, None)])
    outcome = batch(where=("ho_ngheo > 5",))
    assert (outcome.made, codes(outcome.failures)) == (1, ["LO22"])


def test_a_base_that_is_not_there_says_what_to_write(place, book, batch):
    book()
    (place / "data/hang-loat/bao-cao-xa.yml").unlink()
    with pytest.raises(UsageError) as failure:
        batch()
    assert failure.value.findings[0].code == "LO01" and "loai: bao-cao-xa" in failure.value.findings[0].hint


def test_a_name_nobody_fills_is_told_once_and_nothing_is_written(place, book, batch, change, codes):
    change("templates/bao-cao-xa/noi-dung.md", "Theo kết quả", "{{ ten_sa }} Theo kết quả")
    book()
    with pytest.raises(DataError) as failure:
        batch()
    assert codes(failure.value.findings) == ["MAU31"] and "ten_xa" in failure.value.findings[0].hint
    assert list((place / "output").iterdir()) == []


def test_two_runs_do_not_share_a_folder(place, book, batch):
    from reportgen.batch.lock import only_run

    book()
    with only_run(place / "output", "output"), pytest.raises(DataError) as failure:
        batch()
    assert failure.value.findings[0].code == "LO43"
    assert batch().made == 4


def test_a_hidden_row_is_told_and_made(place, batch):
    import openpyxl

    workbook = openpyxl.Workbook()
    workbook.active.append(HEADERS)
    workbook.active.append([1, "xã Cam An", 1779, 79, 5, 74, None])
    workbook.active.row_dimensions[2].hidden = True
    workbook.save(place / "xa.xlsx")
    outcome = batch()
    assert outcome.made == 1 and {finding.code for finding in outcome.remarks} == {"BT14"}


def filled(place, rows, hidden=()):
    """A workbook as somebody leaves it in Excel: cells at any place, hidden columns."""
    import openpyxl

    workbook = openpyxl.Workbook()
    for row in rows:
        workbook.active.append(row)
    for letter in hidden:
        workbook.active.column_dimensions[letter].hidden = True
    workbook.save(place / "xa.xlsx")


def test_numbers_under_no_header_are_told_once(place, batch):
    rows = [[None, *HEADERS[1:], None, None, "Ghi chú"]]
    rows += [[n, f"xã Số {n}", 1000, 50, 20, 30, None, 7 + n, n * n, "x"] for n in range(1, 5)]
    filled(place, rows)
    outcome = batch()
    told = [f for f in outcome.notes if f.code == "LO12"]
    assert outcome.made == 4 and len(told) == 1 and told[0].severity.name == "WARNING"
    assert "cột H, I có số mà không có tiêu đề" in told[0].message and len(told[0].places) == 2


def test_ordinals_need_no_header(place, batch):
    filled(place, [[None, *HEADERS[1:]], *([n, f"xã Số {n}", 1000, 50, 20, 30, None] for n in range(1, 5))])
    assert batch().notes == ()


def test_a_hidden_column_is_told_once_and_not_for_every_row(place, batch):
    filled(place, [HEADERS, *([n, f"xã Số {n}", 1000, 50, 20, 30, None] for n in range(1, 5))], hidden=("D", "E", "A"))
    outcome = batch()
    assert (outcome.made, outcome.remarks) == (4, ())
    assert [(f.code, str(f.place)) for f in outcome.notes] == [("BT14", "xa.xlsx!Sheet!D1"), ("BT14", "xa.xlsx!Sheet!E1")]


def test_the_hint_for_a_missing_column_names_no_column_that_is_taken(book, batch):
    book(headers=["TT", "Tên xã", "Tổng số hộ", "Hộ nghèo", "Hộ nghèo chính sách", "Khác", "Vốn vay"])
    with pytest.raises(DataError) as failure:
        batch()
    (told,) = [f for f in failure.value.findings if f.code == "LO13"]
    assert "thêm cột «Hộ nghèo cứng»" in told.hint


def test_a_row_with_nothing_but_an_ordinal_is_no_unit(place, batch, change):
    change("templates/bao-cao-xa/loai.yml", "chu_rieng: {", "chu_rieng: {so_tt: TT, ")
    filled(place, [HEADERS, [1, "xã Cam An", 1779, 79, 5, 74], [2], [None, "xã Cam Hiếu"], ["Gửi tệp này về huyện"]])
    outcome = batch(name="{ten_xa}")
    assert (outcome.made, outcome.failed) == (1, 1) and str(outcome.failures[0].place).startswith("xa.xlsx!Sheet!")
    assert [f.message for f in outcome.notes] == ["2 dòng chữ dưới bảng không được lấy: «» (dòng 3), «Gửi tệp này về huyện» (dòng 5)"]


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_a_total_is_known_behind_an_ordinal_typed_as_text(place, batch, files, kind):
    rows = [HEADERS, ("1", "xã Cam An", "1779", "79", "5", "74", ""), ("2", "Tổng cộng", "1779", "79", "5", "74", "")]
    filled(place, rows)
    with (place / "xa.csv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(rows)
    outcome = batch(data=place / f"xa.{kind}")
    assert (list(files(place / "output")), [f.message for f in outcome.notes]) == (["xa-cam-an.docx"], ["bỏ qua dòng tổng «Tổng cộng»"])


def test_many_rows_passed_over_are_one_note_of_a_kind(book, batch):
    book([*[(None, "Tổng cộng", *[n] * 5) for n in range(200)], GOOD, *[(None, f"Ghi chú: {n}", *[None] * 5) for n in range(3)]])
    outcome = batch()
    totals, words = outcome.notes
    told = ", ".join(f"«Ghi chú: {n}» (dòng {203 + n})" for n in range(3))
    assert outcome.made == 1
    assert (totals.message, len(totals.places)) == (f"bỏ qua 200 dòng tổng: {', '.join(f'«Tổng cộng» (dòng {n})' for n in range(2, 7))} …", 5)
    assert (words.message, words.places[0]) == (f"3 dòng chữ dưới bảng không được lấy: {told}", words.place)


def test_rows_passed_over_before_the_limit_are_told(book, batch):
    book([*[(None, "Tổng cộng", *[n] * 5) for n in range(3)], GOOD, (2, "xã Cam Hiếu", 1747, 85, 13, 72, None)])
    assert [f.message for f in batch(limit=1).notes] == ["bỏ qua 3 dòng tổng: «Tổng cộng» (dòng 2), «Tổng cộng» (dòng 3), «Tổng cộng» (dòng 4)"]
