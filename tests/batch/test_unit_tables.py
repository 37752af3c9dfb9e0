"""Every unit's document prints the unit's own table: rows of another sheet, found by the unit's name and by nothing like it."""

import json
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.batch.options import Wish
from reportgen.batch.running import run_batch
from reportgen.build import build
from reportgen.errors import DataError
from reportgen.project import Project
from reportgen.sheets import Column, Sheet, write_sheets
from tests.batch.conftest import BASE, TEXT, TYPE

TABLE = """\
bang:
  thon:
    ten_goi: Hộ nghèo của các thôn
    don_vi_tinh: hộ
    cot:
      tt: {tieu_de: TT, kieu_cot: so_thu_tu}
      ten_thon: {tieu_de: Thôn, kieu_cot: chu}
      tong_so_ho: {tieu_de: Tổng số hộ}
      ho_ngheo: {tieu_de: Hộ nghèo}
      ty_le: {tieu_de: Tỷ lệ (%), so_le: 2, cong_thuc: ho_ngheo / tong_so_ho * 100}
    dong_tong: {tieu_de: Cả xã}
    kiem_tra:
      - {ten_goi: Hộ nghèo trong tổng số, bieu_thuc: ho_ngheo <= tong_so_ho}
"""
OWN = "bang_don_vi: {thon: {trang_tinh: Thôn, cot_don_vi: {ten_xa: Xã}}}\n"
COMMUNES = [("TT", "Tên xã", "Tổng số hộ", "Hộ nghèo", "Hộ nghèo chính sách", "Hộ nghèo cứng")]
AN, HIEU = (1, "xã Cam An", 300, 30, 5, 25), (2, "xã Cam Hiếu", 200, 20, 13, 7)
HEADERS = ("Xã", "Thôn", "Tổng số hộ", "Hộ nghèo")
VILLAGES = [("xã Cam An", "Thôn 1", 100, 10), ("xã Cam An", "Thôn 2", 200, 20), ("xã Cam Hiếu", "Thôn 1", 200, 20)]


def sheet(title, header, rows) -> Sheet:
    return Sheet(title, tuple(Column(text, 14) for text in header), rows)


@pytest.fixture
def place(place):
    """The project, with a table of villages in the type; its total is the figure of the row."""
    kind = TYPE.replace("ho_ngheo: {ten_goi: Hộ nghèo, don_vi_tinh: hộ}", "ho_ngheo: {ten_goi: Hộ nghèo, don_vi_tinh: hộ}\n  ho_bang: "
                        "{ten_goi: Hộ nghèo cộng các thôn, don_vi_tinh: hộ, nguon: bang.thon.tong.ho_ngheo}")
    kind += "  - {ten_goi: Các thôn cộng lại bằng cả xã, bang_nhau: [ho_bang, ho_ngheo]}\n" + TABLE
    (place / "templates/bao-cao-xa/loai.yml").write_text(kind, "utf-8")
    (place / "templates/bao-cao-xa/noi-dung.md").write_text(TEXT.replace("# Chi tiết\n", "# Chi tiết\n\n[[thon]]\n"), "utf-8")
    (place / "data/hang-loat/bao-cao-xa.yml").write_text(BASE + OWN, "utf-8")
    return place


@pytest.fixture
def book(place):
    """``book(communes, villages)`` writes ``xa.xlsx`` with both sheets."""

    def write(communes=(AN, HIEU), villages=VILLAGES, headers=HEADERS, name="xa.xlsx"):
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(write_sheets([sheet("Xã", COMMUNES[0], communes), sheet("Thôn", headers, villages)]))

    (place / "data/hang-loat/bao-cao-xa.yml").write_text(BASE + "trang_tinh: Xã\n" + OWN, "utf-8")
    return write


REPORT = """\
loai: bao-cao-xa
co_quan: cam-lo
ky_bao_cao: năm 2019
ngay_ban_hanh: 15/12/2019
nguoi_ky: Phó Chủ tịch
chu_rieng: {{ten_xa: {name}}}
so_lieu: {{tong_so_ho: "{total}", ho_ngheo: "{poor}", ho_chinh_sach: "{policy}", ho_cung: "{hard}"}}
bang:
  thon:
    dong:
"""


