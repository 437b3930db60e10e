"""Every code of a problem -> its rule in a sentence, and an example of it broken and kept."""

from __future__ import annotations

from msgspec import Struct

from samrum.explanations import (
    dates,
    decisions,
    fields,
    meetings,
    publication,
    reading,
    references,
    synonyms,
)
from samrum.explanations.example import Example, Pair
from samrum.rules import RULES

_SENTENCES = {
    **reading.SENTENCES,
    **fields.SENTENCES,
    **publication.SENTENCES,
    **synonyms.SENTENCES,
    **{rule.code: rule.sentence for rule in RULES},
}
_EXAMPLES: dict[str, Pair] = {
    **reading.EXAMPLES,
    **fields.EXAMPLES,
    **references.EXAMPLES,
    **meetings.EXAMPLES,
    **dates.EXAMPLES,
    **decisions.EXAMPLES,
    **publication.EXAMPLES,
    **synonyms.EXAMPLES,
}


class Explanation(Struct, frozen=True):
    """What a code means; a code that only a whole site can show has no example."""

    code: str
    sentence: str
    example: Pair | None


EXPLANATIONS = {
    code: Explanation(code, sentence, _EXAMPLES.get(code)) for code, sentence in _SENTENCES.items()
}
"""By code: what can be wrong with a file, with a field, with what is published; then the rules."""

__all__ = ["EXPLANATIONS", "Example", "Explanation", "Pair"]
