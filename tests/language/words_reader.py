"""A reader of Vietnamese number words, written from the grammar to check the writer without its code.

It accepts exactly the well-formed words (tư/bốn, linh/lẻ, nghìn/ngàn, tỷ/tỉ alike) and raises ValueError for
anything else: «một nghìn lẻ một», «hai mươi năm», «không nghìn» where it is not asked for.
"""

PLAIN = {"không": 0, "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9}
AFTER_TEN = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "lăm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9}
AFTER_TENS = {
    "mốt": 1,
    "hai": 2,
    "ba": 3,
    "tư": 4,
    "bốn": 4,
    "lăm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
}
SAME = {"lẻ": "linh", "ngàn": "nghìn", "tỉ": "tỷ"}


def read_words(text: str, empty_thousand: bool = False) -> str:
    """The number as digits: «âm bốn phẩy không năm» → "-4.05". ``empty_thousand`` allows «không nghìn»."""
    tokens = [SAME.get(token, token) for token in text.split(" ")]
    sign = "-" if tokens[0] == "âm" else ""
    if sign:
        tokens = tokens[1:]
    if "phẩy" not in tokens:
        return sign + str(read_natural(tokens, False, empty_thousand))
    comma = tokens.index("phẩy")
    whole = read_natural(tokens[:comma], False, empty_thousand)
    return f"{sign}{whole}.{read_decimals(tokens[comma + 1 :], empty_thousand)}"


def read_natural(tokens: list[str], continued: bool, empty_thousand: bool) -> int:
    """``continued``: digits stand to the left, so the hundreds must be spoken even if empty."""
    if tokens == ["không"] and not continued:
        return 0
    if not tokens:
        raise ValueError("words missing")
    if "tỷ" not in tokens:
        return read_below_billion(tokens, continued, empty_thousand)
    last = len(tokens) - 1 - tokens[::-1].index("tỷ")
    billions = read_natural(tokens[:last], continued, empty_thousand)
    if billions == 0:
        raise ValueError("nothing before tỷ")
    rest = tokens[last + 1 :]
    return billions * 1_000_000_000 + (read_below_billion(rest, True, empty_thousand) if rest else 0)


def read_below_billion(tokens: list[str], continued: bool, empty_thousand: bool) -> int:
    total = 0
    for name, worth in (("triệu", 1_000_000), ("nghìn", 1_000)):
        if name not in tokens:
            continue
        group, tokens = tokens[: tokens.index(name)], tokens[tokens.index(name) + 1 :]
        if name == "nghìn" and group == ["không"] and continued and empty_thousand and tokens:
            continue
        total += worth * read_hundreds(group, continued)
        continued = True
    return total + (read_hundreds(tokens, continued) if tokens else 0)


def read_hundreds(tokens: list[str], continued: bool) -> int:
    """1..999."""
    hundreds = 0
    spoken = tokens[1:2] == ["trăm"]
    if spoken:
        hundreds, tokens = PLAIN[tokens[0]], tokens[2:]
    if spoken and hundreds == 0 and not continued:
        raise ValueError("không trăm opens a number")
    if continued and not spoken:
        raise ValueError("hundreds not spoken")
    value = hundreds * 100 + read_tens(tokens, spoken)
    if value == 0:
        raise ValueError("an empty group is spoken")
    return value


def read_tens(tokens: list[str], after_hundreds: bool) -> int:
    if not tokens:
        return 0
    if tokens[0] == "linh" and after_hundreds and len(tokens) == 2 and PLAIN[tokens[1]] > 0:
        return PLAIN[tokens[1]]
    if tokens[0] == "mười" and len(tokens) <= 2:
        return 10 + (AFTER_TEN[tokens[1]] if len(tokens) == 2 else 0)
    if tokens[1:2] == ["mươi"] and len(tokens) <= 3 and PLAIN[tokens[0]] >= 2:
        return PLAIN[tokens[0]] * 10 + (AFTER_TENS[tokens[2]] if len(tokens) == 3 else 0)
    if len(tokens) == 1 and not after_hundreds:
        return PLAIN[tokens[0]]
    raise ValueError(f"not a count below a hundred: {tokens}")


def read_decimals(tokens: list[str], empty_thousand: bool) -> str:
    """One digit; two; three as «… trăm …»; more as a number, or digit by digit after a zero."""
    if not tokens:
        raise ValueError("decimals missing")
    if all(token in PLAIN for token in tokens):
        if len(tokens) == 3 or (len(tokens) > 1 and tokens[0] != "không"):
            raise ValueError("digits that form a number are read as a number")
        return "".join(str(PLAIN[token]) for token in tokens)
    if tokens == ["không", "trăm"]:
        return "000"
    three_at_most = not {"nghìn", "triệu", "tỷ"} & set(tokens)
    if tokens[1:2] == ["trăm"] and three_at_most:
        return f"{read_hundreds(tokens, True):03d}"
    return str(read_natural(tokens, False, empty_thousand))
