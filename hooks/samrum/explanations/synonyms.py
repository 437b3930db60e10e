"""What can be wrong with the words that readers search by: the list in records/synonyms.yml."""

from __future__ import annotations

from samrum.explanations.example import pair

SENTENCES = {
    "bad-abbreviation": "An abbreviation is 2-12 letters that begin with a capital.",
    "bad-words": "A word to search by is letters, with spaces or hyphens between them.",
    "not-a-list": "A word has a list of other words for the same thing.",
    "said-twice": "A word stands once in the list of another.",
    "too-many": "The list is no longer than readers have use for.",
}

EXAMPLES = {
    "bad-abbreviation": pair(
        "# synonyms.yml\nabbreviations:\n  sip: samordnad individuell plan",
        "# synonyms.yml\nabbreviations:\n  SIP: samordnad individuell plan",
    ),
    "bad-words": pair(
        "# synonyms.yml\nsynonyms:\n  hjälpmedel: [rullstol?]",
        "# synonyms.yml\nsynonyms:\n  hjälpmedel: [rullstol]",
    ),
    "not-a-list": pair(
        "# synonyms.yml\nsynonyms:\n  hjälpmedel: rullstol",
        "# synonyms.yml\nsynonyms:\n  hjälpmedel: [rullstol]",
    ),
    "said-twice": pair(
        "# synonyms.yml\nsynonyms:\n  hjälpmedel: [rullstol, rullstol]",
        "# synonyms.yml\nsynonyms:\n  hjälpmedel: [rullstol, rollator]",
    ),
}
