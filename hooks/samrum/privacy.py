"""A text -> the private data in it: identity numbers, phones, e-mail, bank accounts, cards.

What is taken for private, and what passes although it looks alike, stands at each pattern. A
sighting never shows what was seen: it goes into messages and logs that many people read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from hashlib import sha256
from typing import Any

from samrum.latin import latin


class Sort(StrEnum):
    """What kind of private data it is."""

    IDENTITY = "a personal identity number"
    PHONE = "a private phone number"
    EMAIL = "a private e-mail address"
    ACCOUNT = "a bank account number"
    CARD = "a payment card number"


@dataclass(frozen=True, order=True, slots=True)
class Sighting:
    """Private data at a place of a text; the digest tells two of them apart.

    The digest is as secret as what it is made of: so short a number is soon guessed from it.
    """

    start: int
    end: int
    sort: Sort
    masked: str
    digest: str = field(repr=False)


def sightings(text: str) -> Iterator[Sighting]:
    """All private data in a text, in its order; none of them overlap."""
    found = set(_emails(text))
    for start, end in _runs(text):
        if not _DAY.fullmatch(text, start, end):
            before = max(0, start - _BEFORE)
            found.update(one for search in _SEARCHES for one in search(text, before, end))
    end = 0
    for one in sorted(found):
        if one.start >= end:
            yield one
            end = one.end


def masked(text: str) -> str:
    """The text as a message may quote it: with a • for each sign of private data."""
    parts: list[str] = []
    end = 0
    for one in sightings(text):
        parts += text[end : one.start], one.masked
        end = one.end
    return "".join([*parts, text[end:]])


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Where digits stand together: to look for numbers only there is a hundred times as fast."""
    signs = latin(text)
    if signs is None:
        found: Iterator[re.Match[Any]] = _RUN.finditer(text)
    else:
        found = _RUN_OF_KINDS.finditer(signs.translate(_KINDS))
    return (run.span() for run in found)


