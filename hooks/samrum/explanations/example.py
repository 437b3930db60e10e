"""Records as they should not be written and as they should, each with the file that it is in."""

from __future__ import annotations

import re
from textwrap import dedent

from msgspec import Struct
from msgspec.structs import replace

_HEAD = re.compile(r"# (?P<place>[\w./-]+)(?: \((?P<note>[\w-]+)\)| -> (?P<target>[\w./-]+))?")
_INVISIBLE = re.compile(
    r"[^\S \n]|[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u206f\ufeff]"
)
_WIDTH = 100


class File(Struct, frozen=True):
    """A file below records/ and what is in it; `target` is where it leads as a link.

    The note is the encoding, or "whole" when nothing is left out of the file.
    """

    place: str
    text: str
    note: str
    target: str


class Example(Struct, frozen=True):
    """The lines of one or more records that matter; what else they must have is left out."""

    text: str

    @classmethod
    def of(cls, text: str) -> Example:
        """An example as it stands in code; a line `# matters/a.yml` begins a file."""
        return cls(dedent(text).strip("\n"))

    @property
    def shown(self) -> str:
        """The lines as a screen can show them: not too long, and with nothing invisible."""
        # Air between the files.
        text = re.sub(r"\n(?=# [\w-]+[./])", "\n\n", self.text)
        visible = _INVISIBLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
        lines = visible.split("\n")
        return "\n".join(one if len(one) <= _WIDTH else f"{one[: _WIDTH - 1]}…" for one in lines)

    @property
    def files(self) -> tuple[File, ...]:
        """The files that the example consists of."""
        files: list[File] = []
        for line in self.text.split("\n"):
            head = _HEAD.fullmatch(line)
            if head:
                files.append(File(head["place"], "", head["note"] or "", head["target"] or ""))
            else:
                files[-1] = replace(files[-1], text=f"{files[-1].text}{line}\n")
        return tuple(files)


class Pair(Struct, frozen=True):
    """The same thing done wrong and right."""

    wrong: Example
    right: Example


def pair(wrong: str, right: str) -> Pair:
    """A pair as it stands in code."""
    return Pair(Example.of(wrong), Example.of(right))
