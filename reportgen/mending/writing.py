"""Putting a mended file down: beside the old one, or in its place with the old one kept. Never over somebody's work."""

from __future__ import annotations

from pathlib import Path

from reportgen.checking.files import Source, beside
from reportgen.diagnostics import Place
from reportgen.errors import UsageError
from reportgen.mending.nouns import Mended
from reportgen.output import write_atomic, write_output

MENDED, KEPT = ".da-sua", ".ban-goc"
WORD = (".docx", ".docm")


def is_product(name: str) -> bool:
    """True for a file this command wrote: a folder is mended without them."""
    stem = Path(name).stem.lower()
    return stem.endswith(MENDED) or KEPT in stem


def target_of(source: Source, suffix: str, out: str, base: Path) -> Path:
    """Where the mended file goes: ``TÊN.da-sua.docx`` beside the old one or below the folder ``out``, or the file ``out``.

    A .doc keeps its ending in the name: ``a.doc`` and ``a.docx`` may lie in one folder.
    """
    if out.lower().endswith(WORD):
        return Path(out)
    return beside(source, MENDED + suffix, Path(out) if out else None, base)


def write_beside(path: Path, mended: Mended, *, force: bool) -> bool:
    """Write the mended file; False if these very bytes stood there. UsageError LE10: somebody else's file stands there."""
    return write_output(path, mended.content, shown=path.as_posix(), force=force)


def write_in_place(path: Path, mended: Mended) -> Path | None:
    """Keep the old file under another name, then put the mended one in its place; the name of what was kept.

    None where nothing was mended. UsageError KT26: a .doc cannot become a .docx under the same name.
    """
    if path.suffix.lower() != mended.suffix:
        shown = path.as_posix()
        raise UsageError.of("KT26", f"không sửa tại chỗ được {shown}: tệp .doc phải ghi thành .docx", Place(shown), hint="bỏ --tai-cho")
    old = path.read_bytes()
    if old == mended.content:
        return None
    kept = _keep(path, old)
    write_atomic(path, mended.content, shown=path.as_posix())
    return kept


def _keep(path: Path, old: bytes) -> Path:
    """The first free name for the old file; one that holds these very bytes already serves as well."""
    count = 1
    while True:
        more = "" if count == 1 else f"-{count}"
        kept = path.with_name(f"{path.stem}{KEPT}{more}{path.suffix}")
        if not kept.exists():
            write_atomic(kept, old, shown=kept.as_posix())
            return kept
        if kept.read_bytes() == old:
            return kept
        count += 1
