"""What a kind of document is: its code, its sample form, the parts it carries."""

from __future__ import annotations

from reportgen.noun import noun

NONE, ALWAYS, UPWARDS, MAYBE = "không có", "luôn có", "khi gửi cấp trên", "có thể có"
UNDER_NAME, UNDER_NUMBER = "dưới tên loại", "dưới số, ký hiệu"
AS_ABOVE, AS_ARTICLE = "Như trên", "Như Điều"


@noun
class Kind:
    """One kind of document, as its sample form has it.

    ``code``: '' for those without one (công văn, thư công); ``old_code``: its code under TT01 where that differed;
    ``sample_form``: number of the form in Phụ lục III, Mục II ('' if none is its own); ``printed``: the page shows the
    name; ``subject``: UNDER_NAME, UNDER_NUMBER or NONE; ``addressees``: NONE, UPWARDS or ALWAYS, after the words
    ``addressee_label`` ('': those of the profile); ``bases``: NONE, MAYBE or ALWAYS; ``deciding_line`` stands between
    bases and articles; ``has_articles``: the text runs in Điều; ``first_recipient``: what the recipients open with, but
    for AS_ABOVE below addressees; ``offices``: who signs right and left where the data are silent; ``two_sides``: two
    sign; ``dated``: the form has a line of place and date.
    """

    name: str
    code: str = ""
    old_code: str = ""
    sample_form: str = ""
    printed: bool = True
    subject: str = UNDER_NAME
    addressees: str = NONE
    addressee_label: str = ""
    bases: str = MAYBE
    deciding_line: str = ""
    has_articles: bool = False
    first_recipient: str = ""
    offices: tuple[str, ...] = ()
    two_sides: bool = False
    dated: bool = True

    @property
    def is_letter(self) -> bool:
        """True for the công văn: no type name, the subject under the number."""
        return self.subject == UNDER_NUMBER
