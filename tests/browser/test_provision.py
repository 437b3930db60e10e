from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser import provision


def test_the_browser_opens_a_page(page: Page) -> None:
    page.goto("data:text/html,<html lang=sv><title>Beslut</title><h1>Protokoll</h1>")

    assert page.title() == "Beslut"
    assert page.get_by_role("heading", name="Protokoll").is_visible()


def test_a_chromium_in_path_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chromium = program(tmp_path / "chromium", "exit 0")
    monkeypatch.setenv("PATH", str(tmp_path))

    assert provision.system_chromium() == str(chromium)


def test_a_chromium_that_does_not_start_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path / "chromium", "exit 1")
    chrome = program(tmp_path / "google-chrome", "exit 0")
    monkeypatch.setenv("PATH", str(tmp_path))

    assert provision.system_chromium() == str(chrome)


def test_a_machine_where_no_browser_can_be_had_is_told_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for way in ("have_browser", "download", "apt_install"):
        monkeypatch.setattr(provision, way, lambda: False)

    assert provision.main() == 1
    assert "apt-get install chromium" in capsys.readouterr().err


def test_nothing_is_fetched_when_a_browser_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    fetched: list[str] = []
    monkeypatch.setattr(provision, "have_browser", lambda: True)
    monkeypatch.setattr(provision, "download", lambda: fetched.append("download"))
    monkeypatch.setattr(provision, "apt_install", lambda: fetched.append("apt"))

    assert provision.main() == 0
    assert fetched == []


def program(path: Path, line: str) -> Path:
    path.write_text(f"#!/bin/sh\n{line}\n")
    path.chmod(0o755)
    return path
