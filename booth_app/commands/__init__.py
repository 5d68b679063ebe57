"""The command line: the same knowledge as the window's, and no window.

Exit status 0: done, also where nothing was found; 1: problems were found; 2: could not run, with
one line on stderr.
"""

from booth_app.commands.running import run

__all__ = ["run"]
