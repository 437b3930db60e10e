"""Templates compiled our way: every value is escaped once, and every call reaches its function."""

from __future__ import annotations

import sys
from typing import Any

import pytest
from jinja2 import (
    DictLoader,
    Environment,
    StrictUndefined,
    Template,
    TemplateNotFound,
    UndefinedError,
)
from markupsafe import Markup, escape

from samrum.pages.template_code import TemplateCode, escaped

HOSTILE = "<b title=\"a\">'&'</b>"


class Told(str):
    """A text of a kind of its own."""


def written(template: str, **context: object) -> str:
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    environment.code_generator_class = TemplateCode
    return environment.from_string(template).render(context)


MARKUP = Markup(HOSTILE)  # noqa: S704 - what a template may be given


def importing(parts: dict[str, str], template: str) -> Template:
    environment = Environment(loader=DictLoader(parts), autoescape=True, undefined=StrictUndefined)
    environment.code_generator_class = TemplateCode
    return environment.from_string(template)


@pytest.mark.parametrize("value", [HOSTILE, Told(HOSTILE), MARKUP, "å", 7, None, ["<"]])
def test_a_value_is_escaped_as_markupsafe_does(value: object) -> None:
    assert escaped(value) == escape(value)
    assert written("{{ value }}", value=value) == escape(value)


def test_no_sign_is_forgotten() -> None:
    signs = map(chr, range(sys.maxunicode + 1))

    assert [sign for sign in signs if escaped(sign) != escape(sign)] == []


@pytest.mark.parametrize(
    "template",
    [
        "{% macro m(a, b='') %}{{ a }}{{ b }}{% endmacro %}{{ m(value) }}",
        "{% macro m(a, b='') %}{{ a }}{{ b }}{% endmacro %}{{ m('', b=value) }}",
        "{% macro m(a) %}{{ a }}{% endmacro %}{% for one in [value] %}{{ m(one) }}{% endfor %}",
        "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(*[value]) }}",
        "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(**{'a': value}) }}",
        "{% macro m() %}{{ caller() }}{% endmacro %}{% call m() %}{{ value }}{% endcall %}",
        "{% autoescape false %}{{ value }}{% endautoescape %}",
        "{{ value.strip() }}",
        "{{ '' ~ value }}",
    ],
)
def test_a_text_is_escaped_once_however_it_comes_to_the_page(template: str) -> None:
    assert written(template, value=HOSTILE) == escape(HOSTILE)


@pytest.mark.parametrize("x", [None, "", "<", "%s", MARKUP, 2])
@pytest.mark.parametrize(
    "template",
    [
        "100 % av {{ x }} %s {{ y }}%",
        "{% if x %}{{ x }}{% endif %}",
        "a{% if x %}{% endif %}b",
        "{{ y }}{% if x %}%{{ x }}{% elif y %}{{ y }}{% else %}{% endif %}{{ x }}",
        "{% if x %}{% if y %}{{ x }}{% endif %}{{ y }}{% else %}<b>{{ y }}</b>{% endif %}",
        "{% if x %}{% for one in 'ab' %}{{ one }}{{ x }}{% endfor %}{% else %}{{ y }}{% endif %}c",
        "{% if x %}{% set y = x %}{% endif %}{{ y }}",
        "{% macro m(a, b) %}{{ a }}{% endmacro %}{{ m(x, y) }}-{% if x %}{{ m(y, x) }}{% endif %}",
        "{% macro m(a) %}{% if a %}{{ a }}{% else %}%{% endif %}{% endmacro %}{{ m(x) ~ '<' }}",
        "{% macro m(a) %}{% endmacro %}{{ m(x) }}",
        "{% macro m(a) %}{% macro n() %}{{ a }}{% endmacro %}{{ n() }}{% endmacro %}{{ m(x) }}",
        "{% extends 'frame.html' %}{{ x }}{% block inside %}{{ y }}{% if x %}{{ x }}{% endif %}"
        "{% endblock %}",
    ],
)
def test_what_is_written_in_one_go_is_what_jinja_writes(template: str, x: object) -> None:
    ours = importing(PARTS, template)
    theirs = Environment(loader=DictLoader(PARTS), autoescape=True).from_string(template)

    assert ours.render(x=x, y="å&") == theirs.render(x=x, y="å&")


@pytest.mark.parametrize(
    "template", ["{% if x %}a{% endif %}", "{{ y }}{% if y %}{{ x }}{% endif %}"]
)
def test_what_is_not_given_is_an_error_inside_a_condition(template: str) -> None:
    with pytest.raises(UndefinedError):
        written(template, y="å")


def test_what_no_condition_leads_to_is_not_asked_for() -> None:
    assert written("{{ y }}{% if not y %}{{ x }}{{ y.z }}{% endif %}", y="å") == "å"


def test_a_dotted_name_is_an_attribute_and_no_key() -> None:
    assert written("{{ value.real }}", value=7) == "7"
    with pytest.raises(AttributeError):
        written("{{ value.link }}", value={"link": "a"})


@pytest.mark.parametrize(("value", "expected"), [(None, "yes no"), ("", "no yes"), (0, "no yes")])
def test_none_is_none_and_nothing_else_is(value: object, expected: str) -> None:
    template = "{{ 'yes' if x is none else 'no' }} {{ 'yes' if x is not none else 'no' }}"

    assert written(template, x=value) == expected


