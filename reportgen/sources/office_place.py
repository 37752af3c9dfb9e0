"""Where LibreOffice is: the environment variable that says so, the search path, the Windows registry, the usual folders.

``REPORTGEN_LIBREOFFICE`` may name the program or the folder it was installed or unpacked in (a copy without an installer). Where it is
set it decides: a wrong path there means «none», never another LibreOffice than the one that was meant.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

VARIABLE = "REPORTGEN_LIBREOFFICE"
PROGRAM_NAMES = ("soffice", "libreoffice")
USUAL_FOLDERS = (
    "C:/Program Files/LibreOffice",
    "C:/Program Files (x86)/LibreOffice",
    "/Applications/LibreOffice.app",
    "~/Applications/LibreOffice.app",
    "/opt/libreoffice",
    "/usr/lib/libreoffice",
    "/snap/bin",
)
INSIDE = ("", "program", "Contents/MacOS")
"""Where the program stands in a folder: in it, in an installation for Windows or Linux, in one for macOS."""
FILES = ("soffice.exe", "soffice", "libreoffice")
REGISTRY = (r"SOFTWARE\LibreOffice\UNO\InstallPath", r"SOFTWARE\WOW6432Node\LibreOffice\UNO\InstallPath")
"""Keys whose default value is the folder of the program; the installer writes them for all users or for one."""


def office_program() -> str:
    """The path of LibreOffice on this machine, '' if it has none."""
    named = os.environ.get(VARIABLE, "").strip().strip('"')
    if named:
        return _inside(named)
    on_path = next(filter(None, map(shutil.which, PROGRAM_NAMES)), None)
    return on_path or next(filter(None, map(_inside, (*_registered(), *USUAL_FOLDERS))), "")


def why_none() -> str:
    """Why there is none, in the words of a message: not installed, or the variable names something else."""
    named = os.environ.get(VARIABLE, "").strip()
    return f"biến {VARIABLE} chỉ tới «{named}», ở đó không có LibreOffice" if named else "máy này chưa cài"


def _inside(named: str) -> str:
    """The program that ``named`` is, or that stands in it; '' if there is none."""
    place = Path(named).expanduser()
    if place.is_file():
        return str(place)
    found = (place / folder / file for folder in INSIDE for file in FILES)
    return next((str(path) for path in found if path.is_file()), "")


def _registered() -> Iterator[str]:
    """The folders the Windows registry names; nothing on other systems."""
    if sys.platform != "win32":
        return
    import winreg

    for hive in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):
        for key in REGISTRY:
            try:
                value = winreg.QueryValue(hive, key)
            except OSError:
                continue  # no such key: nothing installed for this hive
            if isinstance(value, str) and value:
                yield value
