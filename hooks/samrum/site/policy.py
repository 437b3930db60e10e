"""The theme's inline script -> the security policy of every page, in the forms that hosts take."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, TemplateNotFound
from msgspec import Struct

INLINE_SCRIPT = "scripts/early.js"
"""The theme's one inline script: it chooses light or dark before anything is painted."""

_DEFAULT = {
    "default-src": "'none'",
    # Pagefind's search is WebAssembly.
    "script-src": "'self' 'wasm-unsafe-eval'",
    "style-src": "'self'",
    # Material's stylesheet draws its icons from data: addresses.
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
}
_IN_HEADERS_ONLY = {"frame-ancestors": "'none'"}
"""What browsers do not obey, and complain of, in a page."""

_DENIED = (
    *("accelerometer", "autoplay", "browsing-topics", "camera", "display-capture"),
    *("encrypted-media", "fullscreen", "gamepad", "geolocation", "gyroscope", "hid"),
    *("identity-credentials-get", "idle-detection", "local-fonts", "magnetometer", "microphone"),
    *("midi", "otp-credentials", "payment", "picture-in-picture", "publickey-credentials-get"),
    *("screen-wake-lock", "serial", "storage-access", "usb", "window-management"),
    "xr-spatial-tracking",
)

_OTHER_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    # Which decision somebody has read is not for the next site to know.
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _DENIED),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    # Everything here is public and nobody is logged in: scripts elsewhere may load it as data.
    "Access-Control-Allow-Origin": "*",
    "Strict-Transport-Security": "max-age=31536000",
}

_LASTING = "public, max-age=31536000, immutable"
_LASTING_FOLDERS = ("pagefind/fragment", "pagefind/index")
"""Where a file's name changes with what is in it."""

_SCRIPT = re.compile(rb"<script\b([^>]*)>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_IS_ELSEWHERE = re.compile(rb"\ssrc\s*=", re.IGNORECASE)
_TYPE = re.compile(rb"""\stype\s*=\s*["']?([^"'\s>]*)""", re.IGNORECASE)
_RUN_AS = {b"", b"module", b"importmap", b"speculationrules", b"text/javascript"}
"""The types of scripts that a browser obeys; of any other type it is data to be read."""


def inline_scripts(html: bytes) -> Iterator[str]:
    """The scripts that stand in a page itself and that a browser would run."""
    for attributes, text in _SCRIPT.findall(html):
        type = _TYPE.search(attributes)
        is_run = type is None or type[1].lower() in _RUN_AS
        if is_run and not _IS_ELSEWHERE.search(attributes):
            yield text.decode()


def may_hold_script(html: bytes) -> bool:
    """Whether something in it begins like a script, which is sooner told than what it is."""
    return b"<script" in html.lower()


class PolicyError(Exception):
    """A page holds a script that its own policy keeps from running."""

    @classmethod
    def of(cls, page: str) -> PolicyError:
        """The error for the page at a path of the site."""
        return cls(
            f"{page}: the security policy refuses a script inside the page; "
            "put it in a file of its own"
        )


class Policy(Struct, frozen=True):
    """What a page may load and run: files of its own site, and these inline scripts."""

    scripts: tuple[str, ...]

    @classmethod
    def of(cls, theme: Environment) -> Policy | None:
        """The policy that the theme's own script gives; None for a theme that is not ours."""
        try:
            return cls((theme.get_template(INLINE_SCRIPT).render(),))
        except TemplateNotFound:
            return None

    @property
    def in_page(self) -> str:
        """The policy as a page can carry it in a meta element."""
        return self._directives(_DEFAULT)

    @property
    def in_header(self) -> str:
        """The policy as a server sends it."""
        return self._directives({**_DEFAULT, **_IN_HEADERS_ONLY})

    def refused(self, html: bytes) -> list[str]:
        """The inline scripts of a page that the policy keeps from running."""
        return [script for script in inline_scripts(html) if script not in self.scripts]

    def files(self) -> dict[str, bytes]:
        """The policy and its sisters as servers read them: Netlify and Cloudflare, nginx, Caddy."""
        headers = {"Content-Security-Policy": self.in_header, **_OTHER_HEADERS}
        files = {
            "_headers": _for_netlify(headers),
            "deploy/nginx.conf": _for_nginx(headers),
            "deploy/Caddyfile": _for_caddy(headers),
        }
        return {name: text.encode() for name, text in files.items()}

    def _directives(self, sources: dict[str, str]) -> str:
        hashes = sorted(f"'sha256-{_digest(script)}'" for script in self.scripts)
        scripts = " ".join([sources["script-src"], *hashes])
        allowed = {**sources, "script-src": scripts}
        return "; ".join(f"{name} {what}" for name, what in allowed.items())


def check_pages(site: Path, policy: Policy) -> None:
    """Raise PolicyError for the first page of a built site with a script that would not run."""
    for path in sorted(site.rglob("*.html")):
        if policy.refused(path.read_bytes()):
            raise PolicyError.of(path.relative_to(site).as_posix())


def _digest(script: str) -> str:
    return b64encode(sha256(script.encode()).digest()).decode()


def _for_netlify(headers: dict[str, str]) -> str:
    lines = ["/*", *(f"  {name}: {value}" for name, value in headers.items())]
    for folder in _LASTING_FOLDERS:
        lines += [f"/{folder}/*", f"  Cache-Control: {_LASTING}"]
    return _text(lines)


def _for_nginx(headers: dict[str, str]) -> str:
    lines = ["# In the server block that serves the site: include /path/to/site/deploy/nginx.conf;"]
    lines += [f'add_header {name} "{value}" always;' for name, value in headers.items()]
    # Not add_header: one in a location would take the place of all those above.
    lines += [f"location ~ /{folder}/ {{ expires 1y; }}" for folder in _LASTING_FOLDERS]
    return _text(lines)


def _for_caddy(headers: dict[str, str]) -> str:
    lines = ["# In the block of the site: import /path/to/site/deploy/Caddyfile", "header {"]
    lines += [f'\t{name} "{value}"' for name, value in headers.items()]
    lines += ["}", f"@lasting path {' '.join(f'*/{folder}/*' for folder in _LASTING_FOLDERS)}"]
    lines += [f'header @lasting Cache-Control "{_LASTING}"']
    return _text(lines)


def _text(lines: list[str]) -> str:
    return "\n".join(lines) + "\n"