_RUN = re.compile(r"\d(?:\W*+\d){6,}")
# The same, and eight times as fast, where all digits are a nought, what else makes words is an "a",
# and all other signs are a blank.
_RUN_OF_KINDS = re.compile(rb"0(?: *+0){6,}")
_KINDS = bytes(
    ord("0" if re.match(r"\d", sign) else "a" if re.match(r"\w", sign) else " ")
    for sign in map(chr, range(256))
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_BEFORE = 32
"""How many signs before the first digit can tell what the number is: "+", "SE", "kontonummer"."""

_DASH = r"\-\u2010-\u2013\u2212"
_BLANK = r"[^\S\n]"
# Between two digits: a hyphen with or without blanks, or the line break that folds a YAML text.
_GAP = rf"(?>{_BLANK}*+\n{_BLANK}*+|{_BLANK}{{0,2}}[{_DASH}/]?{_BLANK}{{0,2}})"
# What is only a part of a longer number is none of these: a diary number, a range of days.
_ALONE = r"(?<!\d)(?<!\d[-.:/+])"
_AT_END = r"(?!\d)(?![-.:]\d)"

_BIRTH = (
    r"(?P<century>18|19|20)?(?P<year>\d\d)(?P<mark>[-/. ]?)(?P<month>\d\d)(?P=mark)(?P<day>\d\d)"
    rf"(?>{_BLANK}*+[{_DASH}+]?{_BLANK}*+\n{_BLANK}*+|{_BLANK}{{0,2}}[{_DASH}+]?{_BLANK}{{0,2}})"
    r"(?P<last>\d{4})"
)
_IDENTITY = re.compile(rf"(?<!\d)(?<!\d[-.:+]){_BIRTH}{_AT_END}")
# The VAT number of a sole trader holds the trader's own number.
_TRADER = re.compile(rf"SE ?{_BIRTH}{_BLANK}?01(?!\d)")


def _identities(text: str, start: int, end: int) -> Iterator[Sighting]:
    """Swedish personnummer and samordningsnummer that are days, and right by their last digit."""
    for pattern in (_IDENTITY, _TRADER):
        for found in pattern.finditer(text, start, end):
            if _is_identity(found):
                yield _sighting(found, Sort.IDENTITY, len(found["century"] or ""))


def _is_identity(found: re.Match[str]) -> bool:
    """Whether some day is meant, in the year that it says, and the check digit is right.

    A samordningsnummer adds 60 to the day; day 60 is that of somebody whose birthday is not known.
    Nobody is the day's number 000, which the midnight of a time stamp looks like.
    """
    digits = "".join(found[name] for name in ("year", "month", "day", "last"))
    if found["last"].startswith("000") or not _luhn(digits):
        return False
    month, day = int(found["month"]), int(found["day"])
    if day == 60:
        return month <= 12
    centuries = [found["century"]] if found["century"] else ["18", "19", "20"]
    years = (int(century + found["year"]) for century in centuries)
    return any(_is_day(year, month, day % 60) for year in years)


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _luhn(digits: str) -> bool:
    """Whether the last digit is the check digit of those before it (ISO/IEC 7812-1, annex B)."""
    doubled = (int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(digits[::-1]))
    return sum(number // 10 + number % 10 for number in doubled) % 10 == 0


# 070, 072, 073, 076 and 079 are mobile phones, in the numbering plan of Post- och telestyrelsen.
_ABROAD = rf"(?:\+|00)46{_GAP}(?:\(0\))?{_GAP}"
# A bracket before it is no part of it: an identity number of 1907 begins as a mobile phone does.
_MOBILE = re.compile(rf"{_ALONE}(?:{_ABROAD}|0)7[02369]\)?(?:{_GAP}\d){{7}}(?!\d)")
# At home, only as phone numbers are written, "090-12 34 56" or "090-123456": a diary number may
# have a nought and a hyphen too.
_NUMBER = rf"(?:\d{{5,8}}|\d{{2,3}}(?:{_BLANK}\d{{2,3}}){{1,3}})"
_LANDLINE = re.compile(
    rf"{_ALONE}(?:{_ABROAD}|\(?0)(?P<area>8|[1-6]\d{{1,2}}|9[0-8]\d?)\)?"
    rf"(?:{_BLANK}{{0,2}}[{_DASH}/]{_BLANK}{{0,2}}|(?<=\)){_BLANK}?|{_BLANK}(?=[\d ]+\d\d \d\d\b))"
    rf"(?P<number>{_NUMBER})(?!\d)(?!{_BLANK}?[-.:/]?\d)"
)
_FOR_ALL = ("10", "20", "77")
"""Area codes of numbers that only organizations have."""


def _phones(text: str, start: int, end: int) -> Iterator[Sighting]:
    """Swedish mobile numbers, and landlines that are no switchboard's.

    A switchboard is taken to be what ends in 00, as 090-785 00 00 does, and 010, 020 and 077.
    """
    for found in _MOBILE.finditer(text, start, end):
        yield _sighting(found, Sort.PHONE, 2)
    for found in _LANDLINE.finditer(text, start, end):
        area, number = found["area"], re.sub(r"\D", "", found["number"])
        is_public = area.startswith(_FOR_ALL) or number.endswith("00")
        if not is_public and 7 <= len(area + number) <= 9:
            yield _sighting(found, Sort.PHONE, 2)


_ENDS = r"\.(?:com|se|net|org|nu|me|de|eu|no|dk|fi|ru|co\.uk)"
# Begins with the signs that begin it: three times as fast as with one way for each of them.
_PROVIDERS = re.compile(
    r"[@%(\[](?:(?<=@)|(?<=%)40|(?<=[(\[])(?:at|a|@|snabel-?a)[)\]]\s?)"
    r"(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|rocketmail|icloud|me|mac|aol|proton"
    r"|protonmail|pm|tutanota|tuta|gmx|mail|email|fastmail|zoho|yandex|telia|comhem|bredband"
    r"|bredband2|tele2|glocalnet|spray|home|passagen|swipnet|bahnhof|ownit|boremail|hey)"
    rf"{_ENDS}(?![\w-]|\.\w)",
    re.IGNORECASE,
)
_END = re.compile(_ENDS, re.IGNORECASE)
"""What each of them ends in; that there is none of these is seen in a third of the time."""
_LOCAL_PART = re.compile(r"(?P<name>[\w.+-]{1,64})\s?\Z")


def _emails(text: str) -> Iterator[Sighting]:
    """Addresses with those who sell or give mail to people.

    Addresses of an authority or another organization pass, a person's there too: they are for work.
    """
    if not _END.search(text):
        return
    for found in _PROVIDERS.finditer(text):
        # Looked for backwards from the @: forwards it takes the square of a long word's length.
        name = _LOCAL_PART.search(text, max(0, found.start() - 64), found.start())
        if name:
            address = f"{name['name']}{found[0]}"
            shown = f"•••{found[0]}"
            yield Sighting(name.start(), found.end(), Sort.EMAIL, shown, _digest(address))


# How many digits follow the letters of the countries whose accounts are digits alone.
_IBAN_DIGITS = {
    **{"AT": 18, "BE": 14, "DE": 20, "DK": 16, "EE": 18, "ES": 22, "FI": 16, "IS": 24, "LT": 18},
    **{"NO": 13, "PL": 26, "PT": 23, "SE": 22},
}
_IBAN = re.compile(
    r"(?<![A-Z0-9])(?:"
    + "|".join(rf"{land}(?: ?\d){{{digits}}}" for land, digits in _IBAN_DIGITS.items())
    + r")(?!\d)"
)
# No check digit is common to the accounts of Swedish banks, so a word must say that it is one.
_ACCOUNT = re.compile(
    r"(?:clearing(?:nummer|nr)?|(?:bank|lön|löne|spar|privat|person)?konto(?:nummer|nr)"
    r"|(?:bank|lön|löne|spar|privat|person)konto(?:t)?)"
    rf"\W{{1,4}}(?P<number>\d(?:[{_DASH}., ]{{0,2}}\d){{6,14}})(?!\d)",
    re.IGNORECASE,
)


def _accounts(text: str, start: int, end: int) -> Iterator[Sighting]:
    """IBANs that are right by their check digits, and numbers that are called an account.

    Bankgiro and plusgiro pass: they are for being paid, and an authority tells its own.
    """
    for found in _IBAN.finditer(text, start, end):
        compact = found[0].replace(" ", "")
        if int("".join(str(int(sign, 36)) for sign in compact[4:] + compact[:4])) % 97 == 1:
            yield _sighting(found, Sort.ACCOUNT, 2)
    for found in _ACCOUNT.finditer(text, start, end):
        yield _sighting(found, Sort.ACCOUNT, 0, "number")


_CARD = re.compile(
    r"(?<!\d)(?<!\d[- .:/])"
    r"(?:\d{13,19}|\d{4}(?P<mark>[- ])\d{4}(?P=mark)\d{4}(?P=mark)\d{1,7}"
    r"|\d{4}[- ]\d{6}[- ]\d{4,5})"
    r"(?!\d)(?![- .:/]\d)"
)
_ISSUERS = re.compile(
    r"4(?:\d{12}|\d{15}|\d{18})"  # Visa
    r"|(?:5[1-5]\d\d|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d{12}"  # Mastercard
    r"|3[47]\d{13}"  # American Express
    r"|3(?:0[0-5]|[68]\d)\d{11}"  # Diners Club
    r"|(?:6011|64[4-9]\d|65\d\d|35[2-8]\d)\d{12}"  # Discover, JCB
    r"|(?:50|5[6-9]|6[0379])\d{11,17}"  # Maestro
)


def _cards(text: str, start: int, end: int) -> Iterator[Sighting]:
    """Numbers that a card's issuer gives, in groups of four or in one, with their check digit."""
    for found in _CARD.finditer(text, start, end):
        digits = re.sub(r"\D", "", found[0])
        if _ISSUERS.fullmatch(digits) and _luhn(digits):
            yield _sighting(found, Sort.CARD, 0)


_SEARCHES: tuple[Callable[[str, int, int], Iterator[Sighting]], ...] = (
    _identities,
    _phones,
    _accounts,
    _cards,
)


def _sighting(found: re.Match[str], sort: Sort, shown: int, group: str | int = 0) -> Sighting:
    """A sighting that shows the first letters or digits of the group, and none of the others."""
    whole = found[group]
    signs = [place for place, sign in enumerate(whole) if sign.isalnum()]
    start = signs[shown]
    mask = whole[:start] + re.sub(r"[^\W_]", "•", whole[start:])
    return Sighting(*found.span(group), sort, " ".join(mask.split()), _digest(whole))


def _digest(whole: str) -> str:
    """The SHA-256 of what was seen, in however it is written."""
    return sha256(re.sub(r"[^\w@%.+]|(?<=\d)\.|_", "", whole.casefold()).encode()).hexdigest()
