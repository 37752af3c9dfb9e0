"""A changed part written back, and put among the untouched members of the file, which keep their packed bytes.

What stands before the root element (declaration, white space) stays as it was; names, prefixes and the order of attributes
are those of the tree. Comments of XML, which Word never writes, are not kept: the door to lxml drops them on reading.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from reportgen.archive import join, pack, packed_members
from reportgen.docx.xml import Element, etree, serialize
from reportgen.pattern import Pattern

PROLOG = Pattern(rb"\xef\xbb\xbf|\s+|<\?.*?\?>|<!--.*?-->", re.DOTALL)
ENCODING = Pattern(rb"""<\?xml[^>]*encoding=["']([\w-]+)["']""")
PLAIN = (b"utf-8", b"utf8", b"us-ascii")


def rewritten(original: bytes, root: Element) -> bytes:
    """The bytes of a part whose tree was changed."""
    declared = ENCODING.search(original[:200])
    if original[:2] in (b"\xff\xfe", b"\xfe\xff") or (declared and declared[1].lower() not in PLAIN):
        return serialize(root)
    at = 0
    while found := PROLOG.match(original, at):
        at = found.end()
    end = original.rstrip()
    return original[:at] + etree.tostring(root, encoding="UTF-8", with_tail=False) + original[len(end) :]


def replaced(archive: bytes, changed: Mapping[str, bytes]) -> bytes:
    """The zip with some members changed or added; the others keep their place and their packed bytes."""
    members = packed_members(archive)
    for name, content in changed.items():
        members[name] = pack(name, content)
    return join(members.values())
