"""Dates, sums and lists read as Swedish, and Markdown never becomes more than text with marks."""

from __future__ import annotations

import re
from datetime import date, time
from decimal import Decimal
from fractions import Fraction
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samrum import text

FRIDAY = date(2021, 10, 15)


def test_a_date_is_written_in_words() -> None:
    assert text.long_date(FRIDAY) == "15 oktober 2021"
    assert text.weekday_date(FRIDAY) == "fredag 15 oktober 2021"


def test_the_first_of_a_month_has_no_leading_zero() -> None:
    assert text.long_date(date(2022, 3, 1)) == "1 mars 2022"


@pytest.mark.parametrize(
    ("moment", "written"), [(time(8, 30), "8.30"), (time(0, 5), "0.05"), (time(16), "16.00")]
)
def test_the_clock_has_a_full_stop(moment: time, written: str) -> None:
    assert text.clock(moment) == written


@pytest.mark.parametrize(
    ("start", "end", "written"),
    [
        (time(8, 30), time(12), "kl. 8.30–12.00"),
        (time(8, 30), None, "kl. 8.30"),
        (None, time(12), "till kl. 12.00"),
        (time(0), time(0, 30), "kl. 0.00–0.30"),
        (None, None, ""),
    ],
)
def test_a_time_span_says_what_is_known(start: time | None, end: time | None, written: str) -> None:
    assert text.time_span(start, end) == written


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        ("960000", "960 000 kr"),
        ("960000.00", "960 000 kr"),
        ("1234.50", "1 234,50 kr"),
        ("0", "0 kr"),
        ("999", "999 kr"),
        ("123456789012345", "123 456 789 012 345 kr"),
    ],
)
def test_kronor_are_grouped_and_show_ore_only_when_there_are_some(
    amount: str, written: str
) -> None:
    assert text.kronor(Decimal(amount)) == written.replace(" ", "\u00a0")


def test_another_currency_goes_by_its_code() -> None:
    assert text.kronor(Decimal(1000), "EUR") == "1\u00a0000\u00a0EUR"


def test_a_share_is_written_as_the_source_has_it() -> None:
    assert text.fraction(Fraction(5, 6)) == "5/6"


@pytest.mark.parametrize(
    ("share", "written"),
    [("1/2", "50 %"), ("83/100", "83 %"), ("5/6", "83,3 %"), ("1", "100 %"), ("1/8", "12,5 %")],
)
def test_a_percentage_has_a_decimal_only_when_it_needs_one(share: str, written: str) -> None:
    assert text.percent(Fraction(share)) == written.replace(" ", "\u00a0")


@pytest.mark.parametrize(
    ("number", "written"),
    [(0, "0 kommuner"), (1, "1 kommun"), (15, "15 kommuner"), (1200, "1\u00a0200 kommuner")],
)
def test_a_count_bends_its_noun(number: int, written: str) -> None:
    assert text.count(number, "kommun", "kommuner") == written


@pytest.mark.parametrize(
    ("words", "written"),
    [([], ""), (["a"], "a"), (["a", "b"], "a och b"), (["a", "b", "c"], "a, b och c")],
)
def test_words_are_joined_as_in_speech(words: list[str], written: str) -> None:
    assert text.join_words(words) == written


def test_a_diary_number_stays_on_one_line() -> None:
    assert text.nobreak("§ 34") == "§\u00a034"
    assert text.nobreak(" EXN  2021 12\n") == "EXN\u00a02021\u00a012"


@pytest.mark.parametrize(
    ("limit", "short"),
    [
        (100, "Nämnden beslutar, enligt förslag."),
        (33, "Nämnden beslutar, enligt förslag."),
        (32, "Nämnden beslutar, enligt…"),
        (25, "Nämnden beslutar, enligt…"),
        (24, "Nämnden beslutar…"),
        (5, "Nämn…"),
    ],
)
def test_a_text_is_cut_between_words(limit: int, short: str) -> None:
    assert text.shorten("Nämnden beslutar, enligt förslag.", limit) == short


@given(st.text(), st.integers(1, 50))
def test_a_shortened_text_keeps_within_its_limit(long: str, limit: int) -> None:
    assert len(text.shorten(long, limit)) <= limit


@pytest.mark.parametrize(
    "ordered",
    [
        ["Alby", "Zinkgruvan", "Åby", "Älvby", "Öby"],
        ["§ 9", "§ 10", "§ 100"],
        ["Budget 2021", "Budget 2021 del 2", "Budget 2021 del 10"],
        ["alby", "Alnö", "alö"],
        ["E-hälsa", "Ekonomi"],
        ["Del ett", "Delta"],
        ["ide A", "idé B", "ide C"],
        ["Muller A", "Myller", "Müller", "Myra"],
        ["Viken", "Wik", "Yttervik"],
        ["007", "8"],
        ["A", "|B", "C"],
        ["1", "A"],
    ],
)
def test_texts_are_sorted_as_in_a_swedish_dictionary(ordered: list[str]) -> None:
    backwards = ordered[::-1]
    assert sorted(backwards, key=text.sort_key) == ordered


