"""Examples for the rules of publication, private data and the files beside records."""

from __future__ import annotations

from samrum.explanations.example import pair

SENTENCES = {
    "attachment-content": "A file beside a record is what its ending says, and can be opened.",
    "attachment-too-large": "A file beside a record is no larger than mkdocs.yml allows.",
    "attachment-type": "A file beside a record is of a kind that everybody can open safely.",
    "bad-ledger-line": "The ledger is written by the publishing workflow, and by nobody's hand.",
    "bad-sha256": "A checksum in allowed.yml is as `samrum allow` printed it.",
    "missing-file": "A file that a paper names stands in the folder beside the record.",
    "no-text-layer": "A PDF has text that can be searched and read aloud.",
    "private-data": "Nothing holds identity numbers, private phones or e-mail, accounts or cards.",
    "unnamed-file": "A file beside a record is named by one of the record's papers.",
    "unused-allowance": "An entry of allowed.yml allows something that is there.",
}

_WITHDRAWN = """
# matters/ett-arende.yml
publish: withdrawn
withdrawal:
  date: 2024-06-01
  reason: Ärendet hör inte hit
"""
_PUBLISHED = (
    '# ledger.jsonl\n{"address":"arenden/ett-arende/","id":"ett-arende","published":"2024-06-01"}\n'
)
_ALLOWED = """
# allowed.yml
allowed:
  - file: records/matters/ett-arende.yml
    sha256: %s
    reason: Ett ordernummer
    reviewed_by: Bo Påhittad
"""
_PAPER = """
# decisions/ett-beslut.yml
papers:
  - title: Färdplan
    file: {0}
# decisions/ett-beslut/{0}
Från nu till nästa år.
"""

EXAMPLES = {
    "withdrawal-missing": pair(
        "# matters/ett-arende.yml\npublish: withdrawn",
        _WITHDRAWN,
    ),
    "withdrawal-of-public": pair(
        _WITHDRAWN.replace("publish: withdrawn", "publish: published"),
        _WITHDRAWN,
    ),
    "published-early": pair(
        "# meetings/namnd-2024-05-13.yml\ndate: 2024-05-13\npublish: on 2024-05-01",
        "# meetings/namnd-2024-05-13.yml\ndate: 2024-05-13\npublish: on 2024-05-20",
    ),
    "correction-order": pair(
        """
        # matters/ett-arende.yml
        corrections:
          - date: 2024-07-01
            reason: Stavfel i rubriken
          - date: 2024-06-01
            reason: Fel namn
        """,
        """
        # matters/ett-arende.yml
        corrections:
          - date: 2024-06-01
            reason: Fel namn
          - date: 2024-07-01
            reason: Stavfel i rubriken
        """,
    ),
    "changed-before-published": pair(
        """
        # matters/ett-arende.yml
        publish: on 2024-06-01
        corrections:
          - date: 2024-05-01
            reason: Fel namn
        """,
        """
        # matters/ett-arende.yml
        publish: on 2024-06-01
        corrections:
          - date: 2024-07-01
            reason: Fel namn
        """,
    ),
    "names-unpublished": pair(
        """
        # matters/ett-arende.yml
        related:
          - en-strategi
        # strategies/en-strategi.yml
        publish: draft
        """,
        """
        # matters/ett-arende.yml
        related:
          - en-strategi
        # strategies/en-strategi.yml
        publish: published
        """,
    ),
    "former-id-in-use": pair(
        "# matters/nytt-arende.yml\nmoved_from:\n  - ett-arende\n# matters/ett-arende.yml",
        "# matters/nytt-arende.yml\nmoved_from:\n  - ett-arende",
    ),
    "not-adjusted": pair(
        """
        # organizations/namnd.yml
        requires_adjustment: true
        # meetings/namnd-2024-05-13.yml
        """,
        """
        # organizations/namnd.yml
        requires_adjustment: true
        # meetings/namnd-2024-05-13.yml
        adjusted_on: 2024-05-20
        """,
    ),
    "address-lost": pair(
        f"{_PUBLISHED}# matters/nytt-arende.yml",
        f"{_PUBLISHED}{_WITHDRAWN.lstrip()}",
    ),
    "correction-missing": pair(
        f"{_PUBLISHED}# matters/ett-arende.yml\ntitle: Skolskjuts på landet",
        f"""{_PUBLISHED}# matters/ett-arende.yml
title: Skolskjuts på landet
corrections:
  - date: 2024-07-01
    reason: Rubriken har blivit tydligare
""",
    ),
    "private-data": pair(
        "# matters/ett-arende.yml\nsummary: Ansökan från Ada Exempel, 19121212-1212, prövas.",
        "# matters/ett-arende.yml\nsummary: En ansökan om skolskjuts prövas.",
    ),
    "unused-allowance": pair(
        _ALLOWED % ("0" * 64) + "# matters/ett-arende.yml",
        "# matters/ett-arende.yml",
    ),
    "bad-sha256": pair(
        _ALLOWED % "19121212-1212" + "# matters/ett-arende.yml",
        "# matters/ett-arende.yml",
    ),
    "bad-ledger-line": pair(
        "# ledger.jsonl\narenden/ett-arende/\n# matters/ett-arende.yml",
        "# matters/ett-arende.yml",
    ),
    "missing-file": pair(
        _PAPER.format("fardplan.txt").partition("# decisions/ett-beslut/")[0],
        _PAPER.format("fardplan.txt"),
    ),
    "unnamed-file": pair(
        "# decisions/ett-beslut.yml\n# decisions/ett-beslut/fardplan.txt\nFrån nu till nästa år.",
        _PAPER.format("fardplan.txt"),
    ),
    "attachment-type": pair(_PAPER.format("fardplan.html"), _PAPER.format("fardplan.txt")),
    "attachment-content": pair(_PAPER.format("fardplan.pdf"), _PAPER.format("fardplan.txt")),
}
