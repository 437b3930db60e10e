"""The YAML that most records are written in -> the data in it, without a parser.

It has fields and lists, each two spaces inside the one around it, and in them plain values on their
own lines, values in quotes without an escape, and blocks of text. All else is left to a parser,
which gives the same for this, value by value, in three times the time.
"""

from __future__ import annotations

import re
from typing import Any, TypeAlias

Value: TypeAlias = "dict[str, Value] | list[Value] | str | int | bool | None"

NO_TEXTS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
"""What is meant by a value without quotes that is neither a text nor an integer."""

_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,17}")

_LEVELS = {"  " * level: level for level in range(16)}
"""How deep an entry is, by the spaces before it; what is deeper is left to the parser's limit."""

# Groups are repeated as in prose.py, and for the same reason.
_ENTRY = re.compile(
    r"""
    (\ *+)                                    # the spaces before it
    (?>(-\ )?)                                # what makes it an item of a list
    (?>(?:([a-z_]{1,99}+):(?:\ |(?=\n)))?)    # its name
    (?:
        # A plain value, which no colon before a space ends, no # after one, and no space.
        ([\w§(–”][^\n:#]*+(?>(?:(?::(?![\ \n])|(?<!\ )\#)[^\n:#]*+)*))(?<!\ )\n++
      | \n++                                  # no value: what follows is inside
      | ('[^'\n]*+'|"[^"\\\n]*+")\n++
        # A block, whose lines stand deeper than its name, which may stand behind a dash.
      | ([|>]-?+)\n((?>(?:\1\ \ (?(2)(?(3)\ \ ))[^\n]++\n++)+))
    )
  | \ *+\#[^\n]*+\n++                         # a comment
  | ([^\n]*+\n|[^\n]++)                       # anything else
    """,
    re.VERBOSE,
)


def plain_data(text: str) -> dict[str, Value] | None:
    """The fields in a text; None when a parser is to say what they are, or what is wrong.

    The text has no character that `source` forbids.
    """
    if "\t" in text:
        return None
    fields: dict[str, Value] = {}
    around: list[Any] = [fields]  # the fields and lists that an entry may be in, by their levels
    opened = ""  # the field before, if it has no value yet
    value: Value
    for indent, dash, name, plain, quoted, style, block, other in _ENTRY.findall(text):
        opens = ""
        if plain:
            # Most are words as they stand. "9" is the last of the digits.
            value = value_of(plain) if plain[-1] <= "9" or plain in NO_TEXTS else plain
        elif quoted:
            value = quoted[1:-1]
        elif style:
            value = _text(block, len(indent) + (4 if dash and name else 2), style)
            if value is None:
                return None
        elif name:
            value, opens = None, name
        elif indent or dash or other:
            return None
        else:
            continue  # a comment, or lines with nothing on them
        level = _LEVELS.get(indent)
        if level is None:
            return None
        if level < len(around):
            del around[level + 1 :]
        elif opened and level == len(around):
            inside: Any = [] if dash else {}
            around[-1][opened] = inside
            around.append(inside)
        else:
            return None
        opened = opens
        inside = around[level]
        if dash:
            if type(inside) is not list:
                return None
            if not name:
                inside.append(value)
                continue
            item: dict[str, Value] = {}
            inside.append(item)
            around.append(item)
            inside = item
        elif not name or type(inside) is not dict or name in inside:
            return None
        inside[name] = value
    return fields or None


def value_of(plain: str) -> str | int | bool | None:
    """What is meant by a value without quotes."""
    if plain in NO_TEXTS:
        return NO_TEXTS[plain]
    return int(plain) if plain[-1].isdecimal() and _INTEGER.fullmatch(plain) else plain


def _text(block: str, width: int, style: str) -> str | None:
    """The text of a block whose lines begin with so many spaces; None where it is not plain."""
    text = block.replace("\n" + " " * width, "\n")[width:].rstrip("\n")
    if text[0] == " ":  # then its lines begin with more than that
        return None
    if style[0] == ">":
        if "\n " in text or "\n\n\n" in text:
            return None
        text = "\n".join([part.replace("\n", " ") for part in text.split("\n\n")])
    return text
