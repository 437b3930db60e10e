"""Hostile input: a clear problem, or a text that is shown as what it is and does nothing."""

from __future__ import annotations

import gzip
import re
from copy import deepcopy
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from samrum.diagnosis import judged
from samrum.load import load
from samrum.model import MODELS, Kind
from samrum.model.fields import FieldPlan, Holds
from samrum.problems import Keys
from tests import world
from tests.hostile import RUN, TEXTS, places, publish, record, write

FIELDS = [
    pytest.param(kind, keys, field, id=".".join((kind.value, *map(str, keys))))
    for kind in Kind
    for keys, field in places(MODELS[kind])
]

LONG = "a" * 10_000
VALUES: dict[str, Any] = {
    **TEXTS,
    "a long word": LONG,
    "a path": "../../../etc/passwd",
    "a Windows path": "..\\..\\x",
    "an absolute path": "/etc/passwd",
    "an encoded path": "..%2f..%2fx",
    "a javascript address": f"javascript:{RUN}",
    "a data address": f"data:text/html,<script>{RUN}</script>",
    "an address with a quote": f'https://x.example/"onclick="{RUN}',
    "an address with a tag": f"https://x.example/<script>{RUN}</script>",
    "an address with a space": f"https://x.example/ onclick={RUN}",
    "an address over two lines": "https://x.example/\njavascript:x",
    "an id in capitals": "NAMND",
    "an id of another form": "na\u0308mnd",
    "an id that looks alike": "n\u0430mnd",
    "an id with an end of line": "namnd\n",
    "several lines": "a\nb",
    "blanks": " ",
    "nothing": "",
    "null": None,
    "a list": ["a", ["b"]],
    "a list of lists": [[[[]]]],
    "fields": {"a": {"b": "c"}},
    "true": True,
    "a number": 10**18 - 1,
    "a negative number": -1,
    "other digits": "२०२४-०५-१३",
    "an impossible date": "2024-02-30",
    "a date of no calendar": "0000-00-00",
    "a time of no day": "25:99",
    "a share of nothing": "1/0",
}


@pytest.mark.parametrize(("kind", "keys", "field"), FIELDS)
def test_a_field_takes_a_hostile_value_as_text_or_refuses_it_with_a_clear_problem(
    kind: Kind, keys: Keys, field: FieldPlan
) -> None:
    whole = record(kind, "A")
    for value in VALUES.values():
        data = deepcopy(whole)
        put(data, keys, value)
        found = judged(data, MODELS[kind], "x.yml")
        if isinstance(found, tuple):
            assert found, value
            for finding in found:
                assert re.fullmatch("[a-z]+(-[a-z0-9]+)*", finding.code), finding
                assert finding.message.isprintable(), finding
                assert len(finding.message) < 600, finding
        else:
            is_id = value is None or re.fullmatch("[a-z0-9-]+", str(value))
            assert is_id or field.holds is not Holds.REFERENCE


def put(data: Any, keys: Keys, value: object) -> None:
    """The value at a place, whatever stands there."""
    for key in keys[:-1]:
        data = data[key]
    data[keys[-1]] = value


def test_every_text_is_somewhere_in_a_record_of_every_kind() -> None:
    for kind in Kind:
        for text in TEXTS.values():
            assert list(strings(record(kind, text))).count(text) > 2


def strings(value: Any) -> Any:
    if isinstance(value, dict):
        for one in value.values():
            yield from strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from strings(one)
    else:
        yield value


class Reader(HTMLParser):
    """What in a page could run or load, and all the text in it."""

    def __init__(self) -> None:
        super().__init__()
        self.dangers: list[str] = []
        self.scripts: list[str] = []
        self.text: list[str] = []
        self._in_script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_script = tag == "script"
        if tag in {"iframe", "object", "embed", "base", "applet", "animate", "frame", "math"}:
            self.dangers.append(tag)
        for name, value in attrs:
            told = f"<{tag} {name}={value!r}>"
            if name.startswith("on") or name in {"srcdoc", "style", "formaction", "ping"}:
                self.dangers.append(told)
            if name == "autofocus" or (name == "tabindex" and value not in {"0", "-1"}):
                self.dangers.append(told)
            if name in {"href", "src", "action", "xlink:href", "data"} and not is_safe(value):
                self.dangers.append(told)
            if tag == "meta" and name == "http-equiv" and value != "Content-Security-Policy":
                self.dangers.append(told)

    def handle_endtag(self, tag: str) -> None:
        self._in_script = False

    def handle_data(self, data: str) -> None:
        (self.scripts if self._in_script else self.text).append(data)


def is_safe(address: str | None) -> bool:
    """Whether an address leads into the site, to https or to somebody's mail."""
    scheme = re.match(r"[\s\x00-\x20]*([a-z][a-z0-9+.-]*):", unescape(address or ""), re.IGNORECASE)
    is_elsewhere = (address or "").startswith(("//", "\\"))
    return not is_elsewhere and (scheme is None or scheme[1].lower() in {"https", "mailto"})


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of records of every kind for every hostile text."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        return publish(tmp_path_factory.mktemp("hostile"), TEXTS, monkeypatch)


