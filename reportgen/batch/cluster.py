"""Other machines: a dask.distributed cluster as one more ``concurrent.futures.Executor``. The only door to that library.

The scheduler runs a task again elsewhere when the worker that had it, or its result, is lost; documents are written by the
process that started the batch and by nobody else, so nothing is lost and nothing is there twice. Workers need the same version
of reportgen, and no disk in common.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager

from reportgen import __version__
from reportgen.errors import DataError, MissingToolError, system_says

SECONDS = 20
RETRIES = 3


@contextmanager
def cluster_executor(address: str) -> Iterator[tuple[Executor, int]]:
    """The executor of the cluster at ``address`` (``tcp://10.0.0.5:8786``) and how many tasks it does at once.

    MissingToolError LO31 without the library; DataError LO32 if there is no scheduler, no worker, or another version on one.
    """
    try:
        from distributed import Client
    except ImportError:
        hint = "cài thêm: pip install reportgen[cluster]"
        raise MissingToolError.of("LO31", "chạy trên cụm máy cần thư viện dask.distributed, máy này chưa cài", hint=hint) from None
    try:
        client = Client(address, timeout=SECONDS, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as failure:
        hint = "xem lại địa chỉ của bộ điều phối (dask scheduler) sau --cluster, ví dụ tcp://10.0.0.5:8786"
        raise DataError.of("LO32", f"không nối được với cụm máy {address} ({_why(failure)})", hint=hint) from None
    with client:
        threads = _ready(client, address)
        with client.get_executor(pure=False, retries=RETRIES) as hands:
            yield hands, threads


def _why(failure: Exception) -> str:
    """Why there is no connection, in words."""
    if not isinstance(failure, OSError):
        return "địa chỉ không đúng dạng"
    return system_says(failure) if failure.errno else f"không có bộ điều phối nào trả lời trong {SECONDS} giây"


def _ready(client, address: str) -> int:
    """How many threads the workers have together."""
    workers = client.nthreads()
    if not workers:
        raise DataError.of("LO32", f"cụm máy {address} chưa có máy nào", hint="khởi động các máy: dask worker ĐỊA-CHỈ")
    try:
        there = client.run(version_here)
    except Exception as failure:  # whatever a worker could not import comes back as itself
        message = "máy trong cụm không chạy được reportgen"
        raise DataError.of("LO32", message, hint=f"cài reportgen {__version__} trên mọi máy của cụm") from failure
    odd = sorted(f"{worker}: {its}" for worker, its in there.items() if its != __version__)
    if odd:
        hint = f"cài reportgen {__version__} trên mọi máy của cụm"
        raise DataError.of("LO32", f"các máy có bản reportgen khác ({'; '.join(odd)})", hint=hint)
    return sum(workers.values())


def version_here() -> str:
    """The version of reportgen on a worker."""
    return __version__
