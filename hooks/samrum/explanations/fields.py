"""What can be wrong with one field of a record."""

from __future__ import annotations

from samrum.explanations.example import pair

SENTENCES = {
    "bad-amount": "A sum is whole kronor, or kronor and öre with a point between them.",
    "bad-date": "A date is written as year, month and day, as far as it is known.",
    "bad-file-name": "A file's name is a-z, 0-9 and single hyphens, and an ending.",
    "bad-fraction": "A share is an exact fraction of a whole.",
    "bad-id": "An id is a-z, 0-9 and single hyphens.",
    "bad-publish": "A record is draft, published, withdrawn, or public from a day on.",
    "bad-range": "A range of §§ is the first and the last number.",
    "bad-time": "A time of day is two digits, a colon and two digits.",
    "bad-url": "A web address is written whole and begins with https://.",
    "empty-field": "A field that is there is filled in.",
    "impossible-date": "A date is one that the calendar has.",
    "missing-field": "A record has all the fields that its kind must have.",
    "out-of-range": "A number is neither too small nor too large for its field.",
    "several-lines": "What is a heading, a name or a note stands on one line.",
    "too-long": "A text is no longer than its field can take.",
    "unknown-field": "A record has only fields that its kind knows.",
    "unknown-value": "A field that takes one of a few words has one of them.",
    "wrong-type": "A field holds a text, a list or a group of fields, as its kind says.",
}

EXAMPLES = {
    "bad-amount": pair(
        "# decisions/ett-beslut.yml\nfunding:\n  amount: 960 000 kr",
        "# decisions/ett-beslut.yml\nfunding:\n  amount: 960000",
    ),
    "bad-date": pair(
        "# decisions/ett-beslut.yml\ndate: 13 maj 2024",
        "# decisions/ett-beslut.yml\ndate: 2024-05-13",
    ),
    "bad-file-name": pair(
        "# decisions/ett-beslut.yml\npapers:\n  - title: Färdplan\n    file: Färdplan (ny).pdf",
        "# decisions/ett-beslut.yml\npapers:\n  - title: Färdplan",
    ),
    "bad-fraction": pair(
        """
        # decisions/ett-beslut.yml
        funding:
          amount: 1000
          shares:
            - principal: testkoping
              fraction: 33 %
            - principal: provstad
              fraction: 2/3
        """,
        """
        # decisions/ett-beslut.yml
        funding:
          amount: 1000
          shares:
            - principal: testkoping
              fraction: 1/3
            - principal: provstad
              fraction: 2/3
        """,
    ),
    "bad-id": pair(
        "# decisions/ett-beslut.yml\norganization: Testnämnden",
        "# decisions/ett-beslut.yml\norganization: namnd",
    ),
    "bad-publish": pair(
        "# matters/ett-arende.yml\npublish: hemlig",
        "# matters/ett-arende.yml\npublish: draft",
    ),
    "bad-range": pair(
        "# meetings/namnd-2024-05-13.yml\nagenda_numbers: från § 1\nstatus: kallat",
        "# meetings/namnd-2024-05-13.yml\nagenda_numbers: 1-9\nstatus: kallat",
    ),
    "bad-time": pair(
        "# meetings/namnd-2024-05-13.yml\nstart: kl. 8.30",
        "# meetings/namnd-2024-05-13.yml\nstart: 08:30",
    ),
    "bad-url": pair(
        "# organizations/bolaget.yml\nurl: www.bolaget.example",
        "# organizations/bolaget.yml\nurl: https://www.bolaget.example/",
    ),
    "empty-field": pair(
        "# matters/ett-arende.yml\ntitle: ''",
        "# matters/ett-arende.yml\ntitle: Skolskjuts",
    ),
    "impossible-date": pair(
        "# decisions/ett-beslut.yml\ndate: 2023-02-29",
        "# decisions/ett-beslut.yml\ndate: 2023-02-28",
    ),
    "missing-field": pair(
        "# strategies/en-strategi.yml\nsources: []",
        "# strategies/en-strategi.yml\nsources:\n  - document: Protokoll 2024-05-13",
    ),
    "out-of-range": pair(
        "# meetings/namnd-2024-05-13.yml\nagenda_items:\n  - number: 0\n    name: Mötet öppnas",
        "# meetings/namnd-2024-05-13.yml\nagenda_items:\n  - number: 1\n    name: Mötet öppnas",
    ),
    "several-lines": pair(
        "# matters/ett-arende.yml\ntitle: |\n  Skolskjuts\n  på landsbygden",
        "# matters/ett-arende.yml\ntitle: Skolskjuts på landsbygden",
    ),
    "too-long": pair(
        f"# matters/ett-arende.yml\ntitle: {'Skolskjuts och annat ' * 25}",
        "# matters/ett-arende.yml\ntitle: Skolskjuts och annat",
    ),
    "unknown-field": pair(
        "# matters/ett-arende.yml\nheading: Skolskjuts",
        "# matters/ett-arende.yml\ntitle: Skolskjuts",
    ),
    "unknown-value": pair(
        "# matters/ett-arende.yml\nstatus: klart",
        "# matters/ett-arende.yml\nstatus: avslutat",
    ),
    "wrong-type": pair(
        "# matters/ett-arende.yml\ntopics: Skola, Vägar",
        "# matters/ett-arende.yml\ntopics:\n  - Skola\n  - Vägar",
    ),
}
