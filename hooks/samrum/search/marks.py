"""Lean HTML -> the same with marks for Pagefind, so that parts, sums, §§ and dates are found.

    betalnings~ansvaret         a compound: its parts are found as well as the whole
    960^000                     what stands apart and is one word
    §^34q                       a §: "§ 3" is not the start of it
    {20211015} 15 oktober 2021  a word that nobody reads: every way to write a date finds it

`scripts/search/sentence.js` takes them away again before a reader sees the text. That `~` and `^`
join what they stand between is seen in Pagefind 1.5.2 and tested, not documented.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape

from babel.dates import get_month_names

Mark = Callable[[str], str]
"""Text -> the text with `~` in the joints of its compounds."""

_MONTHS = {name: number for number, name in get_month_names("wide", locale="sv_SE").items()}
_LITERAL = str.maketrans(dict.fromkeys("~^{}") | {"\u00a0": " ", "\u00ad": None})
_SUM = re.compile(r"(?<![\d.,:/-])\d{1,3}(?: \d{3})+(?!\d)")
_PARAGRAPH = re.compile(r"§ ?(\d+)(?!\d)")
_DATE = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(_MONTHS)}) (\d{{4}})\b", re.IGNORECASE)
_BODY = re.compile(r"<main\b[^>]*>(.*)</main>", re.DOTALL)
_HEADING = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)
_TITLE = '<meta data-pagefind-meta="title[content]" content="{}">'
_UNREAD = re.compile(r"<(script|style|noscript|nav|form)\b.*?</\1>|<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"(<[^>]*>)")


def lean(html: str) -> str:
    """The part of a whole page that holds its words; a document without <main> is lean already."""
    body = _BODY.search(html)
    return f'<html lang="sv"><body>{_UNREAD.sub("", body[1])}</body></html>' if body else html


def marked(html: str, mark: Mark) -> str:
    """The HTML with its texts marked, and its heading once more as Pagefind's title.

    The title is without joints: Pagefind counts every part that fits, and `när~sjuk~vård` would
    outdo the title that does say "nära vård".
    """
    parts = _TAG.split(html)
    heading = _HEADING.search(html)
    title = _marked(unescape(_TAG.sub("", heading[1])), str) if heading else ""
    return f"{_TITLE.format(escape(title))}\n" + "".join(
        part if part.startswith("<") else escape(_marked(unescape(part), mark), quote=False)
        for part in parts
    )


def _marked(text: str, mark: Mark) -> str:
    if not text.strip():
        return text
    text = text.translate(_LITERAL)
    text = _SUM.sub(lambda found: found[0].replace(" ", "^"), text)
    text = _PARAGRAPH.sub(r"§^\1q", text)
    text = _DATE.sub(_with_number, text)
    return mark(text)


def _with_number(found: re.Match[str]) -> str:
    day, month, year = found.groups()
    return f"{{{year}{_MONTHS[month.lower()]:02}{int(day):02}}} {found[0]}"
