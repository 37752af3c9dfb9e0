"""Install the programs reportgen is measured against, each by itself, into a folder outside the tree. By hand, once:

    python bench/install_peers.py HOME

HOME/venv/NAME holds a Python environment for each Python peer and one for reportgen itself, built from this tree and
installed as staff would have it; HOME/npm/NAME a folder for each Node peer. Needs pip and npm with their usual registries.
What is installed already is left alone, except reportgen, which is installed again. Printed: every version.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PYTHON = {
    "reportgen": ["openpyxl", "python-calamine"],
    "docxtpl": ["docxtpl"],
    "python-docx": ["python-docx"],
}
NODE = {
    "docxtemplater": ["docxtemplater", "pizzip"],
    "carbone": ["carbone@3"],
    "docx-templates": ["docx-templates"],
    "easy-template-x": ["easy-template-x"],
}


def python_of(home: Path, name: str) -> Path:
    """The Python of a peer's environment."""
    folder = home / "venv" / name
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def install_python(home: Path, name: str) -> None:
    """A fresh environment with the peer in it."""
    python = python_of(home, name)
    if python.exists() and name != "reportgen":
        return
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(home / "venv" / name)], check=True)
    pip = [str(python), "-m", "pip", "install", "-q"]
    subprocess.run([*pip, *PYTHON[name]], check=True, env=clean())
    if name == "reportgen":
        with tempfile.TemporaryDirectory() as place:  # pip would leave its build folder in the tree
            for part in ("pyproject.toml", "README.md"):
                shutil.copy(ROOT / part, place)
            shutil.copytree(ROOT / "reportgen", Path(place, "reportgen"), ignore=shutil.ignore_patterns("__pycache__"))
            subprocess.run([*pip, place], check=True, env=clean())
            subprocess.run([*pip, "--force-reinstall", "--no-deps", place], check=True, env=clean())


def install_node(home: Path, name: str) -> None:
    """A folder with the peer in its node_modules."""
    folder = home / "npm" / name
    if (folder / "node_modules").exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "package.json").write_text('{"private": true}\n', encoding="utf-8")
    npm = "npm.cmd" if os.name == "nt" else "npm"
    subprocess.run([npm, "install", "--no-audit", "--no-fund", "--silent", *NODE[name]], cwd=folder, check=True)


def versions(home: Path) -> dict[str, str]:
    """Name → version of everything that is measured, and of what it runs on."""
    found = {}
    ask = "import sys, importlib.metadata as m; print(*(m.version(n) for n in sys.argv[1:]), sep='\\n')"
    wanted = {
        "reportgen": ["reportgen", "deflate", "jinja2", "lxml", "openpyxl", "python-calamine"],
        "docxtpl": ["docxtpl"],
        "python-docx": ["python-docx"],
    }
    for name, packages in wanted.items():
        told = subprocess.run([str(python_of(home, name)), "-c", ask, *packages], check=True, capture_output=True, text=True)
        found |= dict(zip(packages, told.stdout.split(), strict=True))
    for name, packages in NODE.items():
        for package in (p.split("@")[0] for p in packages):
            stored = home / "npm" / name / "node_modules" / package / "package.json"
            found[package] = json.loads(stored.read_text(encoding="utf-8"))["version"]
    found["node"] = subprocess.run(["node", "--version"], check=True, capture_output=True, text=True).stdout.strip()
    return found


def clean() -> dict[str, str]:
    """The environment without what would keep Python from storing compiled modules: that would be measured too."""
    return {name: value for name, value in os.environ.items() if name not in ("PYTHONDONTWRITEBYTECODE", "PYTHONPATH")}


def main() -> None:
    """Install what is missing, print what there is."""
    home = Path(sys.argv[1]).resolve()
    for name in PYTHON:
        install_python(home, name)
    for name in NODE:
        install_node(home, name)
    print(", ".join(f"{name} {version}" for name, version in versions(home).items()))


if __name__ == "__main__":
    main()