def typed(place, commune, villages, name="mot") -> str:
    """The same figures as somebody would type them for ``build``."""
    _, unit, total, poor, policy, hard = commune
    text = REPORT.format(name=unit, total=total, poor=poor, policy=policy, hard=hard)
    text += "".join(f'      - {{ten_thon: {row[1]}, tong_so_ho: "{row[2]}", ho_ngheo: "{row[3]}"}}\n' for row in villages if row[0] == unit)
    (place / f"data/{name}.yml").write_text(text, "utf-8")
    return name


def test_each_document_is_the_one_build_makes_of_the_typed_table(place, book, batch, files):
    book()
    outcome = batch()
    assert (outcome.made, outcome.failed, outcome.notes, outcome.remarks) == (2, 0, (), ())
    made = files(place / "output")
    for commune, name in ((AN, "xa-cam-an.docx"), (HIEU, "xa-cam-hieu.docx")):
        same = build(Project(place), typed(place, commune, VILLAGES), out=place / "mot")
        assert made[name] == same.path.read_bytes()


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.lists(st.tuples(st.integers(1, 900), st.integers(0, 40)), min_size=1, max_size=5), min_size=1, max_size=3), st.randoms())
def test_whatever_the_villages_the_bytes_are_those_of_build(place, book, drawn, random):
    communes, villages = [], []
    for number, its in enumerate(drawn, 1):
        poor = sum(poor for _, poor in its)
        communes.append((number, f"xã Số {number}", sum(rest + poor for rest, poor in its), poor, 0, poor))
        villages += [(f"xã Số {number}", f"Thôn {n}", rest + poor, poor) for n, (rest, poor) in enumerate(its, 1)]
    mixed = sorted(villages, key=lambda row: (int(row[1][5:]), random.random()))  # units mixed up, each unit's rows in order
    book(communes, mixed)
    out = place / "ra"
    outcome = run_batch(Project(place), Wish("bao-cao-xa", data=place / "xa.xlsx", out=out, resume=False, force=True))
    assert (outcome.made, outcome.failed) == (len(communes), 0)
    for number, commune in enumerate(communes, 1):
        same = build(Project(place), typed(place, commune, villages), out=place / "mot", force=True)
        assert (out / f"xa-so-{number}.docx").read_bytes() == same.path.read_bytes()


NAMES = [
    ("without accents", "xa cam an", "LO53", "Thôn!A2", "giống hệt"),
    ("in capitals", "XÃ CAM AN", "LO53", "Thôn!A2", "xã Cam An"),
    ("a blank too few", "xã CamAn", "LO53", "Thôn!A2", "xã Cam An"),
    ("without its kind", "Cam An", "LO53", "Thôn!A2", "xã Cam An"),
    ("of nobody", "xã Cam Nghĩa", "LO51", "Thôn!A2", "thêm đơn vị"),
    ("a slip of the hand", "xã Cam Hiuế", "LO51", "Thôn!A2", "có phải «xã Cam Hiếu»?"),
    ("missing", None, "LO51", "Thôn!A2", "giống hệt"),
]


@pytest.mark.parametrize(("name", "code", "cell", "hint"), [case[1:] for case in NAMES], ids=[case[0] for case in NAMES])
def test_a_village_whose_commune_is_spelt_otherwise_is_told_and_not_guessed(place, book, batch, files, name, code, cell, hint):
    book(villages=[(name, "Thôn 3", 100, 10), *VILLAGES])
    outcome = batch()
    told = [finding for finding in outcome.failures if finding.code == code]
    assert [str(finding.place) for finding in told] == [f"xa.xlsx!{cell}"] and hint in told[0].hint
    stopped = {"xa-cam-an.docx"} if code == "LO53" else set()
    assert set(files(place / "output")) == {"xa-cam-an.docx", "xa-cam-hieu.docx"} - stopped
    assert outcome.failed == 1


