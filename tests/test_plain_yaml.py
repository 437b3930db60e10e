"""Plain YAML becomes what the parser makes of it, and all else is left to the parser."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent
from unittest.mock import patch

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from samrum import source
from samrum.plain_yaml import Value, plain_data
from samrum.source import Source, read, text_of

RECORDS = sorted((Path(__file__).parents[1] / "records").glob("*/**/*.yml"))


def parsed(text: str) -> dict[str, Value] | None:
    with patch.object(source, "plain_data", return_value=None):
        found = read(text.encode())
    return found.data if isinstance(found, Source) else None


def typed(value: Value) -> str:
    """The value, and whether it is an integer, a truth value or a text."""
    return repr(value)


def test_plain_yaml_is_fields_and_lists_of_values_quotes_and_blocks() -> None:
    text = """
        # yaml-language-server: $schema=../schema.json
        id: namnd-2024-05-13
        start: '08:30'
        reference: "HSN 1: 2"

        participants:
          # Ordföranden först
          - name: Ada Ek
            party: s
          - name: Bo Al
        nothing:
        items:
          - number: 1
            is_open: false
            body: |
              Ett: två # tre

              - fyra
                fem
            views:
              - >-
                Sex
                sju

                åtta
              - § 9
        last: >
          nio
          tio
        """
    assert plain_data(dedent(text)) == {
        "id": "namnd-2024-05-13",
        "start": "08:30",
        "reference": "HSN 1: 2",
        "participants": [{"name": "Ada Ek", "party": "s"}, {"name": "Bo Al"}],
        "nothing": None,
        "items": [
            {
                "number": 1,
                "is_open": False,
                "body": "Ett: två # tre\n\n- fyra\n  fem",
                "views": ["Sex sju\nåtta", "§ 9"],
            }
        ],
        "last": "nio tio",
    }


@pytest.mark.parametrize("record", RECORDS, ids=lambda path: path.stem)
def test_every_record_is_plain(record: Path) -> None:
    text = text_of(record.read_bytes())
    assert typed(plain_data(text)) == typed(parsed(text))


@pytest.mark.parametrize(
    "text",
    [
        "a: [b]\n",
        "a: {b: c}\n",
        "a: &b c\n",
        "a: *b\n",
        "a: !b c\n",
        "a: b # c\n",
        "a: b: c\n",
        "a: b:\n",
        "a: b \n",
        "a: b\t\n",
        "a: 'b''c'\n",
        'a: "\\u0062"\n',
        "a: b\n  c\n",
        "a: b\n  c: d\n",
        "a: null\n  b: c\n",
        "a: |+\n  b\n",
        "a: |2\n  b\n",
        "a: |\n\n  b\n",
        "a: |\n   b\n",
        "a: >\n  b\n   c\n",
        "a: >\n  b\n\n\n  c\n",
        "a: |\n  b\n \n  c: d\n",
        "a:\n- b\n",
        "a:\n   - b\n",
        "a:\n  - - b\n",
        "a:\n  -\n",
        "a:\n  - \n",
        "a: b\n  \nc: d\n",
        "a:\nb: c\n  d: e\n",
        "a:\n  b: c\n  - d\n",
        "a:\n  - b\n  c: d\n",
        "a:\n  - b: |\n    c: d\n",
        "a: b\na: c\n",
        "a: b\n---\na: c\n",
        "a:\tb\n",
        "<<: b\n",
        "Å: b\n",
        "- b\n",
        "b\n",
        "a: b",
        "# a\n",
        "",
    ],
)
def test_what_is_not_plain_is_left_to_the_parser(text: str) -> None:
    assert plain_data(text) is None


PLAIN = ["x", "Åsa Ek", "12", "012", "2024-05-13", "08:30", "a:b", "c#d", "§ 4", "x, y]", "true"]
PLAIN += ["null", "'x'", "''", '"x: y"', "– x", "”x”", "(x)", "²", "٣", "x\\", "x\u00a0", "_x"]
ODD = ["", '"\\n"', "'x''y'", "'x' ", "x ", "x #y", "# x", "[x]", "{x: y}", "&x y", "*x", "!x y"]
ODD += [
    "x: y",
    "x:",
    "- x",
    "?",
    "---",
    "%x",
    "@x",
    "`",
    "\tx",
    "x\ty",
    "<<",
    "😀",
    "-3",
    "~",
    "x\n y",
]
STYLES = [*("|", "|-", ">", ">-") * 40, "|+", "|2", ">1-", "> ", "| # x"]
WORDS = [*("x", "y z", "- x", "# x", "c: x", "å") * 20, *[""] * 9, " ", "x ", "---"]


def values(depth: int) -> st.SearchStrategy[str]:
    """What may follow a name: on its line, or in a block below, as deep as it should be or not."""
    spaces = st.sampled_from([depth] * 100 + [depth + 1, depth + 2, depth - 1, depth - 2, 0])
    line = st.builds(
        lambda width, words: words and " " * width + words, spaces, st.sampled_from(WORDS)
    )
    block = st.builds(
        lambda style, lines: "\n".join([style, *lines]),
        st.sampled_from(STYLES),
        st.lists(line, min_size=1, max_size=5),
    )
    return st.sampled_from([*PLAIN * 15, *ODD]) | block


ENTRIES = {
    "a: ": 2,
    "b:\n  c: ": 4,
    "  d: ": 4,
    "e:\n  - ": 4,
    "  - f: ": 6,
    "    g: ": 6,
    "    h:\n      - ": 8,
    "  # x\n\n  - ": 4,
    "i: ": 2,
}
"""Entries as they may stand one after another, and how deep a block of each would be."""

TEXTS = st.tuples(*(values(depth) for depth in ENTRIES.values())).map(
    lambda chosen: "".join(
        f"{entry}{value}\n" for entry, value in zip(ENTRIES, chosen, strict=True)
    )
)


@st.composite
def slips(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> str:
    """A text in which a few signs are gone or added."""
    text = draw(texts)
    for _ in range(draw(st.integers(0, 3))):
        place = draw(st.integers(0, len(text)))
        gone = draw(st.sampled_from([0, 0, 1, 2, 5]))
        signs = draw(st.text(" \n-:#|>'\"a[{&*!§", max_size=4))
        text = text[:place] + signs + text[place + gone :]
    return text


@settings(max_examples=500)
@given(slips(TEXTS) | slips(st.sampled_from(RECORDS).map(lambda path: text_of(path.read_bytes()))))
@example("a: |\n  x\n   \nb: y\n")
@example("a: |-\n  x\n   \n \n\n# c\nb: y\n")
def test_whatever_counts_as_plain_is_what_the_parser_says(text: str) -> None:
    fields = plain_data(text_of(text.encode()))
    assert fields is None or typed(fields) == typed(parsed(text))
