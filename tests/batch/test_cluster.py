"""The same batch on a cluster: two worker processes, one of them killed in the middle; nothing is lost and nothing is there twice."""

import json
import os
import subprocess
import sys

import pytest

from reportgen.errors import ReportgenError

distributed = pytest.importorskip("distributed", reason="dask.distributed is not installed (pip install reportgen[cluster])")

# The library announces changes of its own and of tornado's that are no affair of ours.
pytestmark = pytest.mark.filterwarnings("default")

SCRIPT = """
import os, signal, sys
from pathlib import Path
from distributed import LocalCluster
from reportgen.batch import Wish
from reportgen.batch.running import run_batch
from reportgen.project import Project

if __name__ == "__main__":
    folder, kill = Path(sys.argv[1]), sys.argv[2] == "kill"
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50) as cluster:
        workers = [worker.pid for worker in cluster.workers.values()]

        def watch(progress):
            global kill
            if kill and progress.done >= 100:
                kill = False
                os.kill(workers[0], signal.SIGKILL)

        wish = Wish("bao-cao-xa", folder / "xa.xlsx", out=folder / "output", cluster=cluster.scheduler_address)
        outcome = run_batch(Project(folder), wish, watch)
        print(outcome.made, outcome.failed, "killed" if sys.argv[2] == "kill" and not kill else "alive")
"""


def test_a_cluster_makes_the_same_documents_even_if_a_worker_dies(place, book, batch, files):
    how = "leave" if os.name == "nt" else "kill"  # there is no kill -9 on Windows
    count = 300
    book([(n, f"xã Số {n}", 1000 + n, 20, 10, 10 if n % 50 else 11, None) for n in range(1, count + 1)])
    script = place / "chay.py"
    script.write_text(SCRIPT, "utf-8")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, str(script), str(place), how], capture_output=True, text=True, timeout=120, env=environment
    )
    made, failed, worker = done.stdout.split()
    assert (int(made), int(failed)) == (count - count // 50, count // 50), done.stderr
    assert worker == ("killed" if how == "kill" else "alive")
    batch(out=place / "mot-may")
    assert files(place / "output") == files(place / "mot-may")
    listed = [unit["row"] for unit in json.loads((place / "output/manifest.json").read_text("utf-8"))["documents"]]
    assert len(listed) == len(set(listed)) == count
    assert (place / "output/manifest.json").read_bytes() == (place / "mot-may/manifest.json").read_bytes()


def test_an_address_nobody_listens_at(book, batch, monkeypatch):
    from reportgen.batch import cluster

    monkeypatch.setattr(cluster, "SECONDS", 1)
    book()
    with pytest.raises(ReportgenError) as failure:
        batch(cluster="tcp://127.0.0.1:9")
    assert failure.value.findings[0].code == "LO32"




def test_a_base_that_reads_a_spreadsheet_stays_on_this_machine(book, batch, change):
    change("data/hang-loat/bao-cao-xa.yml", "nguoi_ky", "so_lieu: {ho_cung: {nguon: so-lieu.xlsx!C7}}\nnguoi_ky")
    book()
    with pytest.raises(ReportgenError) as failure:
        batch(cluster="tcp://127.0.0.1:9")
    assert failure.value.findings[0].code == "LO33"
