"""Swedish compounds come apart at their joints, and nothing else comes apart."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from samrum.search.compounds import Splitter
from samrum.search.wordlist import WordList, swedish

SWEDISH = "abcdefghijklmnopqrstuvwxyzåäö"


@pytest.fixture(scope="module")
def splitter() -> Splitter:
    return Splitter(swedish())


def splitter_of(
    first: str = "", last: str = "", *, risky: str = "", others: str = "", names: str = ""
) -> Splitter:
    risky_words = frozenset(risky.split())
    return Splitter(
        WordList(
            first=frozenset(first.split()),
            risky_first=risky_words,
            last=frozenset(last.split()),
            risky_last=risky_words,
            others=frozenset(others.split()),
            names=frozenset(names.split()),
        )
    )


# The judged words


@dataclass(frozen=True)
class Judged:
    """A word, the places where it must come apart, and those where it may."""

    word: str
    joints: frozenset[int]
    optional: frozenset[int]


@dataclass(frozen=True)
class Score:
    precision: float
    """Joints given that are right, of those given."""
    recall: float
    """Joints given that are right, of those that there are."""
    words: float
    """Words without a mistake, of all."""


def judged(marked: str) -> Judged:
    places: dict[str, set[int]] = {"|": set(), "/": set()}
    length = 0
    for sign in marked:
        if sign in places:
            places[sign].add(length)
        else:
            length += 1
    word = marked.replace("|", "").replace("/", "")
    return Judged(word, frozenset(places["|"]), frozenset(places["/"]))


def every_second(start: int) -> list[Judged]:
    table = yaml.safe_load(Path(__file__).with_name("compounds.yml").read_text("utf-8"))
    return [judged(word) for words in table.values() for word in words[start::2]]


def joints(parts: tuple[str, ...]) -> frozenset[int]:
    return frozenset(accumulate(len(part) for part in parts[:-1]))


def score(words: list[Judged], splitter: Splitter) -> Score:
    right = wrong = missed = faultless = 0
    for word in words:
        found = joints(splitter.split(word.word))
        false = found - word.joints - word.optional
        right += len(found & word.joints)
        wrong += len(false)
        missed += len(word.joints - found)
        faultless += word.joints <= found and not false
    return Score(right / (right + wrong), right / (right + missed), faultless / len(words))


@pytest.mark.parametrize("start", [0, 1], ids=["tuned on", "held out"])
def test_nineteen_joints_of_twenty_are_right_and_few_are_missed(
    start: int, splitter: Splitter
) -> None:
    reached = score(every_second(start), splitter)
    assert reached.precision >= 0.95, reached
    assert reached.recall >= 0.88, reached
    assert reached.words >= 0.90, reached


@pytest.mark.parametrize(
    "marked",
    [
        "betalnings|ansvar",
        "hjälpmedels|strategin",
        "hjälpmedels|rådet",
        "läns|samverkansgruppen",
        "arbets|utskottet",
        "närsjukvårds|område",
        "informations|överföring",
        "utskrivnings|processen",
    ],
)
def test_the_words_that_people_search_for_come_apart(marked: str, splitter: Splitter) -> None:
    assert "|".join(splitter.split(marked.replace("|", ""))) == marked


# Laws

swedish_words = st.text(SWEDISH, min_size=1, max_size=30)
likely_compounds = st.lists(
    st.sampled_from(["vårds", "kommun", "ansvaret", "råd", "betalnings", "styrelse", "ny", "s"]),
    min_size=1,
    max_size=5,
).map("".join)
anything = st.text() | swedish_words | likely_compounds


@given(anything)
def test_the_parts_together_are_the_word(splitter: Splitter, word: str) -> None:
    parts = splitter.split(word)
    assert "".join(parts) == word
    assert all(parts) or parts == ("",)


@given(st.lists(anything | st.sampled_from([" ", "-", ".", "/"])).map("".join))
def test_marking_adds_joints_and_nothing_else(splitter: Splitter, text: str) -> None:
    text = text.replace("~", "")
    assert splitter.mark(text).replace("~", "") == text


@given(st.lists(anything | st.sampled_from([" ", "-", "~", "/"])).map("".join))
def test_marking_again_changes_nothing(splitter: Splitter, text: str) -> None:
    once = splitter.mark(text)
    assert splitter.mark(once) == once


@given(likely_compounds, st.text("0123456789", min_size=1), likely_compounds)
def test_what_holds_a_digit_is_left_alone(
    splitter: Splitter, before: str, digits: str, after: str
) -> None:
    assert splitter.split(before + digits + after) == (before + digits + after,)
    assert splitter.mark(before + digits + after) == before + digits + after


@given(likely_compounds | swedish_words)
def test_capitals_move_no_joint(splitter: Splitter, word: str) -> None:
    assert joints(splitter.split(word.upper())) == joints(splitter.split(word.capitalize()))


def test_the_same_word_is_looked_up_once(splitter: Splitter) -> None:
    assert splitter.split("betalningsansvaret") is splitter.split("betalningsansvaret")


# Rules, each with a dictionary that it can be seen in


def test_the_fewest_parts_are_the_best() -> None:
    words = splitter_of("när sjuk vårds sjukvårds närsjukvårds", "område")
    assert words.split("närsjukvårdsområde") == ("närsjukvårds", "område")


def test_of_equally_many_parts_the_last_one_is_short() -> None:
    words = splitter_of("trafik trafiksäkerhets", "säkerhetsåtgärd åtgärd")
    assert words.split("trafiksäkerhetsåtgärd") == ("trafiksäkerhets", "åtgärd")


def test_three_letters_are_the_least_a_part_has() -> None:
    assert splitter_of("ö", "båt").split("öbåt") == ("öbåt",)
    assert splitter_of("region", "ål").split("regionål") == ("regionål",)
    assert splitter_of("region", "råd").split("regionråd") == ("region", "råd")


def test_a_last_part_may_stand_in_the_genitive() -> None:
    assert splitter_of("läns", "styrelsen").split("länsstyrelsens") == ("läns", "styrelsens")


def test_a_compound_takes_an_s_before_the_next_word() -> None:
    words = splitter_of("", "hjälpmedel strategi")
    assert words.split("hjälpmedelsstrategi") == ("hjälpmedels", "strategi")


def test_a_risky_part_makes_new_compounds() -> None:
    assert splitter_of("", "tjänsten", risky="tolk").split("tolktjänsten") == ("tolk", "tjänsten")
    assert splitter_of("läns", risky="råd").split("länsråd") == ("läns", "råd")


def test_a_risky_part_does_not_explain_a_word_that_the_dictionary_has() -> None:
    assert splitter_of("", "sekvens konsekvens", risky="kon").split("konsekvens") == ("konsekvens",)
    assert splitter_of("lok", "lokalt", risky="alt").split("lokalt") == ("lokalt",)


def test_a_risky_last_part_counts_after_a_telling_first() -> None:
    words = splitter_of("kultur", risky="råd", others="kulturråd")
    assert words.split("kulturråd") == ("kultur", "råd")


def test_a_part_that_is_not_risky_goes_first() -> None:
    words = splitter_of("skolan", "ordning", risky="skol anordning")
    assert words.split("skolanordning") == ("skolan", "ordning")


def test_a_particle_makes_no_compound_of_a_known_word() -> None:
    words = splitter_of("genom", "förande plan", others="genomförande")
    assert words.split("genomförande") == ("genomförande",)
    assert words.split("genomplan") == ("genom", "plan")


def test_a_known_name_is_whole_in_any_case() -> None:
    words = splitter_of("söder", "ström", names="söderström")
    assert words.split("Söderströms") == ("Söderströms",)
    assert words.split("söderström") == ("söderström",)


def test_a_short_word_with_a_capital_may_be_a_name() -> None:
    words = splitter_of("tjärn", "lund lunden dungen")
    assert words.split("Tjärnlund") == ("Tjärnlund",)
    assert words.split("tjärnlund") == ("tjärn", "lund")
    assert words.split("Tjärndungen") == ("Tjärn", "dungen")


@pytest.mark.parametrize(
    "word", ["", "a", "kommun", "İkommunstyrelse", "kommun-styrelse", "kommun" * 17 + "styrelse"]
)
def test_what_is_no_compound_is_its_own_only_part(word: str) -> None:
    assert splitter_of("kommun ikommun", "styrelse").split(word) == (word,)


# Running text


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Kommunstyrelsen beslutar.", "Kommun~styrelsen beslutar."),
        ("KOMMUNSTYRELSEN", "KOMMUN~STYRELSEN"),
        ("(kommunstyrelsen) kommunstyrelsen:", "(kommun~styrelsen) kommun~styrelsen:"),
        ("kommun- och regionstyrelsen", "kommun- och region~styrelsen"),
        ("IT-kommunstyrelsen", "IT-kommun~styrelsen"),
        ("kommunstyrelsen/regionstyrelsen", "kommun~styrelsen/region~styrelsen"),
        ("kommun~styrelsen", "kommun~styrelsen"),
    ],
)
def test_joints_are_marked_in_running_text(text: str, marked: str) -> None:
    assert splitter_of("kommun region", "styrelsen").mark(text) == marked


@pytest.mark.parametrize(
    "text",
    [
        "https://exempelbo.se/kommunstyrelsen/",
        "//kommunstyrelsen",
        "kommunstyrelsen@exempelbo.se",
        "kommunstyrelsen.exempelbo.se",
        "kommunstyrelsen.pdf",
        "kommunstyrelsen-2021-10-15",
        "2021-kommunstyrelsen",
        "kommunstyrelsen_beslut",
    ],
)
def test_addresses_and_ids_are_not_marked(text: str) -> None:
    assert splitter_of("kommun", "styrelsen").mark(text) == text


def test_what_is_marked_stays_as_it_is() -> None:
    words = splitter_of("kommun kommunstyrelse", "styrelsen kommunstyrelse råd")

    once = words.mark("kommunstyrelsen")

    assert once == "kommun~styrelsen"
    assert words.mark(once) == once
