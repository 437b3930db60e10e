"""YAML text -> plain data + the line of every value; refuses what is unsafe or ambiguous.

A plain `true`, `false`, `null`, `~` or nothing at all, and a plain integer in its usual form (`12`,
`-3`; not `012`, `1_000`, `-0`), are what they look like. Everything else, and every key, is the
text that was typed, composed to Unicode NFC: a Mac may store `å` as two characters, which no
search would find.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeAlias

import yaml

from samrum.privacy import masked
from samrum.problems import Keys

MAX_BYTES = 1_000_000
MAX_DEPTH = 20
# A file of noise has a fault a byte; the first hundred are enough to act on.
MAX_FAULTS = 100

Value: TypeAlias = "dict[str, Value] | list[Value] | str | int | bool | None"

# The line of a value and, for a mapping or a list, the places of what is in it by key or number.
Place: TypeAlias = "int | tuple[int, Places]"
Places: TypeAlias = "dict[str | int, Place]"


@dataclass(frozen=True, order=True, slots=True)
class Fault:
    """One mistake in the YAML itself; faults sort by line, then code."""

    line: int
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Source:
    """What a file says, and on which line it says it."""

    data: dict[str, Value]
    place: tuple[int, Places]

    def line(self, keys: Keys) -> int:
        """The line, from 1, of an entry's key or an item's start.

        What is missing stands on the line of the nearest thing around it that exists.
        """
        line, inside = self.place
        for key in keys:
            place = inside.get(key)
            if place is None:
                break
            line, inside = place if isinstance(place, tuple) else (place, {})
        return line


def read(raw: bytes) -> Source | tuple[Fault, ...]:
    """What the file says or, sorted and at most MAX_FAULTS, what is wrong with its YAML."""
    if len(raw) > MAX_BYTES:
        what = f"the file is {len(raw):,} bytes and may be {MAX_BYTES:,}"
        return (Fault(1, "too-large", f"{what}; split it into several records"),)
    text = _text(raw)
    if isinstance(text, Fault):
        return (text,)
    faults = list(islice(_character_faults(text), MAX_FAULTS))
    if directive := _DIRECTIVE.match(text):
        line = _line(text, directive.end())
        return _sorted([*faults, Fault(line, "yaml-directive", "a line begins with %; delete it")])
    # The parser gives up at a forbidden character: put a harmless one there to see the rest too.
    tree = _Tree()
    tree.grow(_FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text) if faults else text)
    faults += tree.faults
    data = tree.roots[0] if tree.roots else None
    place = tree.places.get(0, 1)
    if not faults and isinstance(data, dict) and isinstance(place, tuple):
        return Source(data, place)
    return _sorted(faults or [_not_a_mapping(data, place)])


def text_of(raw: bytes) -> str:
    """The text that `read` reads, composed and with lines ended by "\\n".

    Raises ValueError for what is no text.
    """
    text = _text(raw)
    if isinstance(text, Fault):
        raise ValueError(text.message)
    return text


def _sorted(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    return tuple(sorted(set(faults))[:MAX_FAULTS])


def _line(text: str, index: int) -> int:
    return text.count("\n", 0, index) + 1


def _column(text: str, index: int) -> int:
    return index - text.rfind("\n", 0, index)


def _text(raw: bytes) -> str | Fault:
    """Composed text, its lines ended by "\\n", without the byte order mark of Windows."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in raw[:4]:
        return Fault(1, "not-utf8", "the file is UTF-16 or no text at all; save it as UTF-8")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        known = error.object[: error.start].decode()
        byte = f"0x{error.object[error.start]:02X} (column {_column(known, len(known))})"
        what = f"the byte {byte} is not UTF-8"
        message = f"{what}; save the file as UTF-8, not as Windows-1252 or Latin-1"
        return Fault(_line(known, len(known)), "not-utf8", message)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if heap := _HEAP.search(text):
        return Fault(_line(text, heap.start()), "sign-heap", f"{_HEAPED}; shorten it")
    return unicodedata.normalize("NFC", text)


# Composing text takes a time that grows with the square of the accents in a row: two minutes for
# a file of them. Other signs, and emoji, are counted along: no one needs a hundred of these either.
_HEAP = re.compile(r"[\u0300-\U0010ffff](?<!\w)(?:[\u0300-\U0010ffff](?<!\w)){99}")
_HEAPED = "a hundred accents or signs stand in a row"


