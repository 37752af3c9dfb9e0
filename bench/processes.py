"""Run a command and see what it took: clock, processor time of it and its workers, the most memory of all of them together."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

from install_peers import clean


class Taken(dict):
    """``clock`` and ``processor`` in seconds, ``memory`` in MB (0 where the system does not tell)."""


def run(command: list[str], more: dict[str, str] | None = None) -> Taken:
    """One run; ends this program if it fails."""
    start = time.perf_counter()
    process = subprocess.Popen(command, env=clean() | (more or {}), stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    watch = _Watch(process.pid)
    watch.start()
    assert process.stdout is not None
    told = process.stdout.read()
    if hasattr(os, "wait4"):
        _, status, used = os.wait4(process.pid, 0)
        process.returncode, processor = os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime
    else:
        process.wait()
        processor = 0.0
    clock = time.perf_counter() - start
    watch.over.set()
    watch.join()
    if process.returncode:
        sys.exit(f"{' '.join(command[-6:])} ended with {process.returncode}: {told.decode('utf-8', 'replace')[-2000:]}")
    return Taken(clock=clock, processor=processor, memory=watch.most)


class _Watch(threading.Thread):
    """Looks at the process and all below it every few milliseconds; Linux only."""

    def __init__(self, pid: int):
        super().__init__(daemon=True)
        self.pid, self.most, self.over = pid, 0.0, threading.Event()

    def run(self) -> None:
        while not self.over.wait(0.02):
            self.most = max(self.most, sum(map(_resident, _tree(self.pid))))


def _tree(pid: int) -> list[int]:
    found = [pid]
    for one in found:
        for task in _listed(Path(f"/proc/{one}/task")):
            try:
                found += map(int, (task / "children").read_text().split())
            except OSError:
                continue
    return found


def _listed(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _resident(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))
