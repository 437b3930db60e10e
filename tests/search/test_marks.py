"""What is indexed carries marks by which parts, sums, §§ and dates are found."""

from __future__ import annotations

import pytest

from samrum.search.marks import lean, marked


def joined(text: str) -> str:
    """Marks one compound, as the splitter does with all of them."""
    return text.replace("betalningsansvar", "betalnings~ansvar")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Om betalningsansvaret.</p>", "<p>Om betalnings~ansvaret.</p>"),
        ("<p>960 000 kr</p>", "<p>960^000 kr</p>"),
        ("<p>1\u00a0152\u00a0000 kr</p>", "<p>1^152^000 kr</p>"),
        ("<p>år 2021 000 och 1 23</p>", "<p>år 2021 000 och 1 23</p>"),
        ("<h2 id='p3'>§ 3 Val</h2>", "<h2 id='p3'>§^3q Val</h2>"),
        ("<p>§\u00a034</p>", "<p>§^34q</p>"),
        ("<p>den 5 maj 2024.</p>", "<p>den {20240505} 5 maj 2024.</p>"),
        ("<p>Oktober 2021</p>", "<p>Oktober 2021</p>"),
        ("<p>a~b {c} ^d^</p>", "<p>ab c d</p>"),
        ("<p>x &lt; y &amp; z</p>", "<p>x &lt; y &amp; z</p>"),
        ('<a href="betalningsansvar/">Här</a>', '<a href="betalningsansvar/">Här</a>'),
        ("<p>hjälp\u00admedel</p>", "<p>hjälpmedel</p>"),
    ],
)
def test_a_text_is_marked_and_its_tags_are_not(html: str, expected: str) -> None:
    assert marked(html, joined).partition("\n")[2] == expected


def test_the_title_is_told_apart_with_its_numbers_but_without_joints() -> None:
    html = '<body><h1 class="x">Om <b>betalningsansvar</b> &amp; § 4 den 5 maj 2024</h1></body>'

    assert marked(html, joined).splitlines()[0] == (
        '<meta data-pagefind-meta="title[content]" '
        'content="Om betalningsansvar &amp; §^4q den {20240505} 5 maj 2024">'
    )


def test_a_whole_page_is_leaned_to_what_is_read_in_it() -> None:
    page = (
        '<html><nav>Meny</nav><main id="x"><h1>Om</h1><!-- inte --><script>a</script>'
        "<nav>Sökväg</nav><p>Text</p><form>Fält</form></main><footer>Fot</footer></html>"
    )

    assert lean(page) == '<html lang="sv"><body><h1>Om</h1><p>Text</p></body></html>'


def test_a_document_without_a_main_part_is_lean_already() -> None:
    assert lean("<body><nav>Kvar</nav></body>") == "<body><nav>Kvar</nav></body>"