def test_a_letter_written_as_two_signs_is_the_same_letter() -> None:
    assert text.sort_key("A\u030aby")[0] == text.sort_key("Åby")[0]


@given(st.text(), st.text())
def test_only_equal_texts_share_a_place(one: str, other: str) -> None:
    assert (text.sort_key(one) == text.sort_key(other)) == (one == other)


def test_a_number_of_any_length_has_a_place() -> None:
    assert text.sort_key("9" * 5000) < text.sort_key("1" + "0" * 5000)


# Markdown


RECORDS = {"exn-2021-10-15": "../../protokoll/exn-2021-10-15/", "svar": "../svar/?a=1&b=2"}


def html(source: str) -> str:
    return str(text.markdown(source, RECORDS.get))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", ""),
        ("Ett stycke.", "<p>Ett stycke.</p>"),
        ("Ett.\n\nTvå.\n", "<p>Ett.</p>\n<p>Två.</p>"),
        ("En *rad*\ntill", "<p>En <em>rad</em>\ntill</p>"),
        ("**a** `b`", "<p><strong>a</strong> <code>b</code></p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("3. a", '<ol start="3">\n<li>a</li>\n</ol>'),
        ("> a", "<blockquote>\n<p>a</p>\n</blockquote>"),
        ("a\\\nb", "<p>a<br>\nb</p>"),
        ("```py\na\n```", "<pre><code>a\n</code></pre>"),
        ("***", "<hr>"),
    ],
)
def test_markdown_becomes_html(source: str, expected: str) -> None:
    assert html(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "Se [mötet](record:exn-2021-10-15).",
            '<p>Se <a href="../../protokoll/exn-2021-10-15/">mötet</a>.</p>',
        ),
        ("[a](record:svar)", '<p><a href="../svar/?a=1&amp;b=2">a</a></p>'),
        ("[a][b]\n\n[b]: record:svar", '<p><a href="../svar/?a=1&amp;b=2">a</a></p>'),
        ("[*a*](record:saknas), [b](record:svar)",
         '<p><em>a</em>, <a href="../svar/?a=1&amp;b=2">b</a></p>'),
        ("[a](https://exempel.se)", '<p><a href="https://exempel.se" rel="noopener">a</a></p>'),
        ("[a](HTTPS://exempel.se 'titel')",
         '<p><a href="HTTPS://exempel.se" rel="noopener">a</a></p>'),
        ("<https://exempel.se>",
         '<p><a href="https://exempel.se" rel="noopener">https://exempel.se</a></p>'),
        ("[a](mailto:a@exempel.se)", '<p><a href="mailto:a@exempel.se">a</a></p>'),
        ("https://exempel.se", "<p>https://exempel.se</p>"),
        ("[a](http://exempel.se)", "<p>[a](http://exempel.se)</p>"),
        ("[a](../b/)", "<p>[a](../b/)</p>"),
    ],
)  # fmt: skip
def test_links_lead_to_records_secure_sites_and_mail_only(source: str, expected: str) -> None:
    assert html(source) == expected


def test_an_address_that_is_not_safe_is_dropped_wherever_it_comes_from() -> None:
    assert text.markdown("[a](record:x)", lambda id: "javascript:alert(1)") == "<p><a>a</a></p>"


@pytest.mark.parametrize(
    ("source", "tags"),
    [
        ("# a\n\n## b\n\n# c", ["h4", "h5", "h4"]),
        ("### a\n\n##### b", ["h4", "h5"]),
        ("# a\n\n## b\n\n### c\n\n#### d", ["h4", "h5", "h6", "h6"]),
        ("a\n---", ["h4"]),
    ],
)
def test_headings_begin_below_those_of_the_page_and_skip_no_level(
    source: str, tags: list[str]
) -> None:
    assert re.findall(r"<(h\d)>", html(source)) == tags


def test_a_table_scrolls_in_a_frame_that_takes_focus() -> None:
    assert html('| Kommun | *Sum\\|ma* & "c" |\n|:-:|---|\n| Exempelbo | 1 |') == (
        '<div class="table-scroll" role="group" tabindex="0"'
        ' aria-label="Tabell: Kommun, Sum|ma &amp; &quot;c&quot;">\n'
        '<table class="table">\n<thead>\n<tr>\n'
        '<th class="align-center" scope="col">Kommun</th>\n'
        '<th scope="col"><em>Sum|ma</em> &amp; "c"</th>\n'
        "</tr>\n</thead>\n<tbody>\n<tr>\n"
        '<td class="align-center">Exempelbo</td>\n<td>1</td>\n'
        "</tr>\n</tbody>\n</table>\n</div>"
    )


