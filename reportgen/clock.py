"""The only place that reads the clock. A document's bytes never depend on it; the sample of ``init`` does."""

from __future__ import annotations

import datetime


def today() -> datetime.date:
    """The date on this machine."""
    return datetime.date.today()
