"""Private data in a text: what is found however it is written, and what only looks like it.

Every number here is made up: identity numbers have the birth numbers 980-999, which Skatteverket
keeps for tests; phones are those that Post- och telestyrelsen keeps for books and films; cards and
accounts are the examples of their makers.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from samrum.privacy import Sort, masked, sightings


def check_digit(digits: str) -> str:
    """The last digit of a number, told from those before it (Luhn)."""
    doubled = (int(digit) * (1 if place % 2 else 2) for place, digit in enumerate(digits[::-1]))
    return str(-sum(number // 10 + number % 10 for number in doubled) % 10)


def identity(born: date, serial: int = 980, *, is_coordination: bool = False) -> str:
    """The ten digits of a made-up personnummer or samordningsnummer."""
    day = born.day + (60 if is_coordination else 0)
    digits = f"{born:%y%m}{day:02}{serial:03}"
    return digits + check_digit(digits)


NUMBER = identity(date(1985, 7, 9))
FORMS = (
    "{short}-{last}",
    "{short}+{last}",
    "{short}{last}",
    "{short} {last}",
    "{short} - {last}",
    "{short}–{last}",
    "{short}-\n      {last}",
    "{century}{short}-{last}",
    "{century}{short}+{last}",
    "{century}{short}{last}",
    "{century}{short} {last}",
    "{century}{yy}-{mm}-{dd}-{last}",
    "{century}{yy}-{mm}-{dd} {last}",
    "{century}{yy} {mm} {dd} {last}",
    "{yy} {mm} {dd}-{last}",
    "{century}{yy}/{mm}/{dd}-{last}",
    "{century}{yy}.{mm}.{dd}-{last}",
    "SE{short}{last}01",
    "SE {short}-{last} 01",
)
AROUND = (
    "{}",
    "Ärende {}.",
    "pnr{}",
    "({})",
    "“{}”",
    "nr:{}",
    "{}, {}",
    "{};{}",
    "a\t{}\nb",
    "§ 3 {}",
)


def written(digits: str, form: str, century: str = "19") -> str:
    yy, mm, dd = digits[:2], digits[2:4], digits[4:6]
    parts = {"short": digits[:6], "last": digits[6:], "century": century}
    return form.format(yy=yy, mm=mm, dd=dd, **parts)


def sorts(text: str) -> list[Sort]:
    return [one.sort for one in sightings(text)]


births = st.dates(date(1890, 1, 1), date(2029, 12, 31))
serials = st.integers(980, 999)


@given(births, serials, st.booleans(), st.sampled_from(FORMS), st.sampled_from(AROUND))
def test_every_identity_number_is_found_in_every_form(
    born: date, serial: int, is_coordination: bool, form: str, around: str
) -> None:
    digits = identity(born, serial, is_coordination=is_coordination)
    number = written(digits, form, f"{born:%Y}"[:2])
    text = around.replace("{}", number)

    assert set(sorts(text)) == {Sort.IDENTITY}
    assert digits[6:] not in re.sub(r"\D", "", masked(text))


def test_an_identity_number_in_brackets_is_no_phone() -> None:
    digits = identity(date(1907, 1, 1), 980)

    assert sorts(f"({digits[:6]}-{digits[6:]})") == [Sort.IDENTITY]


@given(births, serials)
def test_a_wrong_check_digit_makes_it_no_identity_number(born: date, serial: int) -> None:
    digits = identity(born, serial)
    wrong = digits[:9] + str((int(digits[9]) + 1) % 10)

    assert Sort.IDENTITY not in sorts(written(wrong, "{short}-{last}"))


@pytest.mark.parametrize(
    "date_and_serial",
    ["850230980", "851309980", "850700980", "850799980", "851361980", "850709000"],
)
def test_what_is_no_day_or_nobody_is_no_identity_number(date_and_serial: str) -> None:
    digits = date_and_serial + check_digit(date_and_serial)

    assert not sorts(written(digits, "{short}-{last}"))


def test_a_leap_day_is_one_in_the_years_that_have_it() -> None:
    digits = "000229980" + check_digit("000229980")

    assert sorts(written(digits, "{century}{short}-{last}", "20")) == [Sort.IDENTITY]
    assert not sorts(written(digits, "{century}{short}-{last}", "19"))
    assert sorts(written(digits, "{short}-{last}")) == [Sort.IDENTITY]


def test_the_birthday_of_a_coordination_number_may_be_unknown() -> None:
    assert sorts("850060980" + check_digit("850060980")) == [Sort.IDENTITY]
    assert not sorts("851360980" + check_digit("851360980"))


@pytest.mark.parametrize(
    ("text", "sort", "expected"),
    [
        (written(NUMBER, "{century}{short}-{last}"), Sort.IDENTITY, "19••••••-••••"),
        (written(NUMBER, "{short}-{last}"), Sort.IDENTITY, "••••••-••••"),
        ("070-174 06 05", Sort.PHONE, "07•-••• •• ••"),
        ("0701740605", Sort.PHONE, "07••••••••"),
        ("070 - 1740605", Sort.PHONE, "07• - •••••••"),
        ("070/174 06 05", Sort.PHONE, "07•/••• •• ••"),
        ("(070) 174 06 05", Sort.PHONE, "(07•) ••• •• ••"),
        ("070-174\n  06 05", Sort.PHONE, "07•-••• •• ••"),
        ("+46 70 174 06 05", Sort.PHONE, "+46 •• ••• •• ••"),
        ("+46 (0)70-174 06 05", Sort.PHONE, "+46 (•)••-••• •• ••"),
        ("0046701740605", Sort.PHONE, "00•••••••••••"),
        ("+46701740605", Sort.PHONE, "+46•••••••••"),
        ("08-465 004 12", Sort.PHONE, "08-••• ••• ••"),
        ("08-46500412", Sort.PHONE, "08-••••••••"),
        ("031-390 06 12", Sort.PHONE, "03•-••• •• ••"),
        ("(040) 628 04 12", Sort.PHONE, "(04•) ••• •• ••"),
        ("040 628 04 12", Sort.PHONE, "04• ••• •• ••"),
        ("0980-319 212", Sort.PHONE, "09••-••• •••"),
        ("+46 8-465 004 12", Sort.PHONE, "+46 •-••• ••• ••"),
        ("ada.exempel@gmail.com", Sort.EMAIL, "•••@gmail.com"),
        ("Ada <ADA@Hotmail.SE>", Sort.EMAIL, "Ada <•••@Hotmail.SE>"),
        ("mailto:ada%40outlook.com?x", Sort.EMAIL, "mailto:•••%40outlook.com?x"),
        ("ada (at) telia.com", Sort.EMAIL, "•••(at) telia.com"),
        ("ada[snabel-a]yahoo.co.uk", Sort.EMAIL, "•••[snabel-a]yahoo.co.uk"),
        ("SE45 5000 0000 0583 9825 7466", Sort.ACCOUNT, "SE•• •••• •••• •••• •••• ••••"),
        ("NO9386011117947", Sort.ACCOUNT, "NO•••••••••••••"),
        ("kontonummer: 8327-9, 123 456 789-0", Sort.ACCOUNT, "kontonummer: ••••-•, ••• ••• •••-•"),
        ("Clearing 6000 123456789", Sort.ACCOUNT, "Clearing •••• •••••••••"),
        ("sparkonto 1234567", Sort.ACCOUNT, "sparkonto •••••••"),
        ("4111 1111 1111 1111", Sort.CARD, "•••• •••• •••• ••••"),
        ("5555555555554444", Sort.CARD, "••••••••••••••••"),
        ("2223-0031-2200-3222", Sort.CARD, "••••-••••-••••-••••"),
        ("3782 822463 10005", Sort.CARD, "•••• •••••• •••••"),
        ("30569309025904", Sort.CARD, "••••••••••••••"),
        ("6011111111111117", Sort.CARD, "••••••••••••••••"),
        ("6759 6498 2643 8453", Sort.CARD, "•••• •••• •••• ••••"),
    ],
)
def test_private_data_is_found_and_masked(text: str, sort: Sort, expected: str) -> None:
    assert sorts(text) == [sort]
    assert masked(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "HSN 418:3-2021",
        "HSN 2021/00418-3",
        "SVO-2021-10-15",
        "Dnr 2021-0123-45678",
        "KS2021.850709.9805",
        "2021-10-15",
        "2021-10-15 08:30",
        "2021-10-15 0000",
        "den 18 mars 2022 kl. 08.30-12.00",
        "2022-03-18 – 2022-04-01",
        "2022.03.18-2022.04.01",
        "20220318-20220401",
        "1 152 000 SEK, motsvarande 960 000 kronor",
        "1152000.50",
        "12 345 678 900 kr",
        "22266SE",
        "§§ 29-39",
        "5/6",
        "556016-0680",  # an organization's number: its third digit is 2 or more
        "212000-2882",
        "978-91-7000-150-5",  # a book
        "112",
        "1177",
        "090-785 00 00",
        "+46 90 785 00 00",
        "010-123 45 67",
        "0771-11 22 33",
        "020-12 34 56",
        "08-30 15",
        "08-1234",
        "kommun@kommunen.example",
        "ada.exempel@kommunen.example",
        "@gmail.com",
        "https://gmail.com/",
        "ada@gmail.com.example",
        "ada@hotmail-konsult.se",
        "Bankgiro 5050-1055",
        "Plusgiro 12 34 56-7",
        "konto 4010, 1 152 000 kr",
        "SE46 5000 0000 0583 9825 7466",
        "4111 1111 1111 1112",
        "1111 1111 1111 1117",
        "https://data.example/4111-1111-1111-1111-1111/",
        "901 85 Umeå",
        "62.8°N 20.2°E",
    ],
)
def test_what_only_looks_alike_passes(text: str) -> None:
    assert sorts(text) == []


@given(
    st.one_of(
        st.builds(
            "{} {}:{}-{}".format,
            st.from_regex(r"[A-ZÅÄÖ]{2,4}", fullmatch=True),
            st.integers(1, 9999),
            st.integers(1, 99),
            st.integers(2000, 2030),
        ),
        st.builds("Dnr {}/{:05}".format, st.integers(2000, 2030), st.integers(1, 99999)),
        st.integers(0, 10**15).map(lambda kronor: f"{kronor:,} kr".replace(",", " ")),
        st.integers(0, 10**9 - 1).map(lambda kronor: f"amount: {kronor}"),
        st.dates().map(str),
        st.datetimes(datetime(1990, 1, 1)).map(lambda moment: f"{moment:%Y-%m-%d %H:%M}"),
        st.dates(date(1990, 1, 1), date(2099, 1, 1)).map(
            lambda day: f"{day} – {day + timedelta(days=30)}"
        ),
    )
)
def test_diary_numbers_sums_and_days_pass(text: str) -> None:
    assert sorts(text) == []


@given(st.text(alphabet="0123456789 -+./:\n()@SEagmil.com", max_size=200))
def test_masking_hides_everything_and_changes_nothing_else(text: str) -> None:
    hidden = masked(text)

    assert not any(one.masked == text[one.start : one.end] for one in sightings(text))
    assert sorts(text) or hidden == text


@given(st.lists(st.sampled_from([NUMBER, "070", "1740605", *"0123456789 -./:+()\n_å²ª"])))
@example(["070", "-", "1740605"])
@example(["1", "²", *"234567"])
def test_a_dash_elsewhere_in_the_text_changes_nothing(parts: list[str]) -> None:
    """A text in Latin-1 is looked through in another way than one that is not."""
    text = "".join(parts)

    assert list(sightings(text)) == list(sightings(f"{text}\n…"))


def test_what_can_be_read_in_two_ways_is_told_once() -> None:
    assert sorts("kontonummer 4111 1111 1111 1111") == [Sort.ACCOUNT]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (written(NUMBER, "{short}-{last}"), written(NUMBER, "{short} {last}")),
        ("070-174 06 05", "0701740605"),
        ("Ada@gmail.com", "ada@GMAIL.com"),
        ("SE45 5000 0000 0583 9825 7466", "SE4550000000058398257466"),
    ],
)
def test_the_digest_is_that_of_the_number_however_it_is_written(one: str, other: str) -> None:
    assert [found.digest for found in sightings(one)] == [
        found.digest for found in sightings(other)
    ]


def test_a_sighting_does_not_show_what_was_seen() -> None:
    (found,) = sightings(written(NUMBER, "{short}-{last}"))

    assert NUMBER[:6] not in repr(found)
    assert found.digest not in repr(found)


@pytest.mark.parametrize(
    "text", ["a", "1", "@", "1 ", "07", "0 7 ", "SE1", "123456\n", "08-1 ", "(a)"]
)
def test_a_million_signs_are_read_in_one_go(text: str) -> None:
    assert not sorts(text * (1_000_000 // len(text)))
