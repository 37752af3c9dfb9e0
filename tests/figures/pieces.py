"""Random consistent pieces of a report, one kind for each form of relation, each with the faults it can suffer.

A piece is text, as staff type it: indicators, values, one relation. A fault says which class it must be found as, and
changes one thing: a value, the word of direction, a unit. What is right is worked out here with fractions alone.
"""

from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil, floor

from hypothesis import assume
from hypothesis import strategies as st

COUNTS = st.integers(1, 10**6)


@dataclass
class Fault:
    """``code`` is what must be found; ``typed`` and ``words`` (old → new text of the declarations) make the fault."""

    code: str
    typed: dict[str, str] = field(default_factory=dict)
    words: tuple[str, str] | None = None


@dataclass
class Piece:
    """Declarations without their prefix: ``indicators`` {key: (unit, decimals, more)}, the relation's body."""

    indicators: dict[str, tuple]
    typed: dict[str, str]
    relation: str
    faults: list[Fault]


def half_up(x, decimals):
    steps = abs(x) * 10**decimals + Fraction(1, 2)
    return Fraction(floor(steps) * (1 if x >= 0 else -1), 10**decimals)


def cut(x, decimals):
    return Fraction(floor(abs(x) * 10**decimals) * (1 if x >= 0 else -1), 10**decimals)


def shown(x, decimals=0):
    """As printed in a report: 27.420,0."""
    assert (x * 10**decimals).denominator == 1
    whole, rest = divmod(abs(int(x * 10**decimals)), 10**decimals)
    tail = f",{rest:0{decimals}d}" if decimals else ""
    return ("-" if x < 0 else "") + f"{whole:,}".replace(",", ".") + tail


def off(key, value, decimals, by, code):
    return Fault(code, {key: shown(value + Fraction(by, 10**decimals), decimals)})


def rounded_result(exact, key, decimals=2):
    """The printed value of ``exact`` and its faults: wrong, and cut where that makes a difference."""
    value = half_up(exact, decimals)
    faults = [off(key, value, decimals, 2, "SL30")]
    if cut(exact, decimals) != value:
        faults.append(Fault("SL31", {key: shown(cut(exact, decimals), decimals)}))
    return shown(value, decimals), faults


@st.composite
def sums_of_counts(draw, result="bang: tong"):
    parts = draw(st.lists(COUNTS, min_size=2, max_size=5))
    keys = [f"n{n}" for n in range(len(parts))]
    form = f"tong: [{', '.join(keys)}], {result}"
    if "du" in result:
        form = f"trong_do: [{', '.join(keys)}], {result}"
    typed = {key: shown(part) for key, part in zip(keys, parts, strict=True)}
    typed["tong"] = shown(sum(parts))
    faults = [off("tong", sum(parts), 0, by, "SL30") for by in (1, -1)]
    return Piece({key: ("hộ", 0) for key in [*keys, "tong"]}, typed, form, faults)


@st.composite
def sums_of_shares(draw):
    tenths = draw(st.lists(st.integers(1, 400), min_size=2, max_size=5))
    keys = [f"n{n}" for n in range(len(tenths))]
    total = Fraction(sum(tenths), 10)
    typed = {key: shown(Fraction(part, 10), 1) for key, part in zip(keys, tenths, strict=True)}
    typed["tong"] = shown(total, 1)
    faults = [off("tong", total, 1, by, "SL32") for by in (1, -1)]
    faults.append(off("tong", total, 1, len(tenths) + 2, "SL30"))
    names = {key: ("%", 1) for key in [*keys, "tong"]}
    return Piece(names, typed, f"trong_do: [{', '.join(keys)}], tong_so: tong, du: có", faults)


@st.composite
def parts_of_more(draw):
    parts = draw(st.lists(COUNTS, min_size=1, max_size=4))
    keys = [f"n{n}" for n in range(len(parts))]
    typed = {key: shown(part) for key, part in zip(keys, parts, strict=True)}
    typed["tong"] = shown(sum(parts) + draw(st.integers(0, 100)))
    faults = [Fault("SL34", {"tong": shown(sum(parts) - 1)})]
    names = {key: ("hộ", 0) for key in [*keys, "tong"]}
    return Piece(names, typed, f"trong_do: [{', '.join(keys)}], tong_so: tong, du: không", faults)


@st.composite
def limits(draw):
    """Millions that do not exceed a round number of billions."""
    limit = draw(st.integers(1, 10**5))
    inside = draw(st.integers(1, limit * 100))
    faults = [
        Fault("SL34", {"tien": shown(limit * 100 + draw(st.integers(51, 10**4)))}),
        Fault("SL32", {"tien": shown(limit * 100 + draw(st.integers(1, 49)))}),
    ]
    typed = {"tien": shown(inside), "gioi_han": shown(Fraction(limit, 10), 1)}
    names = {"tien": ("triệu đồng", 0), "gioi_han": ("tỷ đồng", 1)}
    return Piece(names, typed, "tong: [tien], khong_qua: gioi_han", faults)