def test_no_page_runs_or_loads_what_a_text_asks_for(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    ours = read(site / "404.html").scripts

    assert len(pages) > len(TEXTS) * 7
    for path in pages:
        page = read(path)
        assert page.dangers == [], path
        assert page.scripts == ours or RUN not in "".join(page.scripts), path


def read(path: Path) -> Reader:
    reader = Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    reader.close()
    return reader


@pytest.mark.parametrize("number", range(len(TEXTS)), ids=list(TEXTS))
def test_a_text_is_shown_as_what_it_is(number: int, site: Path) -> None:
    text = list(TEXTS.values())[number]

    page = (site / f"strategier/strategi{number}/index.html").read_text(encoding="utf-8")
    shown = "".join(read(site / f"strategier/strategi{number}/index.html").text)

    title = re.search("<title>(.*?)</title>", page, re.DOTALL)
    heading = re.search("<h1>(.*?)</h1>", page, re.DOTALL)
    assert title
    assert heading
    assert unescape(title[1]).startswith(text)
    assert unescape(heading[1]) == text
    assert text in shown


def test_no_template_of_a_text_is_filled(site: Path) -> None:
    number = list(TEXTS).index("template")

    for section in ("strategier/strategi", "arenden/arende", "fallstudier/studie", "beslut/beslut"):
        assert "{{ 7*7 }}" in (site / f"{section}{number}/index.html").read_text(encoding="utf-8")


def test_what_other_programs_read_is_whole(site: Path) -> None:
    ElementTree.fromstring((site / "sitemap.xml").read_bytes())  # noqa: S314 - our own

    for path in site.rglob("*.xml"):
        ElementTree.fromstring(path.read_bytes())  # noqa: S314 - our own
    headers = (site / "_headers").read_text(encoding="utf-8")
    assert RUN not in headers


def test_the_search_index_holds_texts_and_no_markup(site: Path) -> None:
    fragments = list((site / "pagefind").rglob("*.pf_fragment"))
    words = [gzip.decompress(path.read_bytes()).decode(errors="replace") for path in fragments]

    assert any(RUN in text for text in words)
    assert not [text for text in words if '"url":"javascript' in text]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]", "yaml-anchor"),
        ("a: &a\n  <<: *a", "yaml-anchor"),
        ("[" * 100_000, "too-deep"),
        ("{a: " * 100_000, "too-deep"),
        ("- " * 100_000, "too-deep"),
        ("? " * 100_000, "too-deep"),
        ("a: !!python/object/apply:os.system [x]", "yaml-tag"),
        ("a: !!binary aGVq", "yaml-tag"),
        ("%TAG ! tag:x.example,2024:\n---\na: !x y", "yaml-directive"),
        (f"title: {'x' * 1_000_000}", "too-large"),
        ("title: a\u202eb", "bidi-character"),
        ('title: "a\\u202Eb"', "bidi-character"),
        ("title: a\u2066b\u2069", "bidi-character"),
        ("title: a\x1bb", "control-character"),
        ('title: "a\\0b"', "control-character"),
        ('title: "a\\uD800b"', "yaml-syntax"),
        ("title: a\u200bb", "control-character"),
        ("title: e" + "\u0301" * 200, "sign-heap"),
        ("title: a\n---\ntitle: b", "several-documents"),
        ("title: a\ntitle: b", "duplicate-key"),
        (f"title: {LONG}", "too-long"),
        (f"? {'x' * 20_000}\n: a", "unknown-field"),
    ],
)
def test_a_file_that_would_break_a_reader_is_refused(text: str, code: str, tmp_path: Path) -> None:
    path = world.write(tmp_path, "matters/a.yml", "")
    path.write_bytes(text.encode("utf-8", "surrogatepass"))

    catalogue, problems = load(tmp_path / "records", tmp_path)

    assert code in {problem.code for problem in problems}
    assert all(str(problem).isprintable() and len(str(problem)) < 400 for problem in problems)
    assert catalogue.files == ()


@pytest.mark.parametrize(
    "target", ["/etc/passwd", "../../hemligt.yml", "../matters", "borta.yml", "/dev/zero", "/"]
)
@pytest.mark.parametrize("place", ["matters/a.yml", "matters/a", "a", "matters/2024/b"])
def test_a_link_that_leads_out_of_the_records_is_not_followed(
    target: str, place: str, tmp_path: Path
) -> None:
    (tmp_path / "hemligt.yml").write_text(world.record("matters/hemligt.yml"))
    path = tmp_path / "records" / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(target)

    catalogue, problems = load(tmp_path / "records", tmp_path)

    assert [problem.code for problem in problems] == ["symbolic-link"]
    assert catalogue.files == ()


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"matters/a.yml": "", "matters/A.yml": "id: a"}, "file-name"),
        ({"matters/A.yml": ""}, "bad-id"),
        ({"matters/a.yml": "", "strategies/A.yml": "id: a"}, "duplicate-id"),
        ({"matters/\u00e5.yml": ""}, "bad-id"),
        ({"matters/a\u030a.yml": ""}, "bad-id"),
        ({"matters/a\u030a.yml": "id: a"}, "file-name"),
        ({"matters/n\u0430mnd.yml": ""}, "bad-id"),
        ({"matters/a.yml": "id: ../../x"}, "bad-id"),
        ({"matters/a.yml": "id: x/y"}, "bad-id"),
        ({"matters/a.yml": "id: .."}, "bad-id"),
        ({"matters/a.yml": "id: index.html"}, "bad-id"),
        ({"matters/a.yml": "id: a%2e"}, "bad-id"),
        ({"matters/a\nb.yml": "id: a"}, "file-name"),
        ({"matters/a\x1b[31mb.yml": "id: a"}, "file-name"),
    ],
)
def test_names_that_only_look_different_or_lead_elsewhere_are_refused(
    files: dict[str, str], code: str, tmp_path: Path
) -> None:
    _, problems = world.archive(tmp_path, files)

    assert code in {problem.code for problem in problems}
    assert all(str(problem).isprintable() for problem in problems)


def test_records_full_of_hostile_texts_are_all_read(tmp_path: Path) -> None:
    write(tmp_path / "records", TEXTS)

    catalogue, problems = load(tmp_path / "records", tmp_path)

    assert len(catalogue.files) == len(TEXTS) * len(Kind)
    assert all(str(problem).isprintable() for problem in problems)