def test_spare_blanks_are_no_other_name(book, batch):
    book(villages=[("xã  Cam An ", "Thôn 1", 100, 10), *VILLAGES[1:]])
    assert (batch().made, batch().failed) == (2, 0)


def test_a_careless_name_that_may_be_two_communes_stops_both(book, batch, codes):
    book(
        [(1, "xã Cam Thanh", 100, 10, 5, 5), (2, "xã Cam Thành", 100, 10, 5, 5)],
        [("xã Cam Thanh", "Thôn 1", 100, 10), ("xã Cam Thành", "Thôn 1", 100, 10), ("xa cam thanh", "Thôn 2", 1, 1)],
    )
    outcome = batch(name="{ten_xa}-{dong}")
    assert (outcome.made, codes(outcome.failures)) == (0, ["LO53", "LO53"])
    assert "«xã Cam Thanh» hay «xã Cam Thành»" in outcome.failures[0].message


def test_a_commune_without_villages_is_told_at_its_name(book, batch):
    book(villages=VILLAGES[:2])
    outcome = batch()
    assert [(f.code, str(f.place)) for f in outcome.failures] == [("LO52", "xa.xlsx!Xã!B3")] and outcome.made == 1


def test_two_communes_of_one_name_share_no_villages(book, batch, codes):
    book([AN, AN, HIEU])
    outcome = batch(name="{ten_xa}-{dong}")
    assert (outcome.made, codes(outcome.failures)) == (1, ["LO54", "LO54"])


def test_names_that_come_twice_are_told_apart_by_two_columns(place, book, batch, files):
    kind = place / "templates/bao-cao-xa/loai.yml"
    kind.write_text(kind.read_text("utf-8").replace("{ten_xa: Tên xã}", "{ten_huyen: Huyện, ten_xa: Tên xã}"), "utf-8")
    own = "trang_tinh: Xã\nbang_don_vi: {thon: {trang_tinh: Thôn, cot_don_vi: {ten_huyen: Huyện, ten_xa: Xã}}}\n"
    book()
    (place / "data/hang-loat/bao-cao-xa.yml").write_text(BASE + own, "utf-8")
    communes = [("huyện A", "xã Tân Lập", 100, 10, 5, 5), ("huyện B", "xã Tân Lập", 50, 6, 5, 1)]
    villages = [("huyện A", "xã Tân Lập", "Thôn 1", 100, 10), ("huyện B", "xã Tân Lập", "Thôn 1", 50, 6), ("huyện C", "xã Tân Lập", "x", 1, 1)]
    sheets = [sheet("Xã", ("Huyện", *COMMUNES[0][1:]), communes), sheet("Thôn", ("Huyện", *HEADERS), villages)]
    (place / "xa.xlsx").write_bytes(write_sheets(sheets))
    outcome = batch(name="{ten_huyen}-{ten_xa}")
    assert outcome.made == 2 and [f.code for f in outcome.failures] == ["LO51"]
    assert "huyện C, xã Tân Lập" in outcome.failures[0].message


WRONG = [
    ("the total is not the row's figure", [("xã Cam An", "Thôn 1", 100, 11), *VILLAGES[1:]], "SL30"),
    ("a village with more poor than households", [("xã Cam An", "Thôn 1", 9, 10), *VILLAGES[1:]], "SL30"),
    ("a number that is none", [("xã Cam An", "Thôn 1", "nhiều", 10), *VILLAGES[1:]], "BG10"),
    ("a missing number", [("xã Cam An", "Thôn 1", None, 10), *VILLAGES[1:]], "BG11"),
    ("a total of the commune that is wrong", [*VILLAGES, ("xã Cam An", "Cả xã", 300, 31)], "SL30"),
]


@pytest.mark.parametrize(("villages", "code"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG])
def test_a_wrong_village_stops_its_commune_alone(place, book, batch, files, villages, code):
    book(villages=villages)
    outcome = batch()
    assert code in [finding.code for finding in outcome.failures] and list(files(place / "output")) == ["xa-cam-hieu.docx"]
    assert all("!Thôn!" in str(f.place) or "!Xã!" in str(f.place) for f in outcome.failures)


