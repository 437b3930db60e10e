"""Templates compiled our way: every value is escaped once, and every call reaches its function."""

from __future__ import annotations

import sys

import pytest
from jinja2 import Environment, StrictUndefined
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


def test_a_dotted_name_is_an_attribute_and_no_key() -> None:
    assert written("{{ value.real }}", value=7) == "7"
    with pytest.raises(AttributeError):
        written("{{ value.link }}", value={"link": "a"})