def _not_a_mapping(data: Value, place: Place) -> Fault:
    what = "empty" if data is None else "a list" if isinstance(data, list) else "a text"
    line = 1 if data is None else place[0] if isinstance(place, tuple) else place
    advice = "write fields, `name: value`, with a space after the colon"
    return Fault(line, "not-a-mapping", f"the file is {what}, not a record; {advice}")


_DIRECTIVE = re.compile(r"(?:[ \t]*+(?:#[^\n]*+)?\n)*+%")

# Controls, the soft hyphen, zero width characters, unusual line separators, what turns the
# direction of text, lone surrogates, tags and code points that are no characters: what nobody
# sees, nobody can check.
_LOW = (
    r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    r"\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff"
)
_HIGH = r"\U000e0000-\U000e007f" + "".join(
    rf"\U{plane:04x}fffe\U{plane:04x}ffff" for plane in range(0x01, 0x11)
)
# Ten times as fast as [low high]: the engine has a bitmap for characters up to U+FFFF only.
_FORBIDDEN = re.compile(rf"[{_LOW}\U00010000-\U0010ffff](?<=[{_LOW}{_HIGH}])")
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def _character_faults(text: str) -> Iterator[Fault]:
    for found in _FORBIDDEN.finditer(text):
        line, column = _line(text, found.start()), _column(text, found.start())
        yield _character_fault(found[0], line, column, "delete it")


def _character_fault(char: str, line: int, column: int, advice: str) -> Fault:
    name = f"U+{ord(char):04X} {unicodedata.name(char, '').lower()}".rstrip()
    if char in _BIDI:
        what = f"{name} (column {column}) can make text look other than it is"
        return Fault(line, "bidi-character", f"{what}; {advice}")
    return Fault(line, "control-character", f"{name} (column {column}) is invisible; {advice}")


_PLAIN: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,17}")


def _plain(text: str) -> str | int | bool | None:
    if text in _PLAIN:
        return _PLAIN[text]
    return int(text) if _INTEGER.fullmatch(text) else text


