"""The security policy: what it allows, and the forms that servers read it in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from samrum.site.policy import Policy, PolicyError, check_pages, inline_scripts

THEME = {"scripts/early.js": "choose();\n", "main.html": ""}
# printf 'choose();' | openssl dgst -sha256 -binary | base64
HASH = "'sha256-XR4emKc6x49XKkDTXK8C8EEjGStQlB1hWFMq6ZWwsRw='"

POLICY = Policy(("choose();",))


@pytest.mark.parametrize(
    ("html", "scripts"),
    [
        ("<p>text</p>", []),
        ("<script>a()</script>", ["a()"]),
        ("<script>a()\n</script><SCRIPT >b()</SCRIPT >", ["a()\n", "b()"]),
        ("<script type=module>a()</script>", ["a()"]),
        ("<script type='text/JavaScript'>a()</script>", ["a()"]),
        ('<script type="importmap">{}</script>', ["{}"]),
        ('<script nonce="x" data-src="y">a()</script>', ["a()"]),
        ('<script src="a.js"></script>', []),
        ('<script defer src = "a.js" type="module"></script>', []),
        ('<script type="application/ld+json">{"@id": "a"}</script>', []),
        ('<scripture>a()</scripture><noscript id="b">c</noscript>', []),
        ("&lt;script&gt;a()&lt;/script&gt;", []),
    ],
)
def test_inline_scripts_are_those_that_a_browser_runs(html: str, scripts: list[str]) -> None:
    assert list(inline_scripts(html.encode())) == scripts


def test_the_policy_names_the_themes_inline_script_by_its_hash() -> None:
    policy = Policy.of(Environment(loader=DictLoader(THEME), autoescape=True))

    assert policy == POLICY
    assert directives(POLICY.in_header)["script-src"] == ["'self'", "'wasm-unsafe-eval'", HASH]


def test_a_theme_that_is_not_ours_has_no_policy() -> None:
    assert Policy.of(Environment(loader=DictLoader({"main.html": ""}), autoescape=True)) is None


def test_everything_comes_from_the_site_itself_or_is_refused() -> None:
    known = {"'none'", "'self'", "data:", "'wasm-unsafe-eval'", HASH}

    for name, sources in directives(POLICY.in_header).items():
        assert set(sources) <= known, name
    assert directives(POLICY.in_header)["default-src"] == ["'none'"]


def test_a_page_carries_the_same_policy_but_for_what_only_headers_may_say() -> None:
    sent, carried = directives(POLICY.in_header), directives(POLICY.in_page)

    assert sent.pop("frame-ancestors") == ["'none'"]
    assert carried == sent


def test_the_policy_does_not_depend_on_the_order_of_scripts() -> None:
    assert Policy(("a()", "b()")).in_header == Policy(("b()", "a()")).in_header


def test_a_page_with_a_script_that_would_not_run_is_told_by_name(tmp_path: Path) -> None:
    (tmp_path / "om").mkdir()
    (tmp_path / "index.html").write_text("<script>choose();</script>")
    (tmp_path / "om/index.html").write_text("<script>choose();</script><script>count()</script>")

    with pytest.raises(PolicyError, match=r"^om/index\.html: .* put it in a file of its own$"):
        check_pages(tmp_path, POLICY)


def test_pages_with_the_themes_own_script_pass(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<script>choose();</script>")

    check_pages(tmp_path, POLICY)


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("_headers", r"^  {name}: (.*)$"),
        ("deploy/nginx.conf", r'^add_header {name} "([^"]*)" always;$'),
        ("deploy/Caddyfile", r'^\t{name} "([^"]*)"$'),
    ],
)
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Content-Security-Policy", POLICY.in_header),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Access-Control-Allow-Origin", "*"),
        ("Strict-Transport-Security", "max-age=31536000"),
    ],
)
def test_every_kind_of_server_is_told_every_header(
    file: str, line: str, name: str, value: str
) -> None:
    text = POLICY.files()[file].decode()

    assert re.findall(line.replace("{name}", name), text, re.MULTILINE) == [value]


def test_no_device_of_the_visitor_is_to_be_had() -> None:
    headers = POLICY.files()["_headers"].decode()

    (permissions,) = re.findall("Permissions-Policy: (.*)", headers)
    assert {"camera=()", "geolocation=()", "microphone=()"} < set(permissions.split(", "))
    assert all(permission.endswith("=()") for permission in permissions.split(", "))


def test_only_files_whose_names_follow_their_content_are_kept_for_long() -> None:
    headers = POLICY.files()["_headers"].decode()

    kept = re.findall(r"^(/\S+)\n  Cache-Control: .*immutable$", headers, re.MULTILINE)
    assert kept == ["/pagefind/fragment/*", "/pagefind/index/*"]


def test_no_line_is_longer_than_cloudflare_reads() -> None:
    assert max(map(len, POLICY.files()["_headers"].decode().splitlines())) <= 2000


def directives(policy: str) -> dict[str, list[str]]:
    """The sources that a policy allows, by directive."""
    parts = (part.split() for part in policy.split("; "))
    return {name: sources for name, *sources in parts}
