"""Values -> Swedish text (Babel), and Markdown -> safe HTML, by the shortest way there is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from datetime import date, time
from decimal import Decimal
from fractions import Fraction
from functools import cache

from babel import Locale
from babel.dates import format_date, format_time, get_month_names
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent
from markupsafe import Markup

from samrum import prose

NBSP = "\u00a0"
_LOCALE = Locale.parse("sv_SE")  # once: Babel parses a name anew at every call
_MONTHS = "|".join(get_month_names("wide", locale=_LOCALE).values())
_TOGETHER = re.compile(
    # Begins with the space and the sign before it, because a regular expression is quick to find
    # one sign, and to see there whether it need look around.
    r" (?<=[0-9§A-ZÅÄÖ] )(?:"
    r"(?<=\d )(?:(?=\d{3}(?!\d))"
    rf"|(?=(?:kr|kronor|SEK|EUR|procent|milj\w+|mdkr|{_MONTHS})\b|%))"
    r"|(?<=§ )(?=\d)"
    r"|(?:(?<=\b[A-ZÅÄÖ]{2} )|(?<=\b[A-ZÅÄÖ]{3} ))(?=\d+[:-]\d))"
)
"""The space in "1 152 000", "960 000 kr", "15 oktober", "§ 34", "HSN 418:3-2021"."""


@cache
def long_date(day: date) -> str:
    """`15 oktober 2021`."""
    return format_date(day, "d MMMM y", locale=_LOCALE)


@cache
def weekday_date(day: date) -> str:
    """`fredag 15 oktober 2021`."""
    return format_date(day, "EEEE d MMMM y", locale=_LOCALE)


@cache
def clock(moment: time) -> str:
    """`8.30`."""
    return format_time(moment, "H.mm", locale=_LOCALE)


def time_span(start: time | None, end: time | None) -> str:
    """`kl. 8.30–12.00`, `kl. 8.30`, `till kl. 12.00`, or nothing when neither is known."""
    if start and end:
        return f"kl. {clock(start)}–{clock(end)}"
    if start:
        return f"kl. {clock(start)}"
    return f"till kl. {clock(end)}" if end else ""


@cache
def kronor(amount: Decimal, currency: str = "SEK") -> str:
    """`960 000 kr`, `1 234,50 kr`, `1 000 EUR`, with spaces that do not break."""
    pattern = "#,##0" if amount == amount.to_integral_value() else "#,##0.00"
    number = format_decimal(amount, pattern, locale=_LOCALE)
    return f"{number}{NBSP}{'kr' if currency == 'SEK' else currency}"


def fraction(share: Fraction) -> str:
    """`5/6`."""
    return str(share)


def percent(share: Fraction) -> str:
    """`83 %` when that is the whole truth, else with one decimal: `83,3 %`."""
    exact = Decimal(share.numerator) / Decimal(share.denominator)
    return format_percent(exact, f"#,##0.#{NBSP}%", locale=_LOCALE)


@cache
def count(number: int, singular: str, plural: str) -> str:
    """`1 kommun`, `15 kommuner`."""
    noun = singular if number == 1 else plural
    return f"{format_decimal(number, '#,##0', locale=_LOCALE)} {noun}"


def file_size(size: int) -> str:
    """A number of bytes in the unit that a reader knows: `1,2 MB`, `340 kB`, `12 byte`."""
    if size < 1000:
        return f"{size}{NBSP}byte"
    unit, pattern = (1_000_000, "0.#") if size >= 1_000_000 else (1000, "0")
    number = format_decimal(Decimal(size) / unit, pattern, locale=_LOCALE)
    return f"{number}{NBSP}{'MB' if unit == 1_000_000 else 'kB'}"


def join_words(words: Iterable[str]) -> str:
    """`a, b och c`."""
    return format_list(list(words), locale=_LOCALE)


def nobreak(text: str) -> str:
    """The text on one line: a diary number, a §."""
    return NBSP.join(text.split())


def unbroken(text: str) -> str:
    """Running text in which a sum, a day, a § and a diary number never part at a line's end."""
    return _TOGETHER.sub(NBSP, text)


def shorten(text: str, limit: int) -> str:
    """The text in at most `limit` characters, cut between two words and ended by `…`."""
    if len(text) <= limit:
        return text
    words = text[:limit].rpartition(" ")[0] or text[: limit - 1]
    return words.rstrip(" ,.;:–-(") + "…"


SortKey = tuple[tuple[tuple[int, int, str], ...], str]

# { | } stand for å ä ö: they follow z, and no word holds them. The rest goes by Unicode's (CLDR's)
# rules for Swedish.
_LETTERS = str.maketrans("åäæöøœőüűđðłŋŧ", "{||}}}}yyddlnt", "{|}") | str.maketrans({"þ": "th"})
_WORD = re.compile(r"([0-9]+)|(?:[^\W0-9_]|[{|}])+")


def sort_key(text: str) -> SortKey:
    """The place of a text in a Swedish list: word by word, å ä ö last, 9 before 10.

    Case, accents and signs decide only between texts that are alike otherwise.
    """
    letters = unicodedata.normalize("NFC", text.casefold()).translate(_LETTERS)
    marked = unicodedata.normalize("NFD", letters)
    bare = "".join(sign for sign in marked if not unicodedata.combining(sign))
    return tuple(_place(word) for word in _WORD.finditer(bare)), text


def _place(word: re.Match[str]) -> tuple[int, int, str]:
    if word[1]:
        digits = word[1].lstrip("0")
        return 0, len(digits), digits
    return 1, 0, word[0]


def _nothing(_: str) -> str:
    return ""


def markdown(
    source: str, link: Callable[[str], str | None], note: Callable[[str], str] = _nothing
) -> Markup:
    """A record's Markdown as HTML that is safe to publish.

    `link` gives the address for the id in `[text](record:id)`, or None, which leaves the text
    without a link, and with what `note` says of the id after it. Headings begin at h4. What is not
    allowed, HTML above all, stays as text.
    """
    if prose.is_prose(source) and (html := prose.html(source, link)) is not None:
        return Markup(html)  # noqa: S704 - no sign of HTML is in prose
    from samrum import commonmark  # to load the parser takes as long as fifty pages; few need it

    return Markup(commonmark.html(source, link, note))  # noqa: S704 - cleaned just now


def record_links(source: str) -> Iterator[tuple[str, int]]:
    """Every record id that the Markdown links to, and the line it stands on, counted from 0."""
    if prose.is_prose(source):
        return prose.record_links(source)
    from samrum import commonmark  # as above

    return commonmark.record_links(source)


def plain(source: str) -> str:
    """The words of the Markdown on one line, without markup."""
    if prose.is_prose(source):
        return prose.words(source)
    from samrum import commonmark  # as above

    return commonmark.words(source)
