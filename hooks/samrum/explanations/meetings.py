"""Examples for the rules of meetings."""

from __future__ import annotations

from samrum.explanations.example import pair

EXAMPLES = {
    "section-order": pair(
        """
        # meetings/namnd-2024-05-13.yml
        agenda_items:
          - number: 2
            name: Skolskjuts
          - number: 1
            name: Mötet öppnas
        """,
        """
        # meetings/namnd-2024-05-13.yml
        agenda_items:
          - number: 1
            name: Mötet öppnas
          - number: 2
            name: Skolskjuts
        """,
    ),
    "duplicate-section": pair(
        """
        # meetings/namnd-2024-05-13.yml
        agenda_items:
          - number: 1
            name: Informationer
          - number: 1
            name: Skolskjuts
        """,
        """
        # meetings/namnd-2024-05-13.yml
        agenda_items:
          - number: 1
            name: Informationer
            parts:
              - name: Skolskjuts
        """,
    ),
    "section-missing": pair(
        """
        # meetings/namnd-2024-05-13.yml
        agenda_numbers: 1-2
        agenda_items:
          - number: 1
            name: Mötet öppnas
        """,
        """
        # meetings/namnd-2024-05-13.yml
        agenda_numbers: 1-2
        agenda_items:
          - number: 1
            name: Mötet öppnas
          - number: 2
            name: Skolskjuts
        """,
    ),
    "section-outside": pair(
        """
        # meetings/namnd-2024-05-13.yml
        agenda_numbers: 1-1
        agenda_items:
          - number: 1
            name: Mötet öppnas
          - number: 2
            name: Skolskjuts
        """,
        """
        # meetings/namnd-2024-05-13.yml
        agenda_numbers: 1-2
        agenda_items:
          - number: 1
            name: Mötet öppnas
          - number: 2
            name: Skolskjuts
        """,
    ),
    "duplicate-attendee": pair(
        """
        # meetings/namnd-2024-05-13.yml
        participants:
          - name: Ada Exempel
            on_behalf_of: testkoping
          - name: Ada Exempel
            on_behalf_of: testkoping
        """,
        """
        # meetings/namnd-2024-05-13.yml
        participants:
          - name: Ada Exempel
            on_behalf_of: testkoping
        """,
    ),
    "present-and-absent": pair(
        """
        # meetings/namnd-2024-05-13.yml
        participants:
          - name: Ada Exempel
            on_behalf_of: testkoping
        absentees:
          - name: Ada Exempel
            on_behalf_of: testkoping
        """,
        """
        # meetings/namnd-2024-05-13.yml
        participants:
          - name: Ada Exempel
            on_behalf_of: testkoping
        absentees:
          - name: Bo Påhittad
            on_behalf_of: provstad
        """,
    ),
    "several-chairs": pair(
        """
        # meetings/namnd-2024-05-13.yml
        participants:
          - name: Ada Exempel
            on_behalf_of: testkoping
            role: ordförande
          - name: Bo Påhittad
            on_behalf_of: provstad
            role: ordförande
        """,
        """
        # meetings/namnd-2024-05-13.yml
        participants:
          - name: Ada Exempel
            on_behalf_of: testkoping
            role: ordförande
          - name: Bo Påhittad
            on_behalf_of: provstad
            role: vice ordförande
        """,
    ),
    "unknown-adjuster": pair(
        """
        # meetings/namnd-2024-05-13.yml
        participants:
          - name: Ada Exempel
            on_behalf_of: testkoping
        adjusters:
          - A. Exempel
        """,
        """
        # meetings/namnd-2024-05-13.yml
        participants:
          - name: Ada Exempel
            on_behalf_of: testkoping
        adjusters:
          - Ada Exempel
        """,
    ),
    "decision-at-unheld-meeting": pair(
        """
        # meetings/namnd-2024-05-13.yml
        status: inställt
        agenda_items:
          - number: 1
            name: Skolskjuts
            decision:
              title: Skolskjutsen utökas
              resolution:
                - att utöka skolskjutsen
        """,
        """
        # meetings/namnd-2024-05-13.yml
        status: inställt
        agenda_items:
          - number: 1
            name: Skolskjuts
        """,
    ),
    "not-a-member": pair(
        """
        # organizations/namnd.yml
        members:
          - testkoping
        # meetings/namnd-2024-05-13.yml
        participants:
          - name: Bo Påhittad
            on_behalf_of: provstad
        """,
        """
        # organizations/namnd.yml
        members:
          - testkoping
          - provstad
        # meetings/namnd-2024-05-13.yml
        participants:
          - name: Bo Påhittad
            on_behalf_of: provstad
        """,
    ),
    "not-represented": pair(
        """
        # meetings/namnd-2024-05-13.yml
        participants:
          - name: Bo Påhittad
            on_behalf_of: bolaget
        """,
        """
        # meetings/namnd-2024-05-13.yml
        participants:
          - name: Bo Påhittad
            on_behalf_of: provstad
        """,
    ),
}