PARTS = {
    "box.html": "{% macro box(x) %}{{ x }}{% if caller is defined %}{{ caller() }}{% endif %}"
    "({{ varargs | join }}){% endmacro %}",
    "frame.html": "<{% block inside %}{% endblock %}>",
    "bold.html": "{% macro bold(words) %}<b>{{ words }}</b>{% endmacro %}",
    "list.html": "{% from 'bold.html' import bold %}"
    "{% macro all(them, sign=',') %}"
    "{% for one in them %}{{ bold(one) }}{{ sign }}{% endfor %}{% endmacro %}",
}


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{% from 'bold.html' import bold %}{{ bold('å') }}", "<b>å</b>"),
        ("{% from 'bold.html' import bold as b %}{{ b(words='<') }}", "<b>&lt;</b>"),
        ("{% import 'bold.html' as parts %}{{ parts.bold('å') }}", "<b>å</b>"),
        ("{% from 'list.html' import all %}{{ all(['a']) }}", "<b>a</b>,"),
        ("{% from 'list.html' import all %}{{ all(['a'], sign='.') }}", "<b>a</b>."),
        ("{% from 'bold.html' import bold with context %}{{ bold('å') }}", "<b>å</b>"),
        ("{% from 'box.html' import box %}{{ box('å') }}", "å()"),
        ("{% from 'box.html' import box %}{% call box('å') %}ä{% endcall %}", "åä()"),
        ("{% from 'box.html' import box %}{{ box('å', 'ä') }}", "å(ä)"),
    ],
)
def test_a_macro_comes_from_another_template(template: str, expected: str) -> None:
    assert importing(PARTS, template).render() == expected


def test_what_is_imported_is_asked_for_once() -> None:
    asked: list[str] = []

    class Asked(DictLoader):
        def load(self, environment: Environment, name: str, *rest: Any) -> Template:
            asked.append(name)
            return super().load(environment, name, *rest)

    environment = Environment(loader=Asked(PARTS), autoescape=True, cache_size=0)
    environment.code_generator_class = TemplateCode
    template = environment.from_string("{% from 'bold.html' import bold %}{{ bold('å') }}")

    assert [template.render(), template.render()] == ["<b>å</b>"] * 2
    assert asked == ["bold.html"]


@pytest.mark.parametrize("call", ["bold('a', 'b')", "bold(word='a')", "bold()"])
def test_a_macro_called_amiss_is_an_error(call: str) -> None:
    template = importing(PARTS, "{% from 'bold.html' import bold %}{{ " + call + " }}")

    with pytest.raises((TypeError, UndefinedError)):
        template.render()


def test_a_template_that_is_not_there_is_an_error() -> None:
    with pytest.raises(TemplateNotFound):
        importing(PARTS, "{% from 'italic.html' import italic %}").render()


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{% from 'bold.html' import bold %}{% set b = bold('<') %}{{ b }}", "<b>&lt;</b>"),
        ("{% from 'bold.html' import bold %}{{ bold('<') ~ '!' }}", "<b>&lt;</b>!"),
        ("{% from 'bold.html' import bold %}{{ bold(bold('å')) }}", "<b><b>å</b></b>"),
        ("{% from 'bold.html' import bold %}{{ bold(words=bold('å')) }}", "<b><b>å</b></b>"),
        ("{% from 'bold.html' import bold %}{% set bold = told %}{{ bold('<') }}", "&lt;"),
        (
            "{% from 'bold.html' import bold %}{% for bold in [told] %}{{ bold('<') }}{% endfor %}",
            "&lt;",
        ),
        ("{% if 1 %}{% from 'bold.html' import bold %}{% endif %}{{ bold('<') }}", "<b>&lt;</b>"),
        ("{% macro m(bold) %}{{ bold('<') }}{% endmacro %}{{ m(told) }}", "&lt;"),
        (
            "{% macro m() %}{{ later('<') }}{% endmacro %}"
            "{% macro later(x) %}{{ x }}{% endmacro %}{{ m() }}",
            "&lt;",
        ),
        ("{% macro m(a='<', b=a) %}{{ a }}{{ b }}{% endmacro %}{{ m(b='å') }}", "&lt;å"),
        ("{% from 'mark.html' import mark %}{{ mark('<') }}", "&lt;"),
        (
            "{% from 'bold.html' import bold %}"
            "{% if 1 %}{% from 'mark.html' import mark as bold %}{% endif %}{{ bold('<') }}",
            "&lt;",
        ),
        (
            "{% from 'bold.html' import bold %}"
            "{% if 1 %}{% macro bold(x) %}{{ x }}{% endmacro %}{% endif %}{{ bold('<') }}",
            "&lt;",
        ),
        (
            "{% from 'bold.html' import bold %}{% import 'bold.html' as b %}{{ b.bold('<') }}",
            "<b>&lt;</b>",
        ),
        (
            "{% from 'bold.html' import bold %}{% block b %}{% from 'bold.html' import bold %}"
            "{{ bold('<') }}{% endblock %}",
            "<b>&lt;</b>",
        ),
        (
            "{% macro bold(x) %}{{ x }}{% endmacro %}{% block b %}{{ bold('<') }}{% endblock %}",
            "&lt;",
        ),
    ],
)
def test_a_call_means_the_same_wherever_it_stands(template: str, expected: str) -> None:
    parts = {**PARTS, "mark.html": "{% set mark = told %}"}
    written = importing(parts, template)
    written.environment.globals["told"] = str

    assert written.render() == expected


def test_a_macro_that_is_not_there_is_an_error() -> None:
    with pytest.raises(UndefinedError, match=r"bold.html has no macro 'italic'"):
        importing(PARTS, "{% from 'bold.html' import italic %}").render()
