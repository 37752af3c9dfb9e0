"""Random sentences that are true say nothing; with one digit changed, exactly that number is told."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from reportgen.vietnamese.numbers import format_number

FEW = settings(max_examples=600, deadline=None)
NOUNS = st.sampled_from(["hộ", "người", "công trình", "học sinh", "hồ sơ", "mô hình", "suất quà"])
MARKS = st.sampled_from(["; ", ", "])


def n(value, decimals: int | None = None) -> str:
    """A number as offices print it."""
    return format_number(Decimal(value), decimals)


def share(part: Decimal, whole: Decimal, decimals: int) -> Decimal:
    """Per cent, rounded half up."""
    return (part * 100 / whole).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def slipped(draw, printed: str, at_least: Decimal = Decimal(0)) -> str:
    """The printed number with one digit changed, off by more than ``at_least``."""
    digits = [i for i, c in enumerate(printed) if c.isdigit()]
    place = draw(st.sampled_from(digits))
    digit = draw(st.sampled_from([d for d in "123456789" if d != printed[place]]))
    changed = printed[:place] + digit + printed[place + 1 :]
    assume(abs(value(changed) - value(printed)) > at_least)
    return changed


def value(printed: str) -> Decimal:
    """The number behind a print."""
    return Decimal(printed.replace(".", "").replace(",", "."))


@st.composite
def products(draw):
    """n nhà, mức m triệu đồng/nhà, số tiền t."""
    count, rate = draw(st.integers(2, 900)), draw(st.sampled_from([5, 12, 30, 50, 60, 75]))
    total = Decimal(count * rate)
    unit, printed = draw(st.sampled_from([("triệu đồng", n(total)), ("triệu đồng", n(total, 1)), ("tỷ đồng", n(total / 1000, 3))]))
    form = draw(
        st.sampled_from(
            [
                "Hỗ trợ xây mới {c} nhà, mức {r} triệu đồng/nhà, số tiền {t} {u}.",
                "Đã hỗ trợ cho {c} hộ với mức {r} triệu đồng/hộ, tổng kinh phí {t} {u}.",
                "Tổng kinh phí {t} {u} hỗ trợ {c} hộ (mức {r} triệu đồng/hộ).",
                "Trao {c} suất quà, mỗi suất {r} triệu đồng, tổng trị giá {t} {u}.",
            ]
        )
    )
    wrong = slipped(draw, printed, Decimal("0.01"))
    fill = {"c": n(count), "r": n(rate), "u": unit}
    return form.format(t=printed, **fill), form.format(t=wrong, **fill), wrong


@st.composite
def parts(draw):
    """A, gồm: B; C; nguồn khác D."""
    decimals = draw(st.integers(0, 2))
    amounts = [Decimal(draw(st.integers(1000, 99999))).scaleb(-decimals) for _ in range(draw(st.integers(2, 5)))]
    unit = draw(st.sampled_from(["triệu đồng", "tỷ đồng", "hồ sơ", "ha"])) if not decimals else draw(st.sampled_from(["triệu đồng", "ha"]))
    names = ["huyện A", "huyện B", "huyện C", "huyện D", "nơi khác"]
    labels = [*names[: len(amounts) - 1], names[-1]]
    mark = draw(MARKS)
    listed = mark.join(f"{label} {n(a)} {unit}" for label, a in zip(labels, amounts, strict=True))
    opening = draw(st.sampled_from(["gồm:", "bao gồm:", "trong đó:", "gồm có"]))
    printed = n(sum(amounts))
    wrong = slipped(draw, printed, Decimal(4).scaleb(-decimals))
    form = draw(st.sampled_from(["Kết quả chung là {t} %s, %s %s.", "Toàn tỉnh có {t} %s (%s %s)."])) % (unit, opening, listed)
    return form.format(t=printed), form.format(t=wrong), wrong


@st.composite
def shares(draw):
    """x/y …, chiếm p%."""
    whole = draw(st.integers(400, 30000))
    part, noun = draw(st.integers(20, whole - 1)), draw(NOUNS)
    decimals = draw(st.integers(0, 2))
    printed = n(share(Decimal(part), Decimal(whole), decimals), decimals)
    form = draw(
        st.sampled_from(
            [
                "Có {x}/{y} {w}, chiếm {p}%.",
                "Đã hoàn thành {x} {w}/{y} {w}, đạt tỷ lệ {p}%.",
                "Toàn tỉnh có {y} {w}, trong đó có {x} {w} ở xã, chiếm {p}%.",
                "Tỷ lệ đạt {p}% ({x}/{y} {w}).",
                "Có {x} {w}, chiếm {p}% tổng số {y} {w}.",
            ]
        )
    )
    wrong = slipped(draw, printed, Decimal("1.01").scaleb(-decimals))
    fill = {"x": n(part), "y": n(whole), "w": noun}
    return form.format(p=printed, **fill), form.format(p=wrong, **fill), wrong


@st.composite
def plans(draw):
    """x, đạt p% kế hoạch (y)."""
    plan = draw(st.integers(50, 9000))
    done, decimals = draw(st.integers(plan // 2 + 1, plan * 2)), draw(st.integers(1, 2))
    printed = n(share(Decimal(done), Decimal(plan), decimals), decimals)
    unit = draw(st.sampled_from(["hộ", "ha", "tỷ đồng", "lao động"]))
    form = draw(
        st.sampled_from(
            [
                "Kết quả được {x} {u}, đạt {p}% kế hoạch (kế hoạch {y} {u}).",
                "Thực hiện {x} {u}, bằng {p}% dự toán ({y} {u}).",
                "Kế hoạch giao {y} {u}, thực hiện {x} {u}, đạt {p}% kế hoạch.",
                "Kế hoạch giao {y} {u}; thực hiện {x} {u}; đạt {p}%.",
                "Thực hiện {x} {u} (kế hoạch {y} {u}), đạt {p}%.",
                "Chỉ tiêu giao năm 2023 là {y} {u}. Đến nay thực hiện {x} {u}, đạt {p}% chỉ tiêu.",
            ]
        )
    )
    wrong = slipped(draw, printed, Decimal("1.01").scaleb(-decimals) + (Decimal(200) / plan if unit in ("ha", "tỷ đồng") else 0))
    fill = {"x": n(done), "y": n(plan), "u": unit}
    return form.format(p=printed, **fill), form.format(p=wrong, **fill), wrong


@st.composite
def changes(draw):
    """x, tăng p% so với cùng kỳ (y); giảm từ y xuống còn x (giảm p%)."""
    before = draw(st.integers(300, 9000))
    now = draw(st.integers(before // 2 + 1, before * 2).filter(lambda x: abs(x - before) > 20))
    decimals, unit = draw(st.integers(1, 2)), draw(st.sampled_from(["hộ", "vụ", "lao động", "hồ sơ"]))
    printed = n(share(Decimal(abs(now - before)), Decimal(before), decimals), decimals)
    verb, towards = ("tăng", "lên") if now > before else ("giảm", "xuống còn")
    form = draw(
        st.sampled_from(
            [
                "Trong kỳ có {x} {u}, {v} {p}% so với cùng kỳ năm trước ({y} {u}).",
                "Số liệu {v} từ {y} {u} {t} {x} {u} ({v} {p}%).",
                "Trong kỳ có {x} {u}, {v} {d} {u}, tương ứng {v} {p}%.",
                "Trong kỳ có {x} {u}, {v} {d} {u} ({p}%) so với cùng kỳ năm trước ({y} {u}).",
                "Trong kỳ có {x} {u} (cùng kỳ {y} {u}), {v} {p}%.",
                "Trong kỳ có {x} {u}, {v} {p}% so với cùng kỳ năm trước là {y} {u}.",
                "Năm 2022 có {y} {u}, năm 2023 có {x} {u}, {v} {d} {u} ({p}%).",
                "Trong kỳ có {x} {u}, {v} {d} so với cùng kỳ ({y}), tương ứng {v} {p}%.",
            ]
        )
    )
    assume("{d}" not in form or share(Decimal(abs(now - before)), Decimal(now), decimals) != value(printed))
    wrong = slipped(draw, printed, Decimal("1.01").scaleb(-decimals))
    assume(value(wrong) != share(Decimal(abs(now - before)), Decimal(now), decimals))
    fill = {"x": n(now), "y": n(before), "u": unit, "v": verb, "t": towards, "d": n(abs(now - before))}
    return form.format(p=printed, **fill), form.format(p=wrong, **fill), wrong


@st.composite
def averages(draw):
    """b hộ, t người, bình quân a người/hộ; d ha, n tạ/ha, s tấn."""
    base, decimals = draw(st.integers(20, 3000)), draw(st.integers(0, 2))
    one, many = draw(st.sampled_from([("hộ", "người"), ("lớp", "học sinh"), ("ha", "tấn"), ("chi hội", "hội viên")]))
    total = Decimal(base * draw(st.integers(1100, 9900)) // 1000)
    scale = 10 if one == "ha" else 1
    printed = n((total * scale / base).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP), decimals)
    rate = "tạ/ha" if one == "ha" else f"{many}/{one}"
    form = draw(st.sampled_from(["Có {b} {o}, {t} {m}, {w} {a} {r}.", "Có {t} {m} ở {b} {o}; {w} đạt {a} {r}; còn lại là đất khác."]))
    wrong = slipped(draw, printed, Decimal("1.01").scaleb(-decimals) + Decimal(60) * scale / base)
    fill = {"b": n(base), "t": n(total), "o": one, "m": many, "r": rate, "w": "năng suất" if one == "ha" else "bình quân"}
    return form.format(a=printed, **fill), form.format(a=wrong, **fill), wrong


@st.composite
def restated(draw):
    """t triệu đồng (T tỷ đồng)."""
    amount, decimals = draw(st.integers(10_000, 9_999_999)), draw(st.integers(1, 3))
    exact = Decimal(amount) / 1000
    printed = n(exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP), decimals)
    form = draw(st.sampled_from(["Đã cấp {a} triệu đồng (tương đương {t} tỷ đồng).", "Đã cấp {a} triệu đồng, tức là {t} tỷ đồng."]))
    wrong = slipped(draw, printed, Decimal("1.01").scaleb(-decimals))
    return form.format(a=n(amount), t=printed), form.format(a=n(amount), t=wrong), wrong


def told_once(found, wrong: str) -> bool:
    """True if one finding speaks, an arithmetic one, and names the wrong number."""
    return [f.code for f in found] in (["VB01"], ["VB08"]) and (wrong in found[0].message or found[0].code == "VB08")


@FEW
@given(products())
def test_products(sentence_findings, case):
    true, false, wrong = case
    assert sentence_findings(true) == []
    assert told_once(sentence_findings(false), wrong)


@FEW
@given(parts())
def test_parts(sentence_findings, case):
    true, false, wrong = case
    assert sentence_findings(true) == []
    assert told_once(sentence_findings(false), wrong)


@FEW
@given(shares())
def test_shares(sentence_findings, case):
    true, false, wrong = case
    assert sentence_findings(true) == []
    assert told_once(sentence_findings(false), wrong)


@FEW
@given(plans())
def test_plans(sentence_findings, case):
    true, false, wrong = case
    assert sentence_findings(true) == []
    assert told_once(sentence_findings(false), wrong)


@FEW
@given(changes())
def test_changes(sentence_findings, case):
    true, false, wrong = case
    assert sentence_findings(true) == []
    assert told_once(sentence_findings(false), wrong)


@FEW
@given(averages())
def test_averages(sentence_findings, case):
    true, false, wrong = case
    assert [f for f in sentence_findings(true) if f.code != "VB03"] == []
    assert told_once(sentence_findings(false), wrong)


@FEW
@given(restated())
def test_one_amount_in_two_units(sentence_findings, case):
    true, false, wrong = case
    assert sentence_findings(true) == []
    assert told_once(sentence_findings(false), wrong)
