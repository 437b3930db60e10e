"""A file of records -> hashes of it and of its parts, by which it is known what has changed.

Pages that only name a meeting tell little of it: whose it is and when, who was there, a § of the
protocol. Each of these has a hash of its own, so that a word in a § touches what tells of that §.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.msgpack import encode

from samrum.checksum import digest_of
from samrum.model import Meeting, Sitting


class Digests(Struct, frozen=True, array_like=True):
    """Hashes of a file; those of the parts of a protocol are empty for other records."""

    whole: str
    sitting: str = ""
    attendance: str = ""
    items: tuple[str, ...] = ()
    """One for each §, with its parts, in the order of the file."""


NOT_READ = Digests("")
"""Of what comes from no file."""


def digests_of(whole: str, data: Mapping[str, object], model: type) -> Digests:
    """The hashes of a file and of the data in it, which are those of a record of the model."""
    if not issubclass(model, Meeting):
        return Digests(whole)
    items = data.get("agenda_items")
    return Digests(
        whole,
        sitting=_digest({name: data.get(name) for name in Sitting.__struct_fields__}),
        attendance=_digest([data.get("participants"), data.get("absentees")]),
        items=tuple(map(_digest, items)) if isinstance(items, Sequence) else (),
    )


def _digest(data: object) -> str:
    return digest_of(encode(data))
