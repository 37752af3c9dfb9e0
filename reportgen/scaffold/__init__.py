"""Making what people then fill in: a new report, a new project, Word frames."""

from __future__ import annotations

from reportgen.scaffold.frames import write_frames
from reportgen.scaffold.made import Made, MadeFile
from reportgen.scaffold.projects import AgencyAnswers, check_new_folder, init_project
from reportgen.scaffold.reports import new_report

__all__ = [
    "AgencyAnswers",
    "Made",
    "MadeFile",
    "check_new_folder",
    "init_project",
    "new_report",
    "write_frames",
]
