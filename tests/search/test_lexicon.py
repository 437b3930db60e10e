"""What a typed word can also be called."""

from __future__ import annotations

from pathlib import Path

from samrum.search.lexicon import lexicon
from samrum.synonyms import Synonyms
from tests.world import archive


def test_bodies_bring_their_abbreviations_and_the_list_brings_more(tmp_path: Path) -> None:
    catalogue, _ = archive(
        tmp_path,
        {
            "organizations/tn.yml": "name: Testnämnden\nabbreviation: TN",
            "organizations/bolag.yml": "name: Bolaget",
        },
    )
    found = lexicon(catalogue.organizations, Synonyms({"SIP": "samordnad individuell plan"}))

    assert found["names"] == [("sip", "samordnad individuell plan"), ("tn", "testnämnden")]


def test_synonyms_go_from_what_readers_say_to_what_records_say() -> None:
    synonyms = Synonyms({}, {"kostnad": ("pengar",), "finansiering": ("Pengar", "budget")})

    assert lexicon((), synonyms)["synonyms"] == {
        "budget": ["finansiering"],
        "pengar": ["finansiering", "kostnad"],
    }
