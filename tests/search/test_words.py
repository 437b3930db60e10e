"""The archive's own words, in which a typed word is looked up."""

from __future__ import annotations

from samrum.search.words import front_coded, spellings, words_in


def listed(*pages: str) -> list[str]:
    return list(spellings(word for html in pages for word in words_in(html)))


def test_every_word_and_every_part_of_a_compound_is_listed_once_and_in_order() -> None:
    pages = ["<h1>Betalnings~ansvaret</h1>", "<p>Ansvaret &amp; e-hälsa, SVU-processen</p>"]

    assert listed(*pages) == [
        "ansvaret",
        "betalnings",
        "betalningsansvaret",
        "e-hälsa",
        "hälsa",
        "processen",
        "svu-processen",
    ]


def test_short_words_numbers_and_noise_are_no_words_to_suggest() -> None:
    assert listed(f"<p>och 2021 § 34 418:3 {'a' * 41}</p>") == []


def test_what_a_tag_says_is_no_word() -> None:
    assert listed('<p class="sammanfattning">Text<br>rad</p>') == ["text"]


def test_words_that_begin_alike_share_their_beginning() -> None:
    assert front_coded(["ansvar", "ansvaret", "anta", "beslut"]) == "0ansvar\n6et\n2ta\n0beslut"


def test_at_most_35_letters_are_shared_because_one_sign_counts_them() -> None:
    assert front_coded(["a" * 36, "a" * 36 + "b"]).splitlines()[1] == "zab"


def test_no_words_are_no_lines() -> None:
    assert front_coded([]) == ""
