"""``kiem-tra.yml``: what is let stand with a reason, from the nearest file above a document."""

import json

import pytest


def settings(folder, text: str):
    (folder / "kiem-tra.yml").write_text(text, encoding="utf-8")


ACCEPTED = "chap_nhan:\n  page.margin.left: Giấy in sẵn tiêu đề\n"


def findings(said) -> dict[str, str]:
    """Code → reason."""
    return {f["code"]: f["accepted"] for f in json.loads(said.out)["documents"][0]["findings"]}


def test_what_is_accepted_is_shown_but_does_not_fail(run, faulty):
    settings(faulty.parent, ACCEPTED + "  so.size: Quy chế văn thư\n  noi_dung.align: Mẫu của tỉnh\n")
    said = run("check", "van ban/loi.docx")
    assert said.code == 0
    assert "Đã biết và được chấp nhận" in said.out and "Giấy in sẵn tiêu đề" in said.out
    assert "3 điểm đã chấp nhận" in said.out and "kiem-tra.yml" in said.out


def test_a_file_above_the_folder_counts_and_the_nearest_alone(run, faulty, tmp_path):
    settings(tmp_path, ACCEPTED)
    assert findings(run("check", "van ban/loi.docx", "--json"))["page.margin.left"] == "Giấy in sẵn tiêu đề"
    settings(faulty.parent, "chap_nhan:\n  noi_dung.align: Mẫu của tỉnh\n")
    nearest = findings(run("check", "van ban/loi.docx", "--json"))
    assert nearest["noi_dung.align"] and not nearest["page.margin.left"]


def test_reasons_for_one_file(run, faulty):
    settings(faulty.parent, "rieng_tep:\n  loi.docx:\n    page.margin.left: Giấy in sẵn\n  khac.docx:\n    so.size: khác\n")
    found = findings(run("check", "van ban/loi.docx", "--json"))
    assert found["page.margin.left"] == "Giấy in sẵn" and not found["so.size"]


def test_it_names_the_usual_level_and_regulation_and_the_command_overrules(run, faulty):
    settings(faulty.parent, "the_thuc: tt01-2011\nmuc_do: bat-buoc\n")
    document = json.loads(run("check", "van ban/loi.docx", "--json").out)["documents"][0]
    assert document["regime"]["key"] == "tt01-2011" and "kiem-tra.yml" in document["regime"]["why"]
    assert document["counts"]["warning"] == 0
    named = json.loads(run("check", "van ban/loi.docx", "--json", "--the-thuc", "nd30-2020", "--muc", "tat-ca").out)
    assert named["documents"][0]["regime"]["key"] == "nd30-2020"
    assert named["documents"][0]["counts"]["warning"] > 0


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("chap_nhan:\n  so.co_chu: theo quy chế\n", "KT04", "so.co_chu"),
        ("chap_nhan:\n  so.sise: theo quy chế\n", "KT04", "có phải «so.size»?"),
        ("rieng_tep:\n  a.docx:\n    so.sise: x y\n", "KT04", "so.sise"),
        ("chap_nhan:\n  so.size:\n", "DL", "so.size"),
        ("chap_nhann: {}\n", "DL", "chap_nhan"),
        ("the_thuc: nd30\n", "DL", "nd30-2020"),
        ("muc_do: nhe\n", "DL", "bat-buoc"),
        ("a: b: c\n", "DL", "kiem-tra.yml"),
    ],
)
def test_faults_of_the_file_are_told_before_anything_is_checked(run, faulty, clean, text, code, words):
    settings(faulty.parent, text)
    said = run("check", ".")
    assert said.code == 1
    assert code in said.err and words in said.err and said.out == ""
