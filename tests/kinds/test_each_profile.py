"""A clean document of each regulation is made and judged without a finding."""

import pytest

LETTER = {"kinh_gui": "[Sở Nội vụ, Sở Y tế]", "don_vi_soan_thao": "VP"}
PARTY_LETTER = {"kinh_gui": "[Ban Tổ chức, Ban Nội chính]"}
BASES = "[Căn cứ Luật Đầu tư công năm 2024, Xét đề nghị của Chánh Văn phòng]"
BODY = "# Kết quả\n\n## Việc đã làm\n\nĐã hoàn thành.\n\n### Việc thứ nhất đã xong.\n\n# Nhiệm vụ\n\nTiếp tục thực hiện{}\n"
ARTICLES = "#. Giao việc cho các đơn vị.\n\n#. Các đơn vị chịu trách nhiệm thi hành{}\n"
DAYS = {
    "tt01-2011": ("so", "06/01/2020"),
    "nd30-2020": ("so", "06/10/2025"),
    "mttq-2013": ("mat-tran", "06/01/2020"),
    "mttq": ("mat-tran", "06/10/2025"),
    "hd36-2018": ("tinh-uy", "06/4/2026"),
    "hd05-2026": ("tinh-uy", "06/7/2026"),
}


@pytest.fixture(params=DAYS)
def regulation(request):
    return request.param


def end(agency):
    return "." if agency == "tinh-uy" else "./."


def subject(agency, words):
    return words[0].lower() + words[1:] if agency == "tinh-uy" else words


def test_the_issuer_and_the_day_choose(document, regulation):
    assert document("kế hoạch", *DAYS[regulation], subject="kết quả").draft.profile.key == regulation


@pytest.mark.parametrize("scheme", ["[I., 1., a)]", "[1., 1.1., a)]", "[I., 1., 1.1.]"])
def test_headings(document, regulation, scheme):
    agency, day = DAYS[regulation]
    made = document(
        "kế hoạch",
        agency,
        day,
        scheme=scheme,
        body=BODY.format(end(agency)),
        subject=subject(agency, "Thực hiện nhiệm vụ"),
    )
    assert [finding.message for finding in made.findings] == []


def test_a_letter(document, regulation):
    agency, day = DAYS[regulation]
    made = document(
        "công văn",
        agency,
        day,
        subject="rà soát việc thực hiện",
        **(PARTY_LETTER if agency == "tinh-uy" else LETTER),
    )
    assert [finding.message for finding in made.findings] == []


def test_a_decision(document, regulation):
    agency, day = DAYS[regulation]
    made = document(
        "quyết định", agency, day, subject=subject(agency, "Về việc giao nhiệm vụ"), scheme='["Điều 1."]', can_cu=BASES,
        body=ARTICLES.format(end(agency)), noi_nhan="[Như Điều 2]",
    )  # fmt: skip
    assert [finding.message for finding in made.findings] == []


def test_minutes(document, regulation):
    agency, day = DAYS[regulation]
    made = document("biên bản", agency, day, subject=subject(agency, "Họp giao ban tháng"))
    assert [finding.message for finding in made.findings] == []


class TestParty:
    """What the page of the Party has that the State's has not."""

    day = DAYS["hd05-2026"]

    def test_the_head(self, document):
        lines = document("báo cáo", *self.day, subject="kết quả thực hiện").lines
        assert lines[:6] == [
            "TỈNH UỶ HÀ TĨNH",
            "VĂN PHÒNG",
            "*",
            "ĐẢNG CỘNG SẢN VIỆT NAM",
            "",
            "Số        -BC/VPTU",
        ]
        assert lines[7:10] == ["BÁO CÁO", "kết quả thực hiện", "-----"]
        assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" not in lines

    def test_the_end(self, document):
        lines = document(
            "báo cáo", *self.day, subject="kết quả thực hiện", nguoi_ky="Phó Chánh Văn phòng"
        ).lines
        assert lines[lines.index("Nơi nhận:") :][:5] == [
            "Nơi nhận:", "- Thường trực Tỉnh uỷ;", "- Lưu Văn phòng Tỉnh uỷ.", "K/T CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG",
        ]  # fmt: skip

    def test_addressees(self, document):
        letter = document("công văn", *self.day, subject="rà soát", **PARTY_LETTER).lines
        assert "về việc rà soát" in letter
        at = letter.index("Kính gửi:")
        assert letter[at + 1 : at + 3] == ["- Ban Tổ chức;", "- Ban Nội chính;"]
        submitted = document(
            "tờ trình", *self.day, subject="về việc rà soát", kinh_gui="[Ban Thường vụ Tỉnh uỷ]"
        )
        assert "Kính trình: Ban Thường vụ Tỉnh uỷ;" in submitted.lines
        assert submitted.codes == []

    def test_bases_have_dashes(self, document):
        lines = document("kế hoạch", *self.day, subject="thực hiện", can_cu=BASES).lines
        assert "- Căn cứ Luật Đầu tư công năm 2024;" in lines and "- Xét đề nghị của Chánh Văn phòng." in lines

    @pytest.mark.parametrize(
        ("how", "code"),
        [
            ({"subject": "Kết quả thực hiện"}, "hd05.trich_yeu.small_initial"),
            ({"subject": "kết quả", "body": "Đã hoàn thành./.\n"}, "hd05.noi_dung.end"),
            (
                {"subject": "kết quả", "nguoi_ky": "{chuc_vu: Phó Bí thư, quyen_han_ky: [KT. Bí thư]}"},
                "hd05.quyen_han.prefix",
            ),
        ],
    )
    def test_the_habits_of_the_state_are_faults_here(self, document, how, code):
        from reportgen.errors import DataError

        try:
            codes = document("kế hoạch", *self.day, **how).codes
        except DataError as failure:
            codes = [finding.code for finding in failure.findings]
        assert codes == [code]


def test_a_profile_may_still_be_named(document):
    made = document("kế hoạch", "so", "06/10/2025", the_thuc="tt01-2011")
    assert made.draft.profile.key == "tt01-2011"


def test_an_undated_draft_takes_the_one_in_force(document):
    assert (
        document("kế hoạch", "tinh-uy", "", subject="kết quả", ky_bao_cao="năm 2026").draft.profile.key
        == "hd05-2026"
    )


@pytest.mark.parametrize(
    ("key", "names"), [("nd30-2020", ["Phụ lục I", "Phụ lục II"]), ("hd05-2026", ["Phụ lục 1", "Phụ lục 2"])]
)
def test_appendices_are_numbered_as_the_regulation_has_it(key, names):
    from reportgen.profile import load_profile
    from reportgen.tables.placing import appendix_names

    assert list(appendix_names(["a", "b"], load_profile(key).texts["so_phu_luc"]).values()) == names
