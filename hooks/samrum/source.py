"""YAML text -> plain data, and the line of any value; refuses what is unsafe or ambiguous.

A plain `true`, `false`, `null`, `~` or nothing at all, and a plain integer in its usual form (`12`,
`-3`; not `012`, `1_000`, `-0`), are what they look like. Everything else, and every key, is the
text that was typed, composed to Unicode NFC: a Mac may store `å` as two characters, which no
search would find. A break at the end of a text says nothing, and is left out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Any

import yaml
from msgspec import Struct

from samrum import syntax
from samrum.latin import latin
from samrum.plain_yaml import NO_TEXTS, plain_data, value_of
from samrum.plain_yaml import Value as Value  # which whoever reads a source needs, too
from samrum.privacy import masked
from samrum.problems import Keys
from samrum.spans import spans
from samrum.syntax import BACKSLASH, QUOTES

MAX_BYTES = 1_000_000
MAX_DEPTH = 20
# A file of noise has a fault a byte; the first hundred are enough to act on.
MAX_FAULTS = 100


class Fault(Struct, frozen=True, order=True):
    """One mistake in the YAML itself; faults sort by line, then code."""

    line: int
    code: str
    message: str


@dataclass(frozen=True)
class Source:
    """What a file says, and on which line it says it."""

    data: dict[str, Value]
    text: str = field(repr=False)

    def line(self, keys: Keys) -> int:
        """The line, from 1, of an entry's key or an item's start.

        What is missing stands on the line of the nearest thing around it that exists.
        """
        while keys not in self._lines:
            keys = keys[:-1]
        return self._lines[keys]

    @cached_property
    def _lines(self) -> dict[Keys, int]:
        """Looked for when something is wrong, which most files never see."""
        found = spans(self.text)
        lines = {tuple(map(_composed, entry.keys)): entry.line + 1 for entry in found.entries}
        return {(): found.line + 1, **lines}


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
    if not faults and (fields := plain_data(text)):
        return Source(fields, text)
    # The parser gives up at a forbidden character: put a harmless one there to see the rest too.
    reader = _Reader(_FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text) if faults else text)
    data, line = reader.document()
    faults += reader.faults
    if not faults and isinstance(data, dict):
        return Source(data, text)
    return _sorted(faults or [_not_a_mapping(data, line)])


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
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if latin(text) is not None:
        return text  # in which nothing is to be composed
    if heap := _heap(text):
        return heap
    composed = unicodedata.normalize("NFC", text)
    # A few signs are two when composed.
    return (len(composed) > len(text) and _heap(composed)) or composed


def _heap(text: str) -> Fault | None:
    if _OTHERS not in text.encode("latin1", "replace") or not (found := _HEAP.search(text)):
        return None
    return Fault(_line(text, found.start()), "sign-heap", f"{_HEAPED}; shorten it")


# Composing text takes a time that grows with the square of the accents in a row: two minutes for
# a file of them. Other signs, and emoji, are counted along: no one needs a hundred of these either.
# Told by what it is not: all the others, one by one, take Python 10 ms to compile.
_HEAP = re.compile(r"[^\x00-\u02ff](?<!\w)(?:[^\x00-\u02ff](?<!\w)){99}")
_HEAPED = "a hundred accents or signs stand in a row"
# A heap with a question mark for all that Latin-1 does not have: fast to look for.
_OTHERS = b"?" * 100


def _composed(key: str | int) -> str | int:
    return unicodedata.normalize("NFC", key) if isinstance(key, str) else key


def _not_a_mapping(data: Value, line: int) -> Fault:
    what = "empty" if data is None else "a list" if isinstance(data, list) else "a text"
    advice = "write fields, `name: value`, with a space after the colon"
    return Fault(line, "not-a-mapping", f"the file is {what}, not a record; {advice}")


_DIRECTIVE = re.compile(r"(?>(?:[ \t]*+(?:#[^\n]*+)?\n)*)%")

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
_ALLOWED = bytes(sign for sign in range(256) if not _FORBIDDEN.match(chr(sign)))
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def _character_faults(text: str) -> Iterator[Fault]:
    if _is_visible(text):
        return
    for found in _FORBIDDEN.finditer(text):
        line, column = _line(text, found.start()), _column(text, found.start())
        yield _character_fault(found[0], line, column, "delete it")


def _is_visible(text: str) -> bool:
    """Whether nothing in a text can be forbidden, told faster than by looking for it."""
    if (signs := latin(text)) is not None:
        return not signs.translate(None, _ALLOWED)
    return text.replace("\n", "").isprintable()  # which nothing forbidden is


def _character_fault(char: str, line: int, column: int, advice: str) -> Fault:
    name = f"U+{ord(char):04X} {unicodedata.name(char, '').lower()}".rstrip()
    if char in _BIDI:
        what = f"{name} (column {column}) can make text look other than it is"
        return Fault(line, "bidi-character", f"{what}; {advice}")
    return Fault(line, "control-character", f"{name} (column {column}) is invisible; {advice}")


_SPECIAL = ("", "<<")

# Only a loader's events are used, it never constructs anything. Without libyaml it is slow.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _StopError(Exception):
    """To read on is unsafe or useless."""


class _Reader:
    """The first document of a text, read event by event, and what was refused in it."""

    # An event is Any because the stubs call every mark optional, which a parser's never is.
    # Events are told apart by their exact types: of half a million a second is soon gone else.

    def __init__(self, text: str) -> None:
        self.faults: list[Fault] = []
        self._text = text
        self._depth = 0
        self._next: Callable[[], Any] = _nothing

    def document(self) -> tuple[Value, int]:
        """What the document is, nothing where there is none, and the line on which it begins."""
        data: Value = None
        line = 1
        try:
            self._next = _LOADER(self._text).get_event
            self._next()  # the stream begins
            if type(self._next()) is yaml.DocumentStartEvent:
                event = self._next()
                data = self._value(event)
                line = 1 if data is None else event.start_mark.line + 1
                self._next()  # the document ends
                self._check_end(self._next())
        except _StopError:
            pass
        except yaml.MarkedYAMLError as error:
            index, what, advice = syntax.explained(self._text, error)
            message = f"{what} (column {_column(self._text, index)}); {advice}"
            self.faults.append(Fault(_line(self._text, index), "yaml-syntax", message))
        except (ValueError, OverflowError):
            # The parser in pure Python calls chr() for "\U00110000" and above.
            message = f"an escape is none of YAML's; {BACKSLASH}"
            self.faults.append(Fault(1, "yaml-syntax", message))
        return data, line

    def _check_end(self, event: Any) -> None:
        if type(event) is yaml.DocumentStartEvent:
            what = "a second document begins"
            advice = "keep one record in a file and delete the line of three dashes"
            self._refuse(event, "several-documents", what, advice)

    def _value(self, event: Any) -> Value:
        if type(event) is not yaml.ScalarEvent:
            return self._other(event)
        value: str = event.value
        # Most values are words as they stand. "9" is the last of the digits.
        if event.style or event.anchor or event.tag or value in NO_TEXTS or value[-1] <= "9":
            return self._unusual(event)
        return value

    def _mapping(self) -> dict[str, Value]:
        values: dict[str, Value] = {}
        keys: dict[str, Any] = {}
        follow = self._next
        while True:
            event = follow()
            if type(event) is yaml.ScalarEvent:
                key = event.value
                if event.style or event.anchor or event.tag or key in _SPECIAL or key in keys:
                    key = self._unusual_key(event, keys)
            elif type(event) is yaml.MappingEndEvent:
                return values
            else:
                key = self._no_key(event)
            keys[key] = event
            values[key] = self._value(follow())

    def _list(self) -> list[Value]:
        values: list[Value] = []
        follow = self._next
        while type(event := follow()) is not yaml.SequenceEndEvent:
            values.append(self._value(event))
        return values

    def _unusual(self, event: Any) -> str | int | bool | None:
        """The value of a scalar that is quoted, not a text, or refused."""
        if event.anchor or event.tag:
            self._refuse_properties(event)
        if not event.style:
            return value_of(event.value)
        value: str = self._unescaped(event) if event.style == '"' else event.value
        # No text needs the break after the last line of a block, or those that "+" keeps.
        return value.rstrip("\n")

    def _other(self, event: Any) -> Value:
        """What begins with an event that is no scalar's: a list, a mapping or an alias."""
        if type(event) is yaml.AliasEvent:
            what = "* repeats a value from elsewhere"
            self._refuse(event, "yaml-alias", what, f"write the value out, or {QUOTES}")
            return None
        self._check_depth(event)
        if event.anchor or event.tag:
            self._refuse_properties(event)
        self._depth += 1
        inside = self._mapping() if type(event) is yaml.MappingStartEvent else self._list()
        self._depth -= 1
        return inside

    def _unusual_key(self, event: Any, before: dict[str, Any]) -> str:
        """A key that is quoted or refused; `before` are the events of those before it."""
        if event.anchor or event.tag:
            self._refuse_properties(event)
        key: str = self._unescaped(event) if event.style == '"' else event.value
        if not key:
            self._refuse(event, "empty-key", "a name is missing", "write it before the colon")
        elif key == "<<" and not event.style:
            what = "<< takes in fields from elsewhere"
            self._refuse(event, "merge-key", what, "write the fields out")
        elif key in before:
            line = before[key].start_mark.line + 1
            what = f'"{repr(masked(key)[:40])[1:-1]}" is already on line {line}'
            self._refuse(event, "duplicate-key", what, "keep one of them")
        return key

    def _no_key(self, event: Any) -> str:
        """An empty key, for the value that follows what cannot be a key."""
        if type(event) is not yaml.AliasEvent:
            self._check_depth(event)
            what = "a list or a mapping stands where a name must be"
            self._refuse(event, "complex-key", what, "put text that begins with [ or { in quotes")
        self._other(event)
        return ""

    def _check_depth(self, event: Any) -> None:
        if self._depth == MAX_DEPTH:
            what = f"lists and fields are nested more than {MAX_DEPTH} levels deep"
            self._refuse(event, "too-deep", what, "make the record flatter")
            raise _StopError

    def _refuse_properties(self, event: Any) -> None:
        advice = f"delete it, or {QUOTES}"
        if event.anchor:
            self._refuse(event, "yaml-anchor", "& names a value for reuse", advice)
        if event.tag:
            self._refuse(event, "yaml-tag", "! sets the type of a value", advice)

    def _unescaped(self, event: Any) -> str:
        """The text of double quotes, whose escapes can make what the file itself does not hold."""
        mark = event.start_mark
        text: str = event.value
        for found in _FORBIDDEN.finditer(text):
            self._add(_character_fault(found[0], mark.line + 1, mark.column + 1, BACKSLASH))
        if _HEAP.search(text):
            self._refuse(event, "sign-heap", _HEAPED, "shorten it")
            return text
        return unicodedata.normalize("NFC", text)

    def _refuse(self, event: Any, code: str, what: str, advice: str) -> None:
        mark = event.start_mark
        self._add(Fault(mark.line + 1, code, f"{what} (column {mark.column + 1}); {advice}"))

    def _add(self, fault: Fault) -> None:
        self.faults.append(fault)
        if len(self.faults) == MAX_FAULTS:
            raise _StopError


def _nothing() -> None:
    """What follows before anything is read."""
