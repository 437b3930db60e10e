"""What every test may ask for: the browser that provision.py found."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import settings

from tests.browser.provision import launch_arguments, system_chromium

# How long an example takes says something about the machine, not about Samrum.
settings.register_profile("samrum", settings.default, deadline=None)
settings.load_profile("samrum")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the system's Chromium where there is one, else Playwright's own.

    Where there is neither, the launch fails, and with it the test: no browser is no excuse.
    """
    arguments = {**browser_type_launch_args, "args": launch_arguments()}
    executable = system_chromium()
    return arguments if executable is None else {**arguments, "executable_path": executable}