# Only a loader's events are used, it never constructs anything. Without libyaml it is slow.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Tree:
    """The values of a file, their places and what was refused, growing event by event."""

    # An event is Any because the stubs call every mark optional, which a parser's never is.

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.roots: list[Value] = []
        # The innermost open mapping or list; in a mapping, the key that waits for its value.
        self.inside: dict[str, Value] | list[Value] = self.roots
        self.places: Places = {}
        self.key: str | None = None
        self.key_line = 0
        self.around: list[tuple[dict[str, Value] | list[Value], Places, str | None]] = []

    def grow(self, text: str) -> None:
        """Takes in the first document; stops early where going on is unsafe or useless."""
        try:
            for event in yaml.parse(text, Loader=_LOADER):
                if isinstance(event, yaml.ScalarEvent):
                    self.scalar(event)
                elif isinstance(event, yaml.CollectionStartEvent):
                    if len(self.around) == MAX_DEPTH:
                        what = f"lists and fields are nested more than {MAX_DEPTH} levels deep"
                        self.refuse(event, "too-deep", what, "make the record flatter")
                        break
                    self.open(event)
                elif isinstance(event, yaml.CollectionEndEvent):
                    self.inside, self.places, self.key = self.around.pop()
                elif isinstance(event, yaml.AliasEvent):
                    self.alias(event)
                elif isinstance(event, yaml.DocumentStartEvent) and self.roots:
                    what = "a second document begins"
                    advice = "keep one record in a file and delete the line of three dashes"
                    self.refuse(event, "several-documents", what, advice)
                    break
                if len(self.faults) >= MAX_FAULTS:
                    break
        except yaml.MarkedYAMLError as error:
            self.faults.append(_syntax_fault(text, error))
        except (ValueError, OverflowError):
            # The parser in pure Python calls chr() for "\U00110000" and above.
            message = f"an escape is none of YAML's; {_BACKSLASH}"
            self.faults.append(Fault(1, "yaml-syntax", message))

    def refuse(self, event: Any, code: str, what: str, advice: str) -> None:
        mark = event.start_mark
        message = f"{what} (column {mark.column + 1}); {advice}"
        self.faults.append(Fault(mark.line + 1, code, message))

    def scalar(self, event: Any) -> None:
        self.check_properties(event)
        text = self.unescaped(event) if event.style == '"' else event.value
        if self.awaits_key():
            self.open_entry(event, text)
        else:
            self.add(text if event.style else _plain(text), event.start_mark.line + 1)

    def open(self, event: Any) -> None:
        self.check_properties(event)
        inside: dict[str, Value] | list[Value] = (
            {} if isinstance(event, yaml.MappingStartEvent) else []
        )
        places: Places = {}
        key = None
        if self.awaits_key():
            what = "a list or a mapping stands where a name must be"
            self.refuse(event, "complex-key", what, "put text that begins with [ or { in quotes")
            key = ""  # for the value that follows it
        else:
            self.add(inside, event.start_mark.line + 1, places)
        self.around.append((self.inside, self.places, key))
        self.inside, self.places, self.key = inside, places, None

    def alias(self, event: Any) -> None:
        what = "* repeats a value from elsewhere"
        self.refuse(event, "yaml-alias", what, f"write the value out, or {_QUOTES}")
        if self.awaits_key():
            self.key = ""
        else:
            self.add(None, event.start_mark.line + 1)

    def awaits_key(self) -> bool:
        return self.key is None and isinstance(self.inside, dict)

    def add(self, value: Value, line: int, within: Places | None = None) -> None:
        if isinstance(self.inside, list):
            self.places[len(self.inside)] = line if within is None else (line, within)
            self.inside.append(value)
        else:
            key, self.key = self.key or "", None
            self.places[key] = self.key_line if within is None else (self.key_line, within)
            self.inside[key] = value

    def open_entry(self, event: Any, key: str) -> None:
        if not key:
            self.refuse(event, "empty-key", "a name is missing", "write it before the colon")
        elif key == "<<" and not event.style:
            what = "<< takes in fields from elsewhere"
            self.refuse(event, "merge-key", what, "write the fields out")
        elif key in self.inside:
            first = self.places[key]
            line = first[0] if isinstance(first, tuple) else first
            what = f'"{repr(masked(key)[:40])[1:-1]}" is already on line {line}'
            self.refuse(event, "duplicate-key", what, "keep one of them")
        self.key, self.key_line = key, event.start_mark.line + 1

    def check_properties(self, event: Any) -> None:
        advice = f"delete it, or {_QUOTES}"
        if event.anchor:
            self.refuse(event, "yaml-anchor", "& names a value for reuse", advice)
        if event.tag:
            self.refuse(event, "yaml-tag", "! sets the type of a value", advice)

    def unescaped(self, event: Any) -> str:
        """The text of double quotes, whose escapes can make what the file itself does not hold."""
        mark = event.start_mark
        for found in islice(_FORBIDDEN.finditer(event.value), MAX_FAULTS):
            fault = _character_fault(found[0], mark.line + 1, mark.column + 1, _BACKSLASH)
            self.faults.append(fault)
        text: str = event.value
        if _HEAP.search(text):
            self.refuse(event, "sign-heap", _HEAPED, "shorten it")
            return text
        return unicodedata.normalize("NFC", text)


_QUOTES = "put the text in quotes"
_BACKSLASH = "in double quotes \\ begins an escape: use single quotes, or write \\\\ for \\"


@dataclass(frozen=True, slots=True)
class _Advice:
    """What the parser's words mean to an editor; `line` is the line up to and with the place."""

    words: str
    what: str
    advice: str = _QUOTES
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
    _Advice("escape|hexdecimal", "the escape is none of YAML's", _BACKSLASH),
    _Advice(
        "while parsing a flow",
        "a list in [ ] or { } is not closed or lacks a comma",
        f"close it, or {_QUOTES}",
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
        f"begin it on the next line, or {_QUOTES}",
    ),
    _Advice("", "this is not YAML", "check the line and the one above it"),
)


def _syntax_fault(text: str, error: Any) -> Fault:
    words = f"{error.context}: {error.problem}"
    end = len(text.rstrip("\n"))
    here = min(error.problem_mark.index, end)
    start = min(error.context_mark.index, end) if error.context_mark else here
    line = text[text.rfind("\n", 0, here) + 1 : here + 1]
    advice = next(a for a in _ADVICE if re.search(a.words, words) and re.search(a.line, line))
    index = start if advice.at_start else here
    what = advice.what.replace("{sign}", text[index : index + 1])
    message = f"{what} (column {_column(text, index)}); {advice.advice}"
    return Fault(_line(text, index), "yaml-syntax", message)