@st.composite
def products(draw):
    number, norm = draw(st.integers(1, 10**4)), draw(st.integers(1, 10**3))
    total, faults = rounded_result(Fraction(number * norm, 1000), "tien", 1)
    typed = {"so_nha": shown(number), "muc": shown(norm), "tien": total}
    names = {"so_nha": ("nhà", 0), "muc": ("triệu đồng/nhà", 0), "tien": ("tỷ đồng", 1)}
    return Piece(names, typed, "tich: [so_nha, muc], bang: tien", faults)


@st.composite
def differences(draw):
    a, b = draw(COUNTS), draw(COUNTS)
    typed = {"a": shown(a), "b": shown(b), "con": shown(a - b)}
    names = {key: ("hộ", 0) for key in typed}
    return Piece(names, typed, "hieu: [a, b], bang: con", [off("con", a - b, 0, 1, "SL30")])


@st.composite
def shares(draw, form="ty_le: [phan, tong], bang: ty_le", unit="%"):
    part, whole = draw(COUNTS), draw(COUNTS)
    share, faults = rounded_result(Fraction(part * 100, whole), "ty_le")
    typed = {"phan": shown(part), "tong": shown(whole), "ty_le": share}
    names = {"phan": ("hộ", 0), "tong": ("hộ", 0), "ty_le": (unit, 2)}
    return Piece(names, typed, form, faults)


@st.composite
def plans(draw):
    piece = draw(shares("phan_tram_ke_hoach: [phan, tong], bang: ty_le", "% kế hoạch"))
    done, plan = (int(piece.typed[key].replace(".", "")) for key in ("phan", "tong"))
    if done == plan:
        return piece
    right, wrong = ("vuot", "chua_dat") if done > plan else ("chua_dat", "vuot")
    piece.relation += f", viet_la: {right}"
    piece.faults.append(Fault("SL35", words=(f"viet_la: {right}", f"viet_la: {wrong}")))
    return piece


@st.composite
def changes_in_percent(draw):
    now, before = draw(COUNTS), draw(COUNTS)
    assume(now != before)
    size = abs(Fraction(now * 100, before) - 100)
    assume(half_up(size, 2) > Fraction(1, 10))
    change, faults = rounded_result(size, "muc")
    right, wrong = ("tăng", "giảm") if now > before else ("giảm", "tăng")
    faults += [Fault("SL35", words=(right, wrong)), Fault("SL35", {"muc": f"-{change}"})]
    typed = {"nay": shown(now), "truoc": shown(before), "muc": change}
    names = {"nay": ("hộ", 0), "truoc": ("hộ", 0), "muc": ("%", 2)}
    return Piece(names, typed, f"tang_giam: [nay, truoc], bang: muc, viet_la: {right}", faults)


@st.composite
def changes_in_points(draw):
    now, before = (Fraction(draw(st.integers(100, 5000)), 100) for _ in "ab")
    assume(abs(now - before) >= Fraction(1, 2))
    size, right = abs(now - before), "tăng" if now > before else "giảm"
    faults = [off("muc", size, 2, 1, "SL32"), off("muc", size, 2, 5, "SL30")]
    faults += [Fault("SL36", words=("điểm phần trăm", "%"))]
    typed = {"nay": shown(now, 2), "truoc": shown(before, 2), "muc": shown(size, 2)}
    names = {"nay": ("%", 2), "truoc": ("%", 2), "muc": ("điểm phần trăm", 2)}
    return Piece(names, typed, f"tang_giam: [nay, truoc], bang: muc, viet_la: {right}", faults)


@st.composite
def changes_in_number(draw):
    now, before = draw(COUNTS), draw(COUNTS)
    typed = {"nay": shown(now), "truoc": shown(before), "muc": shown(now - before)}
    names = {key: ("hộ", 0) for key in typed}
    return Piece(
        names, typed, "tang_giam: [nay, truoc], bang: muc", [off("muc", now - before, 0, 3 * 10**6, "SL30")]
    )


@st.composite
def equals(draw):
    """One sum of money in triệu, in tỷ with three decimals, and printed more roundly."""
    million = draw(st.integers(1000, 10**7))
    round_print, faults = rounded_result(Fraction(million, 1000), "tron", 1)
    typed = {"trieu": shown(million), "ty": shown(Fraction(million, 1000), 3), "tron": round_print}
    names = {"trieu": ("triệu đồng", 0), "ty": ("tỷ đồng", 3), "tron": ("tỷ đồng", 1)}
    faults.append(off("ty", Fraction(million, 1000), 3, 1000, "SL30"))
    return Piece(names, typed, "bang_nhau: [trieu, ty, tron]", faults)


