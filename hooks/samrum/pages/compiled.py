"""Templates -> Python's bytecode of them, by their names, for another process or build to know."""

from __future__ import annotations

from collections.abc import Mapping

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class Compiled(BytecodeCache):
    """What has been compiled; Jinja itself sees to it that no template is taken for another.

    All templates are of one folder, or of folders that are looked through in one order.
    """

    def __init__(self, known: Mapping[str, bytes] | None = None) -> None:
        self.known = dict(known or {})

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The name alone: a folder may be moved between two builds."""
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give Jinja what is known of a template."""
        if known := self.known.get(bucket.key):
            bucket.bytecode_from_string(known)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Remember what Jinja has compiled."""
        self.known[bucket.key] = bucket.bytecode_to_string()