def test_a_table_without_column_names_is_called_a_table() -> None:
    assert 'aria-label="Tabell"' in html("|   |\n|--:|\n| 1 |")


class Seen(HTMLParser):
    """What a browser would see: the tags with their attributes, and the text."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(f"a declaration: {decl}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"an instruction: {data}")


INERT: dict[str, set[str]] = {
    **{tag: set() for tag in ("p", "br", "hr", "em", "strong", "code", "pre", "blockquote")},
    **{tag: set() for tag in ("ul", "li", "h4", "h5", "h6", "thead", "tbody", "tr")},
    "a": {"href", "rel"},
    "ol": {"start"},
    "div": {"class", "role", "tabindex", "aria-label"},
    "table": {"class"},
    "th": {"class", "scope"},
    "td": {"class"},
}


def assert_inert(source: str) -> None:
    for tag, attributes in Seen(html(source)).tags:
        assert tag in INERT
        assert set(attributes) <= INERT[tag]
        assert re.match(r"https://|mailto:|\.\./", attributes.get("href") or "../", re.IGNORECASE)


SCHEMES = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "java&Tab;script:alert(1)",
    "javascript&colon;alert(1)",
    "&#106;avascript:alert(1)",
    "&#x6A;avascript&#58;alert(1)",
    "%6Aavascript:alert(1)",
    "\\javascript:alert(1)",
    " javascript:alert(1)",
    "\u0001javascript:alert(1)",
    "\u200bjavascript:alert(1)",
    "vbscript:msgbox(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD4=",
    "data:image/svg+xml;base64,PHN2Zz4=",
    "file:///etc/passwd",
    "blob:https://exempel.se/1",
    "//exempel.se",
    "/\\exempel.se",
    "https:exempel.se",
    "ftp://exempel.se",
    "Record:svar",
    "#onload",
]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(
    "form", ["[x]({})", "[x](<{}>)", "<{}>", "![x]({})", "[x]\n\n[x]: {}", "[x]\n\n[x]: <{}>"]
)
def test_no_address_but_the_allowed_becomes_a_link(form: str, scheme: str) -> None:
    source = form.format(scheme)
    assert_inert(source)
    assert "<a" not in html(source)


MARKUP = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</p></div></article><h1>x</h1>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<a href=javascript:alert(1)>x</a>",
    "<b onclick='alert(1)'>x</b>",
    "<style>@import url(https://exempel.se/x.css)</style>",
    "<!-- --><x>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?>",
    "<!DOCTYPE html>",
    "<math><mtext></p><style><a title='</style><img src onerror=alert(1)>'>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<template><script>alert(1)</script></template>",
    "<details open ontoggle=alert(1)>",
    "<base href=https://exempel.se/>",
    "<form action=x><input autofocus onfocus=alert(1)>",
    "{{ 7*7 }}",
    "{% raw %}",
    "${7*7}",
    '" onmouseover="alert(1)',
    "' onmouseover='alert(1)",
    "x{onclick=alert(1)}",
    "{: onclick=alert(1) }",
    "a < b & c > d",
    "List<b> och <kursiv>",
]


@pytest.mark.parametrize("markup", MARKUP)
def test_html_and_templates_stay_as_text(markup: str) -> None:
    for source in (markup, f"Ett stycke {markup} till", f"- {markup}", f"`{markup}`"):
        assert_inert(source)
        assert markup in Seen(html(source)).text


@pytest.mark.parametrize(
    "source",
    [
        '[x](https://exempel.se/"onmouseover="alert(1))',
        "[x](https://exempel.se/'onmouseover='alert(1) \"t\\\" onclick=alert(1)\")",
        '[x](<https://exempel.se/"><script>alert(1)</script>>)',
        '<https://exempel.se/"onclick="alert(1)>',
        "<a@exempel.se\"onclick=alert(1)>",
        '[x](mailto:a@exempel.se?subject="><script>alert(1)</script>)',
        '[x](record:svar" onclick="alert(1))',
        "[[[x](javascript:alert(1))](https://exempel.se)](record:svar)",
        "[![x](javascript:alert(1))](javascript:alert(2))",
        "![x](https://exempel.se/a.png)",
        "[x](https://exempel.se/[y](javascript:alert(1)))",
        '| <script> |\n|---|\n| <img src=x onerror=alert(1)> |',
        '| "onfocus="alert(1) |\n|---|\n| a |',
        "| a |\n|:-\" onclick=alert(1)|\n| b |",
        "# <script>alert(1)</script>",
        '```"><script>alert(1)</script>\na\n```',
        "``` js onclick=alert(1)\n</code></pre><script>alert(1)</script>\n```",
        "    </code><script>alert(1)</script>",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "&#60;script&#62;alert(1)&#60;/script&#62;",
        "*<*script>alert(1)</script>",
        "<scr**ipt>alert(1)</scr**ipt>",
        "\u0000<script>",
        "[x]: javascript:alert(1)\n[x]",
        "[" * 500 + "x" + "](javascript:alert(1))" * 500,
        "> " * 200 + "<script>",
        "*" * 1000,
    ],
)  # fmt: skip
def test_hostile_markdown_comes_out_inert(source: str) -> None:
    assert_inert(source)


@given(st.lists(st.sampled_from([*SCHEMES, *MARKUP, *"[]()<>`*_|-#!\\&;:\"'\n ab"])).map("".join))
def test_no_mixture_of_hostile_parts_comes_out_active(source: str) -> None:
    assert_inert(source)


@pytest.mark.parametrize(
    ("source", "links"),
    [
        ("Inga länkar.", []),
        ("[a](record:a) och [b](record:b)", [("a", 0), ("b", 0)]),
        ("Ett.\n\nTvå\ntre [a](record:a)\\\n[b](record:b)", [("a", 3), ("b", 4)]),
        ("- x\n- [a](record:a)", [("a", 1)]),
        ("| x |\n|---|\n| [a](record:a) |", [("a", 2)]),
        ("> # [a](record:a)", [("a", 0)]),
        ("[a][x]\n\n[x]: record:a", [("a", 0)]),
        ("<record:a>", [("a", 0)]),
        ("[a](record:umeå)", [("umeå", 0)]),
        ("*x*\n\n    [a](record:a)\n\n`[b](record:b)`\n\n```\n[c](record:c)\n```", []),
        ("[a](https://exempel.se/record:a)", []),
        ("\\[a](record:a)", []),
    ],
)
def test_links_to_records_are_found_with_their_lines(
    source: str, links: list[tuple[str, int]]
) -> None:
    assert list(text.record_links(source)) == links


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("Ett stycke.\n\nTvå\nrader.\n", "Ett stycke. Två rader."),
        ('**Att** [a](record:a)\n`<b>` & "c"', 'Att a <b> & "c"'),
        ("# Rubrik\n\n- a\n- b", "Rubrik a b"),
        ("a\\\nb", "a b"),
        ("```\nkod\n```", "kod"),
        ("| a | b |\n|---|---|\n| 1\u00a0000 | 2 |", "a b 1\u00a0000 2"),
        ("***", ""),
    ],
)
def test_plain_text_has_the_words_without_the_marks(source: str, words: str) -> None:
    assert text.plain(source) == words


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("hela 1 152 000 SEK nu", "hela 1_152_000_SEK nu"),
        ("51 miljoner kronor", "51_miljoner kronor"),
        ("den 15 oktober 2021", "den 15_oktober 2021"),
        ("enligt § 34 och § 35", "enligt §_34 och §_35"),
        ("dnr HSN 418:3-2021 och RS 912-2025", "dnr HSN_418:3-2021 och RS_912-2025"),
        ("83 % av 12 kommuner", "83_% av 12 kommuner"),
        ("år 2021 2022 deltog 15 personer", "år 2021 2022 deltog 15 personer"),
    ],
)
def test_what_belongs_together_stays_on_one_line(typed: str, kept: str) -> None:
    assert text.unbroken(typed) == kept.replace("_", text.NBSP)


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        (0, "0 byte"),
        (999, "999 byte"),
        (1_000, "1 kB"),
        (340_400, "340 kB"),
        (1_000_000, "1 MB"),
        (1_234_567, "1,2 MB"),
        (20_000_000, "20 MB"),
    ],
)
def test_a_size_is_told_in_the_unit_that_fits(size: int, expected: str) -> None:
    assert text.file_size(size).replace(text.NBSP, " ") == expected


def test_a_link_that_leads_nowhere_is_text_with_a_note_after_it() -> None:
    def note(id: str) -> str:
        return f" <{id}>"

    source = "Se [**planen**](record:plan), [A](https://a.example/) och [målet](record:mal)."

    assert text.markdown(source, {"mal": "../mal/"}.get, note) == (
        "<p>Se <strong>planen</strong> &lt;plan&gt;, "
        '<a href="https://a.example/" rel="noopener">A</a> och <a href="../mal/">målet</a>.</p>'
    )
