"""The Markdown that most records hold -> HTML, words and links, without a parser.

Prose is paragraphs and flat lists, where nothing is marked but **bold** words and links to
records. Nothing in it can mean anything else to a rule of CommonMark, and no sign of HTML is in
it, so that it is safe to publish. What comes out is, letter by letter, what the parser gives.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

# What is in (?>...) is matched once and for all. A group that is repeated so is written that way,
# and not as (?:...)*+, of which Python before 3.11.5, as in Debian 12, takes what only begins like
# one more for one: https://github.com/python/cpython/issues/106052
_SIGN = r"[^\\`*_\[\]<>&~|\x00-\x1f\x7f]"  # means nothing inside a line
_WORDS = rf"(?=[^\W_]){_SIGN}++(?<=[\w.:!?)])"
_BOLD = rf"\*\*({_WORDS})\*\*(?=[ \n\u00a0.,:;!?)]|\Z)"
_LINK = rf"\[({_WORDS})\]\(record:([a-z0-9-]+)\)"
_NUMBER = r"[0-9]+[.)]"
# The signs that a line may begin with begin no list, heading, quotation, rule or table.
_LINE = rf"(?=[^\W_]|[\"”»(§–]|\*\*|\[){_SIGN}*+(?>(?:(?:{_BOLD}|{_LINK}){_SIGN}*+)*)(?<!\s)"
# Within a paragraph, no number begins a list but 1: "2024. Sedan" is the end of a sentence.
_PARAGRAPH = rf"(?!{_NUMBER}){_LINE}(?>(?:\n(?!0*1[.)]){_LINE})*)"
_ITEM = rf"(?!{_NUMBER}){_LINE}(?>(?:\n *(?!{_NUMBER}){_LINE})*)"
# What repeats is written once, ended by what tells that more follows: to compile it again for the
# second and all others takes as long as twenty pages.
_NEXT = r"[0-9]{1,9}\. "
_BULLETS = rf"(?>(?:- {_ITEM}(?:\n(?=- ))?)+)"
_NUMBERED = rf"(?=1\. )(?>(?:{_NEXT}{_ITEM}(?:\n(?={_NEXT}))?)+)"
# A list right after a list could be more of the same list, with space between its items.
_BLOCK = rf"(?:{_PARAGRAPH}|(?:{_BULLETS}|{_NUMBERED})(?!\n+(?:-|1\.) ))"

_PROSE = re.compile(rf"\n*+(?>(?:{_BLOCK}(?:\n\n(?!\n|\Z)|\n*+\Z))+)")

_BOLD_WORDS = re.compile(_BOLD)
_RECORD_LINK = re.compile(_LINK)
_NEXT_ITEM = re.compile(r"\n(?:-|[0-9]+\.) ")
_INDENT = re.compile(r"(?<=\n) +")
_SPACES = re.compile(r"  +")
_PLAIN_ADDRESS = re.compile(r"[a-z0-9./#-]+")


def is_prose(source: str) -> bool:
    """Whether the functions of this module may be asked about a text."""
    return _PROSE.fullmatch(source) is not None


def html(source: str, link: Callable[[str], str | None]) -> str | None:
    """Prose as HTML, its links resolved by `link`, which is given an id.

    None when a link leads nowhere, or to more than a plain address of ours: that is for those to
    write who can say so, or escape it.
    """
    # To look for one sign takes a tenth of the time that two take.
    if "[" in source:
        addresses = {id: link(id) or "" for _, id in _RECORD_LINK.findall(source)}
        if not all(map(_PLAIN_ADDRESS.fullmatch, addresses.values())):
            return None
        source = _RECORD_LINK.sub(lambda it: f'<a href="{addresses[it[2]]}">{it[1]}</a>', source)
    if "*" in source:
        source = _BOLD_WORDS.sub(r"<strong>\1</strong>", source)
    if "\u00a0" in source:
        source = source.replace("\u00a0", "&nbsp;")
    if "\n" not in source and not source.startswith(("- ", "1. ")):
        return f"<p>{source}</p>"  # as most are
    return "\n".join([_element(tag, texts) for tag, texts in _blocks(source)])


def words(source: str) -> str:
    """The words of prose on one line, without the marks."""
    if "[" in source:
        source = _RECORD_LINK.sub(r"\1", source)
    if "*" in source:
        source = _BOLD_WORDS.sub(r"\1", source)
    told = " ".join([text for _, texts in _blocks(source) for text in texts])
    return _SPACES.sub(" ", told.replace("\n", " "))


def record_links(source: str) -> Iterator[tuple[str, int]]:
    """Every record id that prose links to, and the line it stands on, counted from 0."""
    for found in _RECORD_LINK.finditer(source):
        yield found[2], source.count("\n", 0, found.start())


def _blocks(source: str) -> Iterator[tuple[str, list[str]]]:
    """The tag of each block, and its texts: a paragraph's one, a list's items."""
    for block in source.strip("\n").split("\n\n"):
        if block.startswith("- "):
            yield "ul", _NEXT_ITEM.split(_INDENT.sub("", block[2:]))
        elif block.startswith("1. "):
            yield "ol", _NEXT_ITEM.split(_INDENT.sub("", block[3:]))
        else:
            yield "p", [block]


def _element(tag: str, texts: list[str]) -> str:
    if tag == "p":
        return f"<p>{texts[0]}</p>"
    items = "".join(f"<li>{text}</li>\n" for text in texts)
    return f"<{tag}>\n{items}</{tag}>"
