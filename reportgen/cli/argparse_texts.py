"""argparse in Vietnamese.

argparse passes every sentence it prints through its module-level ``_`` and ``ngettext``, which would look them
up in a compiled .mo catalogue installed with the interpreter. A catalogue on disk for two dozen sentences would
have to be found, built and shipped; so the two names are given our table instead, once, before a parser is made.
A sentence that is missing here would come out in English: a test reads argparse's own source and compares.
"""

from __future__ import annotations

import argparse

SENTENCES = {
    "usage: ": "cách dùng: ",
    "positional arguments": "tham số",
    "options": "tùy chọn",
    "optional arguments": "tùy chọn",
    "subcommands": "các lệnh",
    "show this help message and exit": "hiện phần trợ giúp này rồi thôi",
    "show program's version number and exit": "hiện số phiên bản rồi thôi",
    " (default: %(default)s)": " (mặc định: %(default)s)",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "%(prog)s: error: %(message)s\n": "%(prog)s: lỗi: %(message)s\n",
    "%(prog)s: warning: %(message)s\n": "%(prog)s: cảnh báo: %(message)s\n",
    "the following arguments are required: %s": "thiếu tham số: %s",
    "one of the arguments %s is required": "phải có một trong các tham số: %s",
    "unrecognized arguments: %s": "không hiểu tham số: %s",
    "not allowed with argument %s": "không dùng cùng lúc với %s",
    "ignored explicit argument %r": "không nhận giá trị %r",
    "unexpected option string: %s": "không hiểu tùy chọn: %s",
    "ambiguous option: %(option)s could match %(matches)s": "tùy chọn viết tắt %(option)s chưa rõ: %(matches)s",
    "invalid choice: %(value)r (choose from %(choices)s)": "không nhận giá trị %(value)r (chọn một trong: %(choices)s)",
    "invalid choice: %(value)r, maybe you meant %(closest)r? (choose from %(choices)s)": (
        "không nhận giá trị %(value)r, có phải %(closest)r? (chọn một trong: %(choices)s)"
    ),
    "invalid %(type)s value: %(value)r": "giá trị %(value)r không đúng kiểu %(type)s",
    "unknown parser %(parser_name)r (choices: %(choices)s)": (
        "không có lệnh %(parser_name)r (các lệnh: %(choices)s)"
    ),
    "can't open '%(filename)s': %(error)s": "không mở được tệp '%(filename)s': %(error)s",
    "expected one argument": "thiếu giá trị đi kèm",
    "expected at most one argument": "chỉ nhận nhiều nhất một giá trị",
    "expected at least one argument": "cần ít nhất một giá trị",
    "expected %s argument": "cần đúng %s giá trị",
    "expected %s arguments": "cần đúng %s giá trị",
    "option '%(option)s' is deprecated": "tùy chọn '%(option)s' sắp bỏ",
    "argument '%(argument_name)s' is deprecated": "tham số '%(argument_name)s' sắp bỏ",
    "command '%(parser_name)s' is deprecated": "lệnh '%(parser_name)s' sắp bỏ",
}


def translated(sentence: str) -> str:
    """The Vietnamese of one of argparse's sentences (the sentence itself if it is not one of them)."""
    return SENTENCES.get(sentence, sentence)


def translated_plural(one: str, many: str, count: int) -> str:
    """As ``translated``; Vietnamese has one form for every number."""
    return translated(many if count != 1 else one)


def speak_vietnamese() -> None:
    """Give argparse our sentences. Call before the first parser is made (group titles are fixed then)."""
    argparse._ = translated
    argparse.ngettext = translated_plural
