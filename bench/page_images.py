"""Every page of every example as a picture, to be looked at by eye.

    python bench/page_images.py FOLDER [--dpi 80] [NAME …]

Builds and prints the reports of this project into FOLDER (what stands there from before is kept if it did not change), then writes
NAME-1.png, NAME-2.png … beside the PDFs. Wants LibreOffice.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from reportgen.cli import main as reportgen
from reportgen.pdf.pages import pictures

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Build, print, draw; the exit code of the build."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--dpi", type=int, default=80)
    args = parser.parse_args()
    chosen = args.names or ["--all"]
    code = reportgen(["--du-an", str(ROOT), "build", *chosen, "--pdf", "--force", "--out", str(args.folder.resolve())])
    for pdf in sorted(args.folder.glob("*.pdf")):
        for number, picture in enumerate(pictures(pdf.read_bytes(), dots_per_inch=args.dpi), 1):
            (args.folder / f"{pdf.stem}-{number}.png").write_bytes(picture)
    return code


if __name__ == "__main__":
    sys.exit(main())
