"""Record templates, filled."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import pytest
from jinja2 import Environment
from markupsafe import Markup, escape

from samrum.addresses import Section
from samrum.pages.page import Page
from samrum.pages.render import Renderer, RenderError


def body(folder: Path, template: str, **context: object) -> str:
    (folder / "record.html").write_text(template, encoding="utf-8")
    page = Page("beslut/x/", Section.DECISIONS, "Å & Ä", "", "record.html", context)
    return Renderer(folder, lambda *told: Markup("<p>{} {}</p>").format(*told)).body(page).decode()


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("<h1>{{ page.title }}</h1>", "<h1>Å &amp; Ä</h1>"),
        ("{{ text }}", "&lt;b&gt;"),
        ("{{ here.markdown('Hej') }}", "<p>Hej ../../</p>"),
        ("{{ here.href('protokoll/') }}", "../../protokoll/"),
        ("{% if text %}\n  {% set a = 1 %}\nja\n{% endif %}\n", "ja\n"),
    ],
)
def test_a_template_is_given_the_page_and_its_context(
    template: str, expected: str, tmp_path: Path
) -> None:
    assert body(tmp_path, template, text="<b>") == expected


@pytest.mark.parametrize("broken", [b"{% if %}", "å".encode("latin1")])
def test_a_broken_template_is_told_of_by_the_page_that_needs_it(
    broken: bytes, tmp_path: Path
) -> None:
    (tmp_path / "broken.html").write_bytes(broken)
    (tmp_path / "start.html").write_text("Hej")
    renderer = Renderer(tmp_path, lambda text, _: escape(text))

    renderer.prepare()

    assert renderer.render("start.html", {}, "") == "Hej"
    with pytest.raises(RenderError, match=r"broken.html"):
        renderer.render("broken.html", {}, "")


def test_the_top_of_the_site_is_seen_from_itself(tmp_path: Path) -> None:
    (tmp_path / "start.html").write_text("{{ here.href('') }} {{ here.href('sok/') }}")
    renderer = Renderer(tmp_path, lambda text, _: escape(text))

    assert renderer.render("start.html", {}, "") == "./ sok/"


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("{{ nobody }}", "record.html, for the page /beslut/x/: 'nobody' is undefined"),
        (
            "{{ page.borta }}",
            "record.html, for the page /beslut/x/: 'Page' object has no attribute 'borta'",
        ),
        ("{% if %}", "record.html, for the page /beslut/x/: Expected an expression"),
        (
            "{% include 'gone.html' %}",
            "record.html, for the page /beslut/x/: 'gone.html' not found",
        ),
    ],
)
def test_a_template_that_cannot_be_filled_is_named(
    template: str, message: str, tmp_path: Path
) -> None:
    with pytest.raises(RenderError, match=message):
        body(tmp_path, template)


def test_what_one_renderer_has_compiled_another_need_not(tmp_path: Path) -> None:
    (tmp_path / "start.html").write_text("{% from 'part.html' import part %}{{ part(1) }}")
    (tmp_path / "part.html").write_text("{% macro part(of) %}Del {{ of }}{% endmacro %}")
    renderer = Renderer(tmp_path, lambda text, _: escape(text))

    renderer.know(Renderer(tmp_path, lambda text, _: escape(text)).compiled())

    with patch.object(Environment, "compile", side_effect=AssertionError("compiled again")):
        assert renderer.render("start.html", {}, "") == "Del 1"