@st.composite
def statements(draw):
    a, b = draw(COUNTS), draw(COUNTS)
    typed = {"a": shown(a), "b": shown(b), "c": shown(a + 2 * b)}
    names = {key: ("hộ", 0) for key in typed}
    sign = draw(st.sampled_from(["=", "<=", ">="]))
    wrong = {"=": 1, "<=": -1, ">=": 1}[sign]
    return Piece(names, typed, f"bieu_thuc: a + b * 2 {sign} c", [off("c", a + 2 * b, 0, wrong, "SL30")])


@st.composite
def common_bases(draw):
    whole = draw(st.integers(1000, 10**6))
    parts = [draw(st.integers(whole // 50, whole)) for _ in "ab"]
    printed = [half_up(Fraction(part * 100, whole), 2) for part in parts]
    typed = {"a": shown(parts[0]), "b": shown(parts[1]), "p": shown(printed[0], 2), "q": shown(printed[1], 2)}
    names = {"a": ("hộ", 0), "b": ("hộ", 0), "p": ("%", 2), "q": ("%", 2)}
    return Piece(names, typed, "ty_le_khop: [[a, p], [b, q]]", [off("q", printed[1], 2, 200, "SL30")])


@st.composite
def printed_beside_formula(draw):
    piece = draw(shares(""))
    piece.indicators["ty_le"] = ("%", 2, "cong_thuc: phan / tong * 100")
    _as_printed(piece, "ty_le")
    return piece


@st.composite
def printed_beside_truth(draw):
    """The true value has two digits more than the print, which says «gần» or «trên» or nothing."""
    truth = Fraction(draw(st.integers(10**4, 10**8)), 1000)
    assume(truth * 10 != floor(truth * 10))
    word = draw(st.sampled_from(["", "gần", "trên"]))
    plain, faults = rounded_result(truth, "von", 1)
    if word:
        up, down = Fraction(ceil(truth * 10), 10), cut(truth, 1)
        right, other = (up, "trên") if word == "gần" else (down, "gần")
        assume(right * 10 % 10)  # a round number lets its word reach further
        plain = f"{word} {shown(right, 1)}"
        faults = [
            Fault("SL33", {"von": f"{other} {shown(right, 1)}"}),
            Fault("SL30", {"von": f"{word} {shown(right + 3, 1)}"}),
        ]
    piece = Piece({"von": ("tỷ đồng", 1)}, {"von": plain}, "", faults)
    _as_printed(piece, "von", f'gia_tri: "{shown(truth, 3)}", ')
    return piece


@st.composite
def cut_shares(draw):
    part, whole = draw(COUNTS), draw(COUNTS)
    exact = Fraction(part * 100, whole)
    value = cut(exact, 2)
    faults = [off("ty_le", value, 2, 2, "SL30")]
    if half_up(exact, 2) != value:
        faults.append(off("ty_le", value, 2, 1, "SL31"))
    typed = {"phan": shown(part), "tong": shown(whole), "ty_le": shown(value, 2)}
    names = {"phan": ("hộ", 0), "tong": ("hộ", 0), "ty_le": ("%", 2, "quy_tac_lam_tron: cat_bot")}
    return Piece(names, typed, "ty_le: [phan, tong], bang: ty_le", faults)


def _as_printed(piece, key, before=""):
    """The value, and each fault's, as what an original prints, after ``before``."""
    for typed in (piece.typed, *(fault.typed for fault in piece.faults)):
        typed[key] = f'{{{before}in_tren_van_ban: "{typed[key]}"}}'


FORMS = {
    "tong": sums_of_counts(),
    "tong khong_qua": limits(),
    "tich": products(),
    "hieu": differences(),
    "ty_le": shares(),
    "ty_le cat_bot": cut_shares(),
    "trong_do du": sums_of_counts("tong_so: tong, du: có"),
    "trong_do du %": sums_of_shares(),
    "trong_do khong du": parts_of_more(),
    "phan_tram_ke_hoach": plans(),
    "tang_giam %": changes_in_percent(),
    "tang_giam diem": changes_in_points(),
    "tang_giam so": changes_in_number(),
    "bang_nhau": equals(),
    "bieu_thuc": statements(),
    "ty_le_khop": common_bases(),
    "in_tren_van_ban cong_thuc": printed_beside_formula(),
    "in_tren_van_ban gia_tri": printed_beside_truth(),
}
