"""``reportgen watch``: a build after every save, told on the terminal."""

import subprocess
import sys

import pytest


@pytest.fixture
def watching(project_copy):
    """Start the command; ``lines()`` gives its next line."""
    command = [sys.executable, "-u", "-m", "reportgen", "--du-an", str(project_copy), "watch", "thang-2-2020"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        yield lambda: process.stdout.readline().strip()
        process.terminate()


def test_build_save_break_mend(watching, edited, project_copy):
    assert watching() == "đã ghi output/thang-2-2020.docx"
    built = project_copy / "output" / "thang-2-2020.docx"
    first = built.read_bytes()

    edited("data/thang-2-2020.yml", "26.140", "26.14l")
    assert watching() == "đã lưu data/thang-2-2020.yml"
    assert watching() == "còn lỗi, giữ nguyên tệp cũ"
    assert built.read_bytes() == first

    edited("data/thang-2-2020.yml", "26.14l", "26.142")
    assert watching() == "đã lưu data/thang-2-2020.yml"
    assert watching() == "đã ghi output/thang-2-2020.docx"
    assert built.read_bytes() != first


def test_a_name_there_is_not(project_copy):
    command = [sys.executable, "-m", "reportgen", "--du-an", str(project_copy), "watch", "thang-2-2021"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 2
    assert "thang-2-2020" in done.stderr
