"""How far long work is."""

from __future__ import annotations

import sys

import pytest

from samrum.progress import progress


@pytest.mark.parametrize(
    ("total", "is_terminal", "is_shown"),
    [(100, True, True), (99, True, False), (100, False, False)],
)
def test_it_is_told_of_long_work_and_on_a_terminal_alone(
    total: int,
    is_terminal: bool,
    is_shown: bool,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: is_terminal)

    with progress("Pages", total, enough=100) as bar:
        bar.update(total)

    assert ("Pages" in capsys.readouterr().err) is is_shown
