"""Examples for the rules of dates."""

from __future__ import annotations

from samrum.explanations.example import pair

EXAMPLES = {
    "end-before-start": pair(
        "# meetings/namnd-2024-05-13.yml\nstart: 13:00\nend: 09:00",
        "# meetings/namnd-2024-05-13.yml\nstart: 09:00\nend: 13:00",
    ),
    "last-day-before-first": pair(
        "# events/ett-seminarium.yml\ndate: 2024-05-13\nend_date: 2024-05-12",
        "# events/ett-seminarium.yml\ndate: 2024-05-13\nend_date: 2024-05-14",
    ),
    "steps-out-of-order": pair(
        "# meetings/namnd-2024-05-13.yml\ndate: 2024-05-13\nadjusted_on: 2024-05-01",
        "# meetings/namnd-2024-05-13.yml\ndate: 2024-05-13\nadjusted_on: 2024-05-20",
    ),
    "decision-before-meeting": pair(
        """
        # meetings/namnd-2024-05-13.yml
        date: 2024-05-13
        agenda_items:
          - number: 1
            name: Skolskjuts
            decision:
              date: 2024-05-01
              title: Skolskjutsen utökas
              resolution:
                - att utöka skolskjutsen
        """,
        """
        # meetings/namnd-2024-05-13.yml
        date: 2024-05-13
        agenda_items:
          - number: 1
            name: Skolskjuts
            decision:
              title: Skolskjutsen utökas
              resolution:
                - att utöka skolskjutsen
        """,
    ),
    "due-before-decision": pair(
        """
        # decisions/ett-beslut.yml
        date: 2024-05-13
        assignments:
          - to: bolaget
            task: Utreda skolskjutsen
            due: 2024-01
        """,
        """
        # decisions/ett-beslut.yml
        date: 2024-05-13
        assignments:
          - to: bolaget
            task: Utreda skolskjutsen
            due: 2025-01
        """,
    ),
    "paper-after-decision": pair(
        """
        # decisions/ett-beslut.yml
        date: 2024-05-13
        papers:
          - title: Utredning om skolskjuts
            date: 2024-06
        """,
        """
        # decisions/ett-beslut.yml
        date: 2024-05-13
        papers:
          - title: Utredning om skolskjuts
            date: 2024-04
        """,
    ),
    "adoption-before-decision": pair(
        """
        # decisions/ett-beslut.yml
        date: 2024-05-13
        decision_type: rekommendation
        adoptions:
          - principal: testkoping
            status: antagen
            date: 2024-05-01
        """,
        """
        # decisions/ett-beslut.yml
        date: 2024-05-13
        decision_type: rekommendation
        adoptions:
          - principal: testkoping
            status: antagen
            date: 2024-06-01
        """,
    ),
    "event-before-decision": pair(
        """
        # decisions/motesplan.yml
        date: 2024-05-13
        # events/ett-seminarium.yml
        date: 2024-03-01
        decision: motesplan
        """,
        """
        # decisions/motesplan.yml
        date: 2024-05-13
        # events/ett-seminarium.yml
        date: 2024-10-01
        decision: motesplan
        """,
    ),
    "validity-before-start": pair(
        """
        # strategies/en-strategi.yml
        adopted_on: 2024-05
        validity:
          - to: 2023
        """,
        """
        # strategies/en-strategi.yml
        adopted_on: 2024-05
        validity:
          - to: 2028
        """,
    ),
}
