"""The code and the templates -> what follows from them alone, kept in a file from build to build.

To compile templates and to make the schemas of records takes a tenth of a build after one changed
record. The file may be deleted; one that is damaged, or was written by another version, is as good
as none. Like the bytecode that Python keeps of modules, what is in it runs.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from samrum import kept as files
from samrum import schema
from samrum.pages.render import Renderer

NAME = "groundwork.zip"

_TEMPLATES = "templates/"
_SCHEMAS = "schemas/"


class Groundwork(Struct, frozen=True):
    """Compiled templates, and the schemas of records, by the names of their files."""

    templates: Mapping[str, bytes]
    schemas: Mapping[str, bytes]


def made(renderer: Renderer) -> Groundwork:
    """The groundwork, made now."""
    return Groundwork(renderer.compiled(), schema.files())


def kept(folder: Path, version: str) -> Groundwork | None:
    """What was kept in a folder by the same version, if anything was."""
    found = files.kept(folder / NAME, version)
    if found is None:
        return None
    return Groundwork(_below(_TEMPLATES, found), _below(_SCHEMAS, found))


def keep(folder: Path, version: str, groundwork: Groundwork) -> None:
    """Keep it for the next build; where nothing can be written, nothing is kept."""
    templates = {_TEMPLATES + name: one for name, one in groundwork.templates.items()}
    schemas = {_SCHEMAS + name: one for name, one in groundwork.schemas.items()}
    with suppress(OSError):
        files.keep(folder / NAME, version, templates | schemas)


def _below(place: str, found: Mapping[str, bytes]) -> dict[str, bytes]:
    return {
        name.removeprefix(place): content
        for name, content in found.items()
        if name.startswith(place)
    }