def test_a_total_of_a_commune_is_compared_and_that_of_all_is_passed_over(book, batch):
    book(villages=[*VILLAGES[:2], ("xã Cam An", "Cả xã", 300, 30), VILLAGES[2], ("TỔNG CỘNG", None, 500, 50), (None, "Toàn huyện", 500, 50)])
    outcome = batch()
    assert (outcome.made, outcome.failed) == (2, 0)
    assert [f.message for f in outcome.notes] == ["bỏ qua 2 dòng tổng: «TỔNG CỘNG» (dòng 6), «Toàn huyện» (dòng 7)"]


def test_letters_gaps_and_notes_of_the_villages(book, batch):
    villages = [("A", "B", "1", "2"), *VILLAGES[:2], (None,) * 4, VILLAGES[2], ("Ghi chú: số liệu cuối năm", None, None, None)]
    book(villages=villages)
    outcome = batch()
    assert (outcome.made, outcome.failed) == (2, 0)
    assert [(f.code, f.severity.name) for f in outcome.notes] == [("LO14", "WARNING"), ("LO14", "INFO")]


def test_a_changed_village_makes_its_commune_again_and_no_other(place, book, batch):
    book()
    batch()
    book([(1, "xã Cam An", 300, 31, 6, 25), HIEU], [("xã Cam An", "Thôn 1", 100, 11), *VILLAGES[1:]])
    outcome = batch()
    assert (outcome.made, outcome.kept) == (1, 1)
    book([(1, "xã Cam An", 300, 31, 6, 25), HIEU], [("xã Cam An", "Thôn 1", 99, 11), ("xã Cam An", "Thôn 2", 201, 20), VILLAGES[2]])
    assert (batch().made, batch().kept) == (1, 2)


def test_villages_that_moved_are_the_same_document(book, batch):
    book()
    batch()
    book(villages=[VILLAGES[2], *VILLAGES[:2]])
    assert (batch().made, batch().kept) == (0, 2)


def test_a_new_careless_spelling_does_not_keep_the_old_document(book, batch, codes):
    book()
    batch()
    book(villages=[*VILLAGES, ("xa Cam An", "Thôn 3", 1, 0)])
    outcome = batch()
    assert (outcome.kept, codes(outcome.failures)) == (1, ["LO53"]) and "LO25" in codes(outcome.notes)


def test_two_workers_write_what_one_writes(place, book, batch, files):
    communes = [(n, f"xã Số {n}", 100 + n, 10, 5, 5) for n in range(1, 61)]
    villages = [(f"xã Số {n}", f"Thôn {m}", 50 + n * (m - 1), 5) for m in (1, 2) for n in range(1, 61)]
    book(communes, villages)
    for jobs in (1, 2):
        assert batch(jobs=jobs, out=place / f"{jobs}").made == 60
    assert files(place / "1") == files(place / "2")


FAULTS = [
    ("a table the type does not have", "bang_don_vi: {thonn: {trang_tinh: Thôn, cot_don_vi: {ten_xa: Xã}}}", "LO50", "có phải «thon»?"),
    ("a word the type does not have", "bang_don_vi: {thon: {trang_tinh: Thôn, cot_don_vi: {ten_sa: Xã}}}", "LO50", "có phải «ten_xa»?"),
    ("no column that names the unit", "bang_don_vi: {thon: {trang_tinh: Thôn}}", "LO50", "cot_don_vi"),
    ("nothing at all", "", "LO50", "bang_don_vi: {thon:"),
    ("the table is there twice", OWN + 'bang: {thon: {nguon: "xa.xlsx!Thôn"}}', "LO50", "bỏ một trong hai"),
    ("a sheet that is not there", "bang_don_vi: {thon: {trang_tinh: Thôm, cot_don_vi: {ten_xa: Xã}}}", "BT08", "có phải «Thôn»?"),
    ("a column that is not there", "bang_don_vi: {thon: {trang_tinh: Thôn, cot_don_vi: {ten_xa: Phường}}}", "BT16", ""),
    ("a column the table does not have", "bang_don_vi: {thon: {trang_tinh: Thôn, cot_don_vi: {ten_xa: Xã}, cot: {ho_ngeo: Hộ nghèo}}}", "BG07", "ho_ngheo"),
    ("a header that is not there", "bang_don_vi: {thon: {trang_tinh: Thôn, cot_don_vi: {ten_xa: Xã}, cot: {ho_ngheo: Nghèo}}}", "BT16", "Hộ nghèo"),
]


