"""What an earlier build has left -> out of the way of the next, and deleted when all is measured.

To delete it at once would be measured with what comes next: for some minutes after thousands of
files are gone, ext4 looks through their places whenever a file is made (`recently_deleted` in its
ialloc.c), which took three to nine seconds of a build of 10,000 pages, and most from those who make
most folders.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import mkdtemp

_ASIDE = "aside"


def put_aside(path: Path, workshop: Path) -> None:
    """Move a file or a folder, if it is there, where nothing is measured."""
    if path.exists():
        aside = workshop / _ASIDE
        aside.mkdir(exist_ok=True)
        path.rename(Path(mkdtemp(dir=aside)) / path.name)


def delete(workshop: Path) -> None:
    """Delete all that was put aside."""
    shutil.rmtree(workshop / _ASIDE, ignore_errors=True)
