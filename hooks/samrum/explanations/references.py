"""Examples for the rules of identity, references, circles and publication."""

from __future__ import annotations

from samrum.explanations.example import pair

EXAMPLES = {
    "duplicate-id": pair(
        """
        # matters/skolskjuts.yml
        # strategies/skolskjuts.yml
        """,
        """
        # matters/skolskjuts.yml
        # strategies/strategi-skolskjuts.yml
        """,
    ),
    "file-name": pair(
        "# matters/arende-1.yml\nid: skolskjuts",
        "# matters/skolskjuts.yml\nid: skolskjuts",
    ),
    "meeting-id": pair(
        "# meetings/majmotet.yml\norganization: namnd\ndate: 2024-05-13",
        "# meetings/namnd-2024-05-13.yml\norganization: namnd\ndate: 2024-05-13",
    ),
    "reserved-id": pair(
        "# events/namnd-2024-05-13.yml\ndate: 2024-05-13",
        "# events/mote-namnd-2024-05-13.yml\ndate: 2024-05-13",
    ),
    "unknown-id": pair(
        "# decisions/ett-beslut.yml\norganization: namden",
        "# decisions/ett-beslut.yml\norganization: namnd",
    ),
    "wrong-kind": pair(
        "# decisions/ett-beslut.yml\nmatters:\n  - namnd",
        "# decisions/ett-beslut.yml\nmatters:\n  - skolskjuts\n# matters/skolskjuts.yml",
    ),
    "unknown-record": pair(
        "# matters/ett-arende.yml\nsummary: Det gäller [strategin](record:strategi).",
        """
        # matters/ett-arende.yml
        summary: Det gäller [strategin](record:en-strategi).
        # strategies/en-strategi.yml
        """,
    ),
    "names-itself": pair(
        "# matters/ett-arende.yml\nrelated:\n  - ett-arende",
        "# matters/ett-arende.yml\nrelated:\n  - ett-beslut\n# decisions/ett-beslut.yml",
    ),
    "named-twice": pair(
        "# organizations/kommunerna.yml\nmembers:\n  - testkoping\n  - testkoping",
        "# organizations/kommunerna.yml\nmembers:\n  - testkoping\n  - provstad",
    ),
    "parent-circle": pair(
        """
        # organizations/forvaltningen.yml
        parent: enheten
        # organizations/enheten.yml
        parent: forvaltningen
        """,
        """
        # organizations/forvaltningen.yml
        # organizations/enheten.yml
        parent: forvaltningen
        """,
    ),
    "members-circle": pair(
        """
        # organizations/forbundet.yml
        members:
          - kretsen
        # organizations/kretsen.yml
        members:
          - forbundet
        """,
        """
        # organizations/forbundet.yml
        members:
          - kretsen
        # organizations/kretsen.yml
        """,
    ),
    "supersedes-circle": pair(
        """
        # strategies/plan-2023.yml
        supersedes:
          - plan-2024
        # strategies/plan-2024.yml
        supersedes:
          - plan-2023
        """,
        """
        # strategies/plan-2023.yml
        # strategies/plan-2024.yml
        supersedes:
          - plan-2023
        """,
    ),
}
