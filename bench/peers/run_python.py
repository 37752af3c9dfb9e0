"""One Python peer in a process of its own: fill the same template with one record after another and write the files.

    run_python.py NAME --work FOLDER --out FOLDER --count N --warm N

Printed: one line of JSON with the wall and processor milliseconds of each document after the warm ones, and the peak memory.
Imports stand inside, so that an environment needs only its own peer.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent


def docxtpl_new(work: Path, data: list):
    """As its manual says: a new object for each document."""
    from docxtpl import DocxTemplate

    def one(n: int, path: str) -> None:
        document = DocxTemplate(work / "docxtpl.docx")
        document.render(data[n], autoescape=True)
        document.save(path)

    return one


def docxtpl_reused(work: Path, data: list):
    """One object for all documents."""
    from docxtpl import DocxTemplate

    document = DocxTemplate(work / "docxtpl.docx")

    def one(n: int, path: str) -> None:
        document.render(data[n], autoescape=True)
        document.save(path)

    return one


def python_docx(work: Path, data: list):
    """Paragraph by paragraph, in the styles of the same file."""
    import re

    from docx import Document

    content = json.loads((work / "structure.json").read_text(encoding="utf-8"))
    mark = re.compile(r"\[\[(\w+)\]\]")

    def one(n: int, path: str) -> None:
        record = data[n]
        document = Document(work / "base.docx")
        styles = {style.style_id: style for style in document.styles}

        def fill(paragraph, told: dict) -> None:
            if told["style"]:
                paragraph.style = styles[told["style"]]
            for text, bold, italic in told["runs"]:
                run = paragraph.add_run(mark.sub(lambda found: record[found[1]], text))
                run.bold, run.italic = bold or None, italic or None

        for told in content:
            if "rows" not in told:
                fill(document.add_paragraph(), told)
                continue
            rows = told["rows"]
            table = document.add_table(len(rows), len(rows[0]))
            for line, cells in enumerate(table.rows):
                for at, cell in enumerate(cells.cells):
                    paragraphs = rows[line][at]
                    if len(rows[0]) == 12 and line:
                        (words, _, _), *_ = paragraphs[0]["runs"] or [["", False, False]]
                        words = record["rows"][line - 1][f"c{at + 1}"]
                        paragraphs = [{"style": paragraphs[0]["style"], "runs": [[words, False, False]]}]
                    fill(cell.paragraphs[0], paragraphs[0])
                    for more in paragraphs[1:]:
                        fill(cell.add_paragraph(), more)
        document.save(path)

    return one


def _ours():
    sys.path.insert(0, str(HERE.parent))
    import records

    return records


def reportgen_figures(work: Path, data: list):
    """Our engine with figures: it writes each number itself."""
    records = _ours()
    from reportgen.template import render

    template, draft = records.prepared()
    made = [records.context_of(draft, name, records.figures_of(draft, typed)) for name, typed in records.numbers(len(data))]

    def one(n: int, path: str) -> None:
        content = render(template, made[n])
        with open(path, "wb") as stream:
            stream.write(content)

    return one


def reportgen_words(work: Path, data: list):
    """Our engine with what the peers get: numbers already written. The table's cells have names, for it has no rows here."""
    records = _ours()
    from reportgen.template import render

    template, draft = records.prepared()
    plain = records.as_words(template)
    made = [records.context_of(draft, one["ten_xa"], records.named_words(one)) for one in data]

    def one(n: int, path: str) -> None:
        content = render(plain, made[n])
        with open(path, "wb") as stream:
            stream.write(content)

    return one


def floor(work: Path, data: list):
    """The same bytes deflated and written, nothing else: no template, no value, no zip directory of its own to make."""
    import zipfile

    records = _ours()
    from reportgen.archive import FAST, join, opening, pack
    from reportgen.template import render

    template, draft = records.prepared()
    begin = opening(template.members)
    names = [name for name, _ in template.programs]
    parts = []
    for name, typed in records.numbers(len(data)):
        path = work / "floor.docx"
        path.write_bytes(render(template, records.context_of(draft, name, records.figures_of(draft, typed))))
        with zipfile.ZipFile(path) as package:
            parts.append([(part, package.read(part)) for part in names])

    def one(n: int, path: str) -> None:
        content = join([pack(name, part, FAST) for name, part in parts[n]], begin)
        with open(path, "wb") as stream:
            stream.write(content)

    return one


def peak_mb() -> float:
    """The most memory this process has held, in MB; 0 where the system does not tell."""
    try:
        with open("/proc/self/status", encoding="ascii") as status:
            return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))
    except OSError:
        return 0.0


def main() -> None:
    """Warm up, measure, print."""
    wanted = argparse.ArgumentParser()
    wanted.add_argument("peer")
    wanted.add_argument("--work", type=Path)
    wanted.add_argument("--out", type=Path)
    wanted.add_argument("--count", type=int)
    wanted.add_argument("--warm", type=int)
    given = wanted.parse_args()
    data = json.loads((given.work / "data.json").read_text(encoding="utf-8"))[: given.count + given.warm]
    one = globals()[given.peer](given.work, data)
    gc.collect()
    wall, processor = [], []
    for n in range(given.count + given.warm):
        path = os.path.join(given.out, f"{data[n]['file']}.docx")
        start, start_processor = time.perf_counter(), time.process_time()
        one(n, path)
        wall.append((time.perf_counter() - start) * 1000)
        processor.append((time.process_time() - start_processor) * 1000)
    size = os.path.getsize(path)
    print(json.dumps({"wall": wall[given.warm :], "processor": processor[given.warm :], "memory": peak_mb(), "size": size}))


if __name__ == "__main__":
    main()
