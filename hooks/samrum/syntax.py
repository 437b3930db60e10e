"""What YAML's parser says of a text that is none of YAML's -> where, and what an editor can do."""

from __future__ import annotations

import re
from typing import Any

from msgspec import Struct

QUOTES = "put the text in quotes"
BACKSLASH = "in double quotes \\ begins an escape: use single quotes, or write \\\\ for \\"


def explained(text: str, error: Any) -> tuple[int, str, str]:
    """The place of a parser's error in the text that it read, what is wrong there, and advice.

    The place counts characters from 0. The error is a yaml.MarkedYAMLError.
    """
    words = f"{error.context}: {error.problem}"
    end = len(text.rstrip("\n"))
    here = min(error.problem_mark.index, end)
    start = min(error.context_mark.index, end) if error.context_mark else here
    line = text[text.rfind("\n", 0, here) + 1 : here + 1]
    advice = next(a for a in _ADVICE if re.search(a.words, words) and re.search(a.line, line))
    index = start if advice.at_start else here
    return index, advice.what.replace("{sign}", text[index : index + 1]), advice.advice


class _Advice(Struct, frozen=True):
    """What the parser's words mean to an editor; `line` is the line up to and with the place."""

    words: str
    what: str
    advice: str = QUOTES
    line: str = ""
    at_start: bool = False


# The first that fits is given. Both parsers' words are here: libyaml's and those of pure Python.
_ADVICE = (
    _Advice(
        "tab character|cannot start any token",
        "a tab stands where YAML counts spaces",
        "use spaces",
        line=r"\t\Z",
    ),
    _Advice(
        "unexpected (end of stream|document)",
        "the quote that opens here is never closed",
        "close it",
        at_start=True,
    ),
    _Advice(
        "could not find expected ':'",
        "the line has no colon with a space after it",
        "write `name: value`, or indent the line if it goes on with the text above",
        at_start=True,
    ),
    _Advice(
        "mapping values are not allowed",
        "the text holds one more colon with a space after it",
        line=r":\s.*:\Z",
    ),
    _Advice(
        "mapping values are not allowed",
        "the line is read as more of the text above it",
        "indent it like its neighbours, and write a space after the colon in the line above",
    ),
    _Advice(
        r"an alias|an anchor|\btag\b|directive", "text cannot begin with {sign}", at_start=True
    ),
    _Advice(
        "block scalar",
        "after {sign} the text begins on the next line",
        "move it down and indent it, or put all of it in quotes",
        at_start=True,
    ),
    _Advice("escape|hexdecimal", "the escape is none of YAML's", BACKSLASH),
    _Advice(
        "while parsing a flow",
        "a list in [ ] or { } is not closed or lacks a comma",
        f"close it, or {QUOTES}",
        at_start=True,
    ),
    _Advice(
        "cannot start any token|node content|mapping keys are not allowed",
        "text cannot begin with {sign}",
    ),
    _Advice(
        "expected key|'-' indicator|block end|document start",
        "the line fits neither the list nor the fields around it",
        "indent it with as many spaces as its neighbours, every `- ` item and every field alike",
        line=r"\A\s*\S?\Z",
    ),
    _Advice(
        "expected key|'-' indicator|block end|document start",
        "text goes on after a closing quote or bracket",
        "put all of it in one pair of quotes; inside '...' a ' is written ''",
    ),
    _Advice(
        "sequence entries are not allowed",
        "a list cannot begin on the line of its name",
        f"begin it on the next line, or {QUOTES}",
    ),
    _Advice("", "this is not YAML", "check the line and the one above it"),
)
