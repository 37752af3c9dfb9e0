"""Where LibreOffice is looked for: the variable, the path, the Windows registry, the usual folders."""

import sys
import types

import pytest

from reportgen.sources import office_place
from reportgen.sources.office_place import office_program, why_none


@pytest.fixture
def machine(monkeypatch, tmp_path):
    """A machine without LibreOffice; ``machine.put(path)`` puts a program there."""
    monkeypatch.delenv(office_place.VARIABLE, raising=False)
    monkeypatch.setattr(office_place.shutil, "which", lambda name: None)
    monkeypatch.setattr(office_place, "USUAL_FOLDERS", (str(tmp_path / "LibreOffice"), str(tmp_path / "LibreOffice.app")))

    def put(name):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
        return path

    return types.SimpleNamespace(put=put, folder=tmp_path)


def test_none(machine):
    assert office_program() == "" and "chưa cài" in why_none()


@pytest.mark.parametrize("name", ["LibreOffice/program/soffice.exe", "LibreOffice.app/Contents/MacOS/soffice"])
def test_the_usual_folders_of_windows_and_macos(name, machine):
    program = machine.put(name)
    assert office_program() == str(program)


def test_the_search_path_comes_before_the_usual_folders(machine, monkeypatch):
    machine.put("LibreOffice/program/soffice")
    monkeypatch.setattr(office_place.shutil, "which", lambda name: "/somewhere/libreoffice" if name == "libreoffice" else None)
    assert office_program() == "/somewhere/libreoffice"


@pytest.mark.parametrize("named", ["mang-theo/soffice.exe", "mang-theo", '"mang-theo"'])
@pytest.mark.parametrize("inside", ["", "program/"])
def test_the_variable_names_a_program_or_its_folder_and_decides(named, inside, machine, monkeypatch):
    program = machine.put(f"mang-theo/{inside}soffice.exe")
    machine.put("LibreOffice/program/soffice")
    value = named.replace("mang-theo", str(machine.folder / "mang-theo")).replace("/soffice.exe", f"/{inside}soffice.exe")
    monkeypatch.setenv(office_place.VARIABLE, value)
    assert office_program() == str(program)


def test_a_variable_that_names_nothing_is_told_and_nothing_else_is_taken(machine, monkeypatch):
    machine.put("LibreOffice/program/soffice")
    monkeypatch.setenv(office_place.VARIABLE, str(machine.folder / "khong-co"))
    assert office_program() == ""
    assert "khong-co" in why_none()


@pytest.mark.parametrize("hive", ["machine", "user"])
@pytest.mark.parametrize("key", office_place.REGISTRY)
def test_the_windows_registry(hive, key, machine, monkeypatch):
    program = machine.put("Program Files/LO 24/program/soffice.exe")

    def query(asked, name):
        if (asked, name) != (hive, key):
            raise FileNotFoundError(name)
        return str(program.parent)

    registry = types.SimpleNamespace(HKEY_LOCAL_MACHINE="machine", HKEY_CURRENT_USER="user", QueryValue=query)
    monkeypatch.setitem(sys.modules, "winreg", registry)
    monkeypatch.setattr(office_place.sys, "platform", "win32")
    assert office_program() == str(program)