@pytest.mark.parametrize(("own", "code", "hint"), [case[1:] for case in FAULTS], ids=[case[0] for case in FAULTS])
def test_a_table_declared_wrongly_stops_all_before_anything_is_written(place, book, batch, own, code, hint):
    book()
    (place / "data/hang-loat/bao-cao-xa.yml").write_text(f"{BASE}trang_tinh: Xã\n{own}\n", "utf-8")
    with pytest.raises(DataError) as failure:
        batch()
    told = [finding for finding in failure.value.findings if finding.code == code]
    assert told and hint in told[0].hint and list((place / "output").iterdir()) == []


def test_a_header_that_says_something_else_is_named_in_the_base(place, book, batch, files):
    book()
    batch(out=place / "ten")
    book(headers=("Xã", "Thôn", "Tổng số hộ", "Số hộ nghèo"))
    own = "trang_tinh: Xã\nbang_don_vi: {thon: {trang_tinh: thon, cot_don_vi: {ten_xa: xa}, cot: {ho_ngheo: Số hộ nghèo}}}\n"
    (place / "data/hang-loat/bao-cao-xa.yml").write_text(BASE + own, "utf-8")
    batch(out=place / "cot")
    assert files(place / "ten") == files(place / "cot")


def test_the_summary_tells_rows_of_nobody(place, book, batch):
    book(villages=[*VILLAGES, ("xã Cam Nghĩa", "Thôn 1", 9, 1), ("xã Cam Nghĩa", "Thôn 2", 9, 1)])
    batch()
    last = json.loads((place / "output/manifest.json").read_text("utf-8"))["documents"][-1]
    assert last["failed"] and last["row"] == "xa.xlsx!Thôn!A5" and "2 dòng" in last["findings"][0]["message"]


def test_merged_cells_name_the_commune_of_every_village_they_cover(place, batch, book, files):
    import openpyxl

    book()
    batch(out=place / "tung-dong")
    workbook = openpyxl.Workbook()
    workbook.active.title = "Xã"
    for row in (COMMUNES[0], AN, HIEU):
        workbook.active.append(row)
    villages = workbook.create_sheet("Thôn")
    for row in (HEADERS, VILLAGES[0], (None, *VILLAGES[1][1:]), VILLAGES[2]):
        villages.append(row)
    villages.merge_cells("A2:A3")
    workbook.save(place / "xa.xlsx")
    assert batch(out=place / "gop-o").failed == 0
    assert files(place / "tung-dong") == files(place / "gop-o")


def test_villages_without_the_name_of_their_commune_stop_the_one_above(place, book, batch, files):
    book(villages=[VILLAGES[0], (None, *VILLAGES[1][1:]), (None, "Thôn 3", 1, 0), VILLAGES[2]])
    outcome = batch()
    (told,) = [finding for finding in outcome.failures if finding.code == "LO51"]
    assert str(told.place) == "xa.xlsx!Thôn!A3" and "2 dòng" in told.message and "«xã Cam An»" in told.message
    assert list(files(place / "output")) == ["xa-cam-hieu.docx"] and outcome.failed == 1


def test_a_sheet_or_a_format_that_cannot_hold_both_is_told_where_to_mend_it(place, book, batch):
    book()
    (place / "data/hang-loat/bao-cao-xa.yml").write_text(BASE + OWN, "utf-8")
    with pytest.raises(DataError) as failure:
        batch()
    assert [f.code for f in failure.value.findings] == ["BT08"] and "trang_tinh:" in failure.value.findings[0].hint
    (place / "xa.csv").write_text("Tên xã;Tổng số hộ;Hộ nghèo;Hộ nghèo chính sách;Hộ nghèo cứng\nxã Cam An;300;30;5;25\n", "utf-8")
    with pytest.raises(DataError) as failure:
        batch(data=place / "xa.csv")
    assert [f.code for f in failure.value.findings] == ["LO50"]


