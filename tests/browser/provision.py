"""Turns whatever machine this is into one with a Chromium that the tests can drive."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import sync_playwright

NAMES = ("chromium", "google-chrome", "google-chrome-stable", "chromium-browser")

# A closed network is to be noticed in seconds; a slow one may take its minutes.
CONNECT_MILLISECONDS = 5_000
DOWNLOAD_SECONDS = 600

QUIET = (
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-gpu",
)

NO_BROWSER = """\
The browser tests need Chromium, and there is none that starts. Any one of these helps:
  - install Chromium or Google Chrome so that it is in PATH (Debian: apt-get install chromium)
  - with an open network: .venv/bin/playwright install --with-deps chromium
Then run the command again.
"""


def main() -> int:
    """Find a browser or get one; the exit status says whether the tests have one now."""
    if have_browser() or (download() and have_browser()) or (apt_install() and have_browser()):
        return 0
    sys.stderr.write(NO_BROWSER)
    return 1


def have_browser() -> bool:
    """Whether the system or Playwright itself has a Chromium that starts."""
    return system_chromium() is not None or own_chromium_starts()


def system_chromium() -> str | None:
    """The first Chromium in PATH that starts, or None; a stub that only advises does not count."""
    found = filter(None, map(shutil.which, NAMES))
    return next((path for path in found if succeeds(path, "--version", seconds=20)), None)


def own_chromium_starts() -> bool:
    """Whether Playwright has its own Chromium, with the system libraries that it needs."""
    with sync_playwright() as playwright:
        try:
            playwright.chromium.launch(args=launch_arguments()).close()
        except PlaywrightError:
            return False
    return True


def launch_arguments() -> list[str]:
    """What Chromium is started with: silent on the network, and without its sandbox as root."""
    return [*QUIET, *(["--no-sandbox"] if is_root() else [])]


def download() -> bool:
    """Fetch Playwright's own Chromium."""
    say("No Chromium in PATH; asking Playwright for its own.")
    return succeeds(
        sys.executable,
        *("-m", "playwright", "install", "chromium"),
        seconds=DOWNLOAD_SECONDS,
        environment={"PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": str(CONNECT_MILLISECONDS)},
    )


def apt_install() -> bool:
    """Install Debian's Chromium, and a font to measure text with."""
    if not is_root() or shutil.which("apt-get") is None:
        return False
    say("Playwright's own could not be had; asking apt-get for chromium.")
    # An index that is half out of date may still hold what is needed.
    succeeds("apt-get", "update", "-qq", seconds=DOWNLOAD_SECONDS)
    return succeeds(
        *("apt-get", "install", "-y", "-qq", "--no-install-recommends"),
        *("chromium", "fonts-liberation"),
        seconds=DOWNLOAD_SECONDS,
        environment={"DEBIAN_FRONTEND": "noninteractive"},
    )


def succeeds(*command: str, seconds: float, environment: dict[str, str] | None = None) -> bool:
    """Run a command without its chatter; True when it ends well and in time."""
    try:
        subprocess.run(
            command,
            check=True,
            timeout=seconds,
            env={**os.environ, **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return True


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
