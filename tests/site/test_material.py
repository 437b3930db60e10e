"""What our theme takes for granted in Material, so that a new version of it is noticed here."""

from __future__ import annotations

import re
from pathlib import Path

import material
import pytest

THEME = Path(__file__).parents[2] / "hooks/theme"
MATERIAL = Path(material.__file__).parent / "templates"

ITS_CLASS = re.compile(r"\.(md-[\w-]+)")
ITS_VARIABLE = re.compile(r"(--md-[\w-]+):")


@pytest.fixture(scope="module")
def stylesheet() -> str:
    (path,) = MATERIAL.glob("assets/stylesheets/main.*.min.css")
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def styles() -> str:
    return "".join(path.read_text(encoding="utf-8") for path in THEME.glob("styles/*.css"))


def test_the_classes_that_our_styles_build_on_are_in_its_stylesheet(
    stylesheet: str, styles: str
) -> None:
    ours = set(ITS_CLASS.findall(styles))

    assert ours
    assert ours <= set(ITS_CLASS.findall(stylesheet))


def test_the_variables_that_we_give_our_colours_are_used_by_it(
    stylesheet: str, styles: str
) -> None:
    ours = set(ITS_VARIABLE.findall(styles))

    assert ours
    assert {name for name in ours if f"var({name}" not in stylesheet} == set()


@pytest.mark.parametrize(
    "markup",
    [".md-typeset .admonition", ".md-typeset details", ".md-typeset .footnote"],
)
def test_it_still_styles_the_markdown_that_we_leave_to_it(markup: str, stylesheet: str) -> None:
    assert markup in stylesheet


def test_it_stands_in_a_layer_and_so_may_claim_importance_for_nothing_of_ours(
    stylesheet: str,
) -> None:
    # In a layer, what is !important wins over all that we say.
    rules = re.findall(r"([^{}]+)\{[^{}]*!important[^{}]*\}", stylesheet)

    assert rules == [
        "*,:after,:before",  # no transitions for those who want none
        ".md-code__button--active",
        ".md-typeset .md-annotation-list",
        ".md-typeset div.arithmatex>*",
        ".md-typeset div.arithmatex>* mjx-container",
    ]


def test_it_begins_with_the_one_thing_that_no_layer_may_hold(stylesheet: str) -> None:
    assert stylesheet.startswith('@charset "UTF-8";')
    assert stylesheet.count("@charset") == 1
    assert "@import" not in stylesheet
