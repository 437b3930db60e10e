"""The theme's folders -> the few files of theirs that a page loads."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

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


def choose_files(files: Files, theme: Path, config: MkDocsConfig) -> None:
    """Put the stylesheet in as one file, and leave out what no page loads."""
    for file in list(files):
        if file.src_uri.startswith((STYLES, *_UNUSED)):
            files.remove(file)
    content = stylesheet(config.theme.dirs, theme)
    files.append(File.generated(config, BUNDLE, content=content))


def _material(folders: Iterable[str]) -> Path:
    found = [path for folder in folders for path in Path(folder).glob(_MATERIAL)]
    if len(found) != 1:
        raise ThemeError(f"expected one {_MATERIAL} in the theme, found {len(found)}")
    return found[0]
