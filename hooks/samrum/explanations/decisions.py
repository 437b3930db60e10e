"""Examples for the rules of decisions and of money."""

from __future__ import annotations

from samrum.explanations.example import pair

EXAMPLES = {
    "proposal-without-addressee": pair(
        "# decisions/ett-beslut.yml\ndecision_type: förslag",
        "# decisions/ett-beslut.yml\ndecision_type: förslag\nproposed_to: testkoping",
    ),
    "addressee-without-proposal": pair(
        "# decisions/ett-beslut.yml\ndecision_type: beslut\nproposed_to: testkoping",
        "# decisions/ett-beslut.yml\ndecision_type: förslag\nproposed_to: testkoping",
    ),
    "adoption-without-recommendation": pair(
        """
        # decisions/ett-beslut.yml
        decision_type: beslut
        recommended_to:
          - testkoping
        """,
        """
        # decisions/ett-beslut.yml
        decision_type: rekommendation
        recommended_to:
          - testkoping
        """,
    ),
    "duplicate-adoption": pair(
        """
        # decisions/ett-beslut.yml
        decision_type: rekommendation
        adoptions:
          - principal: testkoping
            status: väntar
          - principal: testkoping
            status: antagen
        """,
        """
        # decisions/ett-beslut.yml
        decision_type: rekommendation
        adoptions:
          - principal: testkoping
            status: antagen
        """,
    ),
    "pending-adoption-with-date": pair(
        """
        # decisions/ett-beslut.yml
        decision_type: rekommendation
        adoptions:
          - principal: testkoping
            status: väntar
            date: 2024-06-01
        """,
        """
        # decisions/ett-beslut.yml
        decision_type: rekommendation
        adoptions:
          - principal: testkoping
            status: antagen
            date: 2024-06-01
        """,
    ),
    "adoption-not-asked-for": pair(
        """
        # decisions/ett-beslut.yml
        decision_type: rekommendation
        recommended_to:
          - testkoping
        adoptions:
          - principal: provstad
            status: antagen
        """,
        """
        # decisions/ett-beslut.yml
        decision_type: rekommendation
        recommended_to:
          - testkoping
          - provstad
        adoptions:
          - principal: provstad
            status: antagen
        """,
    ),
    "shares-not-whole": pair(
        """
        # decisions/ett-beslut.yml
        funding:
          amount: 1000
          shares:
            - principal: testkoping
              fraction: 1/2
            - principal: provstad
              fraction: 1/3
        """,
        """
        # decisions/ett-beslut.yml
        funding:
          amount: 1000
          shares:
            - principal: testkoping
              fraction: 1/2
            - principal: provstad
              fraction: 1/2
        """,
    ),
    "amount-off-share": pair(
        """
        # decisions/ett-beslut.yml
        funding:
          amount: 1000
          shares:
            - principal: testkoping
              fraction: 1/2
              amount: 600
            - principal: provstad
              fraction: 1/2
        """,
        """
        # decisions/ett-beslut.yml
        funding:
          amount: 1000
          shares:
            - principal: testkoping
              fraction: 1/2
              amount: 500
            - principal: provstad
              fraction: 1/2
        """,
    ),
    "duplicate-share": pair(
        """
        # decisions/ett-beslut.yml
        funding:
          amount: 1000
          shares:
            - principal: testkoping
              fraction: 1/2
            - principal: testkoping
              fraction: 1/2
        """,
        """
        # decisions/ett-beslut.yml
        funding:
          amount: 1000
          shares:
            - principal: testkoping
              fraction: 1/1
        """,
    ),
}
