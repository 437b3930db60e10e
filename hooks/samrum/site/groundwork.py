"""The code and the templates -> what follows from them alone, kept in a file from build to build.

To compile templates and to make the schemas of records takes a tenth of a build after one changed
record. The file may be deleted; one that is damaged, or was written by another version, is as good
as none. Like the bytecode that Python keeps of modules, what is in it runs.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from samrum import schema
from samrum.pages.render import Renderer
from samrum.sealed import seal, unsealed

NAME = "groundwork.json"


@dataclass(frozen=True, slots=True)
class Groundwork:
    """Compiled templates, and the schemas of records, by the names of their files."""

    templates: Mapping[str, bytes]
    schemas: Mapping[str, bytes]


def made(renderer: Renderer) -> Groundwork:
    """The groundwork, made now."""
    return Groundwork(renderer.compiled(), schema.files())


def kept(folder: Path, version: str) -> Groundwork | None:
    """What was kept in a folder by the same version, if anything was."""
    text = unsealed(folder / NAME, version)
    if text is None:
        return None
    groups = json.loads(text)
    return Groundwork(
        **{
            group: {name: b64decode(content) for name, content in files.items()}
            for group, files in groups.items()
        }
    )


def keep(folder: Path, version: str, groundwork: Groundwork) -> None:
    """Keep it for the next build; where nothing can be written, nothing is kept."""
    groups = {
        group: {name: b64encode(content).decode() for name, content in files.items()}
        for group, files in asdict(groundwork).items()
    }
    with suppress(OSError):
        seal(folder / NAME, version, json.dumps(groups).encode())
