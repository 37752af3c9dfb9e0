"""The mouth: the only room that reads the command line, prints and ends the process.

``main`` is light on purpose: a command's module, and every library it needs, is imported only when that
command runs, so that ``reportgen --help`` costs little more than starting Python.
"""

from reportgen.cli.entry import main

__all__ = ["main"]
