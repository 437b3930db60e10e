"""The built site -> the pictures in the README: `make pictures` takes them anew."""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import ViewportSize, sync_playwright

from tests.browser.provision import launch_arguments, system_chromium
from tests.browser.serving import served

PICTURES = {"forslag": "beslut/hsn-au-forskningsstod-nara-vard/"}
"""Each picture's name and the address it shows."""

SIZE: ViewportSize = {"width": 1200, "height": 800}


def main(site: Path, target: Path) -> None:
    """Take every picture of a built site."""
    target.mkdir(parents=True, exist_ok=True)
    with served(site) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            args=launch_arguments(), executable_path=system_chromium()
        )
        for name, address in PICTURES.items():
            page = browser.new_page(viewport=SIZE)
            page.goto(url + address)
            page.evaluate("document.fonts.ready")
            page.screenshot(path=target / f"{name}.png")
            page.close()
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
