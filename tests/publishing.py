"""The records of this repository -> the site that is published from them, in a folder of choice."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parents[1]
SITE_URL = "https://arkivet.example/samrum/"
"""Below the top of its host, where an address that begins in "/" leads astray."""

DAY = "1 mars 2022"
"""The day of which the published site speaks."""
_MOMENT = "1646092800"  # the same day, in seconds


def publish(folder: Path, site_url: str = SITE_URL, **environment: str) -> Path:
    """Build the site, as `make site` does, into a folder; the folder."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    told = {"SITE_URL": site_url, "SOURCE_DATE_EPOCH": _MOMENT, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        [*command, "--site-dir", str(folder)],
        cwd=PROJECT,
        env={**os.environ, **told, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder
