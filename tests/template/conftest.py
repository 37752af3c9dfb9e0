"""Frames, documents and readers the template tests share."""

import importlib.util
import io
import xml.etree.ElementTree as tree
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest

from reportgen.body_text import parse
from reportgen.docx.compile import compile_template
from reportgen.docx.frame import make_frame
from reportgen.docx.package import read_package, write_package
from reportgen.errors import DataError
from reportgen.figures.model import Figure, Indicator
from reportgen.profile import load_profile
from reportgen.template import names, render

SCHEME = ("I.", "1.", "1.1.", "a)")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="session")
def profile():
    return load_profile("nd30-2020")


@pytest.fixture(scope="session")
def frame(profile):
    return make_frame(profile, numbering=SCHEME)


@pytest.fixture(scope="session")
def frame_with(frame):
    """``frame_with(xml)``: our frame with its whole body replaced by this WordprocessingML (sectPr kept)."""

    def make(xml, **more):
        parts = read_package(frame, "khung.docx")
        page = parts["word/document.xml"].decode()
        start, end = page.index("<w:body>") + 8, page.index("<w:sectPr")
        parts["word/document.xml"] = f"{page[:start]}{xml}{page[end:]}".encode()
        parts.update({name: content.encode() for name, content in more.items()})
        return write_package(parts)

    return make


@pytest.fixture(scope="session")
def letterhead():
    """Words for every name of our frame."""
    return {
        "co_quan_chu_quan": "UBND TỈNH HÀ TĨNH",
        "co_quan_ban_hanh": ["SỞ LAO ĐỘNG - THƯƠNG BINH", "VÀ XÃ HỘI"],
        "so_ky_hieu": "Số:        /BC-SLĐTBXH",
        "dia_danh_ngay_thang": "Hà Tĩnh, ngày 21 tháng 02 năm 2020",
        "ten_loai": "BÁO CÁO",
        "trich_yeu": "Kết quả giảm nghèo",
        "kinh_gui": [],
        "can_cu": [],
        "noi_nhan": ["Tỉnh ủy (để b/c)", "HĐND & UBND tỉnh"],
        "noi_luu": "VT",
        "quyen_han_ky": [],
        "chuc_vu": "GIÁM ĐỐC",
        "nguoi_ky": "",
        "nguoi_ky_chuc_danh_khac": "",
        "ke_tieu_ngu": 1200,
        "ke_co_quan": 900,
        "ke_trich_yeu": 3000,
        "tieu_de_tai_lieu": "Báo cáo kết quả giảm nghèo",
        "tac_gia": "Sở Lao động",
        "ngay_tao": "2020-02-21T00:00:00Z",
    }


@pytest.fixture(scope="session")
def figure():
    """``figure("26140", "hộ")`` → a Figure that prints itself."""

    def make(value, unit="", *, key="so_lieu", decimals=None, approximation=""):
        number = Decimal(value)
        places = max(0, -number.as_tuple().exponent) if decimals is None else decimals
        return Figure(key, number, Indicator(label="Số liệu thử", unit=unit, decimals=places), approximation=approximation)

    return make


@pytest.fixture(scope="session")
def compiled(frame):
    """``compiled(body, frame=…, scheme=…)`` → Template."""

    def make(text, *, frame=frame, scheme=SCHEME, automatic=False):
        return compile_template(frame, parse(text, "noi-dung.md"), frame_file="khung.docx", scheme=scheme, automatic=automatic)

    return make


@pytest.fixture(scope="session")
def printed(letterhead):
    """``printed(template, **words)`` → bytes, unknown names of the letterhead filled in."""

    def make(template, **words):
        wanted = names(template)
        known = {name: value for name, value in letterhead.items() if name in wanted}
        return render(template, {**known, **words})

    return make


@pytest.fixture(scope="session")
def lines_of(members):
    """``lines_of(docx)`` → (style name, words, is it in a table) of every paragraph, read without our own reader."""

    def read(data):
        parts = members(data)
        styles = {s.get(f"{W}styleId"): s.find(f"{W}name").get(f"{W}val") for s in tree.fromstring(parts["word/styles.xml"]).iter(f"{W}style")}
        root = tree.fromstring(parts["word/document.xml"])
        cells = {id(p) for t in root.iter(f"{W}tbl") for p in t.iter(f"{W}p")}
        for p in root.iter(f"{W}p"):
            style = p.find(f"{W}pPr/{W}pStyle")
            words = "".join({f"{W}t": e.text or "", f"{W}br": "\n"}.get(e.tag, "") for e in p.iter())
            yield styles[style.get(f"{W}val")] if style is not None else "", words, id(p) in cells

    return read


@pytest.fixture(scope="session")
def built(compiled, printed):
    """``built(body, **words)`` → the finished .docx."""

    def make(text, *, scheme=SCHEME, automatic=False, **words):
        return printed(compiled(text, scheme=scheme, automatic=automatic), **words)

    return make


@pytest.fixture(scope="session")
def body_of(lines_of):
    """The paragraphs of our frame's body, as (style name, words); those of data tables included."""

    def read(data):
        return [
            (style, words)
            for style, words, in_table in lines_of(data)
            if words and (style.startswith("Bảng ") if in_table else style not in ("Tên loại", "Trích yếu"))
        ]

    return read


@pytest.fixture(scope="session")
def faults():
    """``faults(call)`` → the findings of the DataError it must raise, as (code, place)."""

    def collect(call, *arguments, **more):
        with pytest.raises(DataError) as caught:
            call(*arguments, **more)
        return [(f.code, str(f.place)) for f in caught.value.findings]

    return collect


@pytest.fixture(scope="session")
def drawing():
    """The module that draws Word files as a person would (drawing.py)."""
    spec = importlib.util.spec_from_file_location("drawing", Path(__file__).with_name("drawing.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def members():
    """``members(docx)`` → part name → bytes."""

    def read(data):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert archive.testzip() is None
            return {name: archive.read(name) for name in archive.namelist()}

    return read