def test_a_hidden_column_of_the_villages_is_told_once(place, batch, book):
    import openpyxl

    book()
    workbook = openpyxl.load_workbook(place / "xa.xlsx")
    workbook["Thôn"].column_dimensions["D"].hidden = True
    workbook.save(place / "xa.xlsx")
    outcome = batch()
    assert outcome.made == 2 and [(f.code, str(f.place)) for f in outcome.notes] == [("BT14", "xa.xlsx!Thôn!D1")] and not outcome.remarks


TASKS = """\
bang:
  viec:
    ten_goi: Việc cần làm
    cot:
      viec: {tieu_de: Việc, kieu_cot: chu}
      nguoi: {tieu_de: Người làm, kieu_cot: chu}
"""


def test_a_table_of_words_goes_on_behind_a_blank_row(place, batch):
    (place / "templates/bao-cao-xa/loai.yml").write_text(TYPE + TASKS, "utf-8")
    (place / "templates/bao-cao-xa/noi-dung.md").write_text(TEXT.replace("# Chi tiết\n", "# Chi tiết\n\n[[viec]]\n"), "utf-8")
    own = "trang_tinh: Xã\nbang_don_vi: {viec: {trang_tinh: Việc, cot_don_vi: {ten_xa: Xã}}}\n"
    (place / "data/hang-loat/bao-cao-xa.yml").write_text(BASE + own, "utf-8")
    tasks = [("xã Cam An", "Rà soát", "A"), (None,) * 3, ("xã Cam An", "Báo cáo", "B"), ("xã Cam An", "Niêm yết", "C"), (None, "Nơi lập", "CHỦ TỊCH")]
    sheets = [sheet("Xã", COMMUNES[0], [AN]), sheet("Việc", ("Xã", "Việc", "Người làm"), tasks)]
    (place / "xa.xlsx").write_bytes(write_sheets(sheets))
    outcome = batch()
    with zipfile.ZipFile(place / "output/xa-cam-an.docx") as package:
        printed = package.read("word/document.xml").decode()
    assert all(word in printed for word in ("Rà soát", "Báo cáo", "Niêm yết")) and "Nơi lập" not in printed
    assert [(f.code, f.severity.name, f.place.cell) for f in outcome.notes] == [("LO14", "WARNING", "Việc!B4"), ("LO14", "INFO", "Việc!A6")]


def test_a_unit_whose_cell_is_blank_has_the_name_the_base_says(place, book, batch, files):
    book([(1, None, *AN[2:]), HIEU])
    text = (place / "data/hang-loat/bao-cao-xa.yml").read_text("utf-8") + "chu_rieng: {ten_xa: xã Cam An}\n"
    (place / "data/hang-loat/bao-cao-xa.yml").write_text(text, "utf-8")
    outcome = batch(name="x-{dong}")
    assert (outcome.failures, list(files(place / "output"))) == ((), ["x-2.docx", "x-3.docx"])


def test_many_rows_passed_over_in_a_table_are_one_note_of_a_kind(book, batch):
    more = [row for n in range(20) for row in ((None, "Tổng cộng", 500 + n, 50), (f"Cụm {n}", None, None, None))]
    book(villages=[*VILLAGES, *more])
    outcome = batch()
    assert outcome.made == 2
    assert [f.message for f in outcome.notes] == [
        f"bỏ qua 20 dòng tổng: {', '.join(f'«Tổng cộng» (dòng {n})' for n in range(5, 15, 2))} …",
        "20 dòng chỉ có chữ ở cột ghi đơn vị, không có gì ở các cột của bảng nên không được lấy",
    ]
    assert [len(f.places) for f in outcome.notes] == [5, 5]
