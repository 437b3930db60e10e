from __future__ import annotations

import pytest

from samrum.handbook import HandbookError, filled
from samrum.handbook.page import yaml_blocks

PAGE = """\
# Organ

```yaml
name: Exempelnämnden
```

<!-- fields: organization -->

Slut.
"""


def test_a_marker_becomes_the_fields_with_examples_from_the_page() -> None:
    page = filled(PAGE)

    assert page.startswith("# Organ\n")
    assert page.endswith("\n\nSlut.\n")
    assert "### Namn `name` { #name }" in page
    assert page.count("```yaml\nname: Exempelnämnden\n```") == 2
    assert "<!--" not in page


def test_a_marker_becomes_the_examples_of_a_problem() -> None:
    page = filled("### bad-date\n\n<!-- problem: bad-date -->\n")

    assert page.startswith("### bad-date\n\nFel:\n\n```text\n")
    assert "\n```\n\nRätt:\n\n```text\n" in page


def test_a_problem_that_only_a_whole_site_shows_has_no_examples() -> None:
    assert filled("<!-- problem: address-taken -->\n") == "\n"


def test_a_page_without_markers_stays_as_it_is() -> None:
    text = "# Titel\n\nTexten nämner <!-- fields: meeting --> mitt i en rad.\n"

    assert filled(text) == text


@pytest.mark.parametrize(
    ("marker", "complaint"),
    [
        ("fields: organisation", 'no kind of record is called "organisation"; did you mean'),
        ("fields: x", "; write one of record, organization, meeting,"),
        ("problem: bad-dat", 'no problem has the code "bad-dat"; correct the marker'),
    ],
)
def test_a_marker_that_names_nothing_is_an_error(marker: str, complaint: str) -> None:
    with pytest.raises(HandbookError) as error:
        filled(f"<!-- {marker} -->\n")

    assert complaint in str(error.value)


def test_an_example_that_cannot_be_read_is_an_error() -> None:
    with pytest.raises(HandbookError, match="a block of YAML cannot be read: "):
        filled("```yaml\nname: [\n```\n\n<!-- fields: organization -->\n")


def test_blocks_of_yaml_are_found_in_their_order() -> None:
    assert yaml_blocks("```yaml\na: 1\n```\n\n```sh\nls\n```\n\n```yaml\nb: 2\n```\n") == [
        "a: 1\n",
        "b: 2\n",
    ]
