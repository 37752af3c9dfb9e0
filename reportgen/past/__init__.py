"""Figures of other periods, found in the reports of those periods: what was issued first, else the data as they stand.

``sources`` knows which report speaks of which period; ``search`` finds and works out the figures; ``telling`` says what is
missing and what does not agree.
"""

from __future__ import annotations

from reportgen.past.search import Past, look_up
from reportgen.past.telling import findings_about

__all__ = ["Past", "findings_about", "look_up"]
