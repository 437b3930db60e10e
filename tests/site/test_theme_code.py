"""The theme's templates are compiled once, and anew when they change."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

from jinja2 import DictLoader, Environment

from samrum.site.theme_code import NAME, ThemeCode


def shown(folder: Path, template: str, version: str = "1") -> tuple[str, int]:
    """What a template says in a build that works in a folder, and how many had to be compiled."""
    theme = Environment(loader=DictLoader({"main.html": template}), autoescape=True)
    code = ThemeCode(folder, version)
    code.give(theme)
    with patch.object(theme, "compile", wraps=theme.compile) as compiled:
        words = theme.get_template("main.html").render(x="å")
    code.keep()
    return words, compiled.call_count


def test_a_template_is_compiled_in_the_first_build_alone(tmp_path: Path) -> None:
    assert shown(tmp_path, "{{ x }}") == ("å", 1)
    assert shown(tmp_path, "{{ x }}") == ("å", 0)


def test_a_template_that_has_changed_is_compiled_anew(tmp_path: Path) -> None:
    shown(tmp_path, "{{ x }}")

    assert shown(tmp_path, "{{ x }}!") == ("å!", 1)
    assert shown(tmp_path, "{{ x }}!") == ("å!", 0)


def test_what_another_version_has_compiled_is_not_used(tmp_path: Path) -> None:
    shown(tmp_path, "{{ x }}")

    assert shown(tmp_path, "{{ x }}", version="2") == ("å", 1)


def test_what_is_damaged_is_compiled_anew(tmp_path: Path) -> None:
    shown(tmp_path, "{{ x }}")
    (tmp_path / NAME).write_bytes((tmp_path / NAME).read_bytes()[:-1])

    assert shown(tmp_path, "{{ x }}") == ("å", 1)


def test_a_file_is_written_only_for_something_new(tmp_path: Path) -> None:
    shown(tmp_path, "{{ x }}")
    before = (tmp_path / NAME).stat().st_mtime_ns

    shown(tmp_path, "{{ x }}")

    assert (tmp_path / NAME).stat().st_mtime_ns == before


def test_where_nothing_can_be_kept_all_is_compiled(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file")

    assert shown(tmp_path / "kept", "{{ x }}") == ("å", 1)
    assert shown(tmp_path / "kept", "{{ x }}") == ("å", 1)
