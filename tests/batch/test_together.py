"""All documents in one file: for the printer, for the mail."""

import io
import zipfile

import pytest

from reportgen.docx.package import read_package
from reportgen.docx.xml import parse, qn
from reportgen.errors import UsageError


def test_one_document_with_a_section_for_each_unit(place, book, batch):
    book()
    batch(joined=True)
    content = (place / "output/gop.docx").read_bytes()
    one = parse(read_package((place / "output/xa-cam-an.docx").read_bytes(), "x")["word/document.xml"])
    body = parse(read_package(content, "gop.docx")["word/document.xml"]).find(qn("w:body"))
    sections = list(body.iter(qn("w:sectPr")))
    assert len(sections) == 4 and body[-1] is sections[-1]
    for section in sections:
        assert section.find(qn("w:pgNumType")).get(qn("w:start")) == "1"
        assert [ref.get(qn("r:id")) for ref in section.findall(qn("w:headerReference"))] == [
            ref.get(qn("r:id")) for ref in one.iter(qn("w:headerReference"))
        ]
    words = "".join(text.text or "" for text in body.iter(qn("w:t")))
    assert [words.count(name) > 0 for name in ("Cam Tuyền", "Cam Thủy", "Cam Hiếu", "Cam An")] == [True] * 4
    assert words.index("Cam Tuyền") < words.index("Cam Thủy") < words.index("Cam An")


def test_a_zip_with_every_document(place, book, batch, files):
    book()
    batch(zipped=True)
    with zipfile.ZipFile(io.BytesIO((place / "output/gop.zip").read_bytes())) as archive:
        inside = {name: archive.read(name) for name in archive.namelist()}
    documents = files(place / "output")
    assert inside == {**documents, "tong-hop.xlsx": (place / "output/tong-hop.xlsx").read_bytes()}


def test_numbers_word_counts_by_itself_cannot_stand_in_one_file(book, batch, change):
    change("templates/bao-cao-xa/loai.yml", "ten_loai: báo cáo", "ten_loai: báo cáo\ndanh_so: tu_dong")
    book()
    with pytest.raises(UsageError) as failure:
        batch(joined=True)
    assert failure.value.findings[0].code == "LO40"


def test_the_summary_says_what_to_mend(place, book, batch):
    import openpyxl

    book([(1, "xã Cam An", 1779, 79, 5, 74, None), (2, "xã X", 1000, 50, 20, 29, None)])
    batch()
    workbook = openpyxl.load_workbook(place / "output/tong-hop.xlsx")
    rows = list(workbook.worksheets[0].iter_rows(values_only=True))
    assert rows[1][1:5] == ("xã Cam An", "xa.xlsx!Xã!B2", "xa-cam-an.docx", "được")
    assert rows[2][1] == "xã X" and rows[2][4] == "lỗi"
    assert list(workbook.worksheets[1].iter_rows(values_only=True))[1][:3] == ("xã X", "xa.xlsx!Xã!D3", "SL30")
