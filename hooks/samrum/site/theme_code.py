"""The theme's templates, which MkDocs compiles for every build -> compiled once, and kept."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from jinja2 import Environment

from samrum import kept as files
from samrum.pages.compiled import Compiled

NAME = "theme.zip"


class ThemeCode:
    """What is kept of the theme in a folder; it may be deleted, and is this version's alone."""

    def __init__(self, folder: Path, version: str) -> None:
        self._path = folder / NAME
        self._version = version
        self._before = files.kept(self._path, version) or {}
        self._compiled = Compiled(self._before)

    def give(self, theme: Environment) -> None:
        """Let the theme's templates be those that are kept, as far as they are."""
        theme.bytecode_cache = self._compiled

    def keep(self) -> None:
        """Keep what had to be compiled; where nothing can be written, nothing is kept."""
        if self._compiled.known != self._before:
            with suppress(OSError):
                files.keep(self._path, self._version, self._compiled.known)
