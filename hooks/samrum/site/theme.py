"""The theme's folders -> the few files of theirs that a page loads."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.theme import Theme

STYLES = "styles/"
BUNDLE = "assets/samrum.css"
_MATERIAL = "assets/stylesheets/main.*.min.css"
_CHARSET = '@charset "UTF-8";'
_UNUSED = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")
"""What Material ships and no page of ours loads; its stylesheet is in the bundle."""


class ThemeError(Exception):
    """Material does not hold what our pages rely on."""


def stylesheet(folders: Iterable[str], theme: Path) -> str:
    """One stylesheet: Material's in a layer of its own, then ours in the order of their names.

    What stands outside a layer wins over what stands in one, so our rules need not outdo
    Material's selectors. Raises ThemeError when Material's stylesheet is not where it was.
    """
    material = _material(folders).read_text(encoding="utf-8").removeprefix(_CHARSET)
    sheets = sorted((theme / STYLES).glob("*.css"))
    ours = "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
    return f"{_CHARSET}\n@layer material {{\n{material}\n}}\n{ours}"


def pass_hidden_by(theme: Theme) -> None:
    """Keep MkDocs from looking into the theme's hidden folders, from which it takes no file.

    Material has 14,500 icons in `.icons`: to look at the name of each takes as long as 200 pages.
    """
    get_env = theme.get_env

    def get_lean_env() -> Environment:
        env = get_env()
        env.loader = _Shown(theme.dirs)
        return env

    theme.get_env = get_lean_env  # type: ignore[method-assign]  # MkDocs has no event before it looks


def choose_files(files: Files, theme: Path, config: MkDocsConfig) -> None:
    """Put the stylesheet in as one file, and leave out what no page loads."""
    for file in list(files):
        if file.src_uri.startswith((STYLES, *_UNUSED)):
            files.remove(file)
    content = stylesheet(config.theme.dirs, theme)
    files.append(File.generated(config, BUNDLE, content=content))


class _Shown(FileSystemLoader):
    """Finds every template, and lists those in no hidden folder."""

    def list_templates(self) -> list[str]:
        """The names of the files, each by its way from its folder."""
        names: set[str] = set()
        for top in self.searchpath:
            for folder, inside, files in os.walk(top):
                inside[:] = [name for name in inside if not name.startswith(".")]
                way = Path(folder).relative_to(top)
                names.update((way / name).as_posix() for name in files)
        return sorted(names)


def _material(folders: Iterable[str]) -> Path:
    found = [path for folder in folders for path in Path(folder).glob(_MATERIAL)]
    if len(found) != 1:
        raise ThemeError(f"expected one {_MATERIAL} in the theme, found {len(found)}")
    return found[0]
