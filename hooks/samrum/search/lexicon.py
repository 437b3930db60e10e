"""Organizations and the list of synonyms -> what a word that is typed can also be called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from samrum.model import Organization
from samrum.synonyms import Synonyms

Lexicon = Mapping[str, object]
"""JSON: `names` are pairs of an abbreviation and a full name, `synonyms` go from what readers say
to what records say; all in lower case."""


def lexicon(organizations: Iterable[Organization], synonyms: Synonyms) -> Lexicon:
    """The lexicon of an archive; where a body and the list abbreviate alike, both hold."""
    names = [(one.abbreviation, one.name) for one in organizations if one.abbreviation]
    names += synonyms.abbreviations.items()
    said: dict[str, list[str]] = {}
    for word, others in synonyms.synonyms.items():
        for other in others:
            said.setdefault(other.lower(), []).append(word.lower())
    return {
        "names": sorted({(short.lower(), name.lower()) for short, name in names}),
        "synonyms": {word: sorted(said[word]) for word in sorted(said)},
    }
