from __future__ import annotations

from markdown import markdown

from samrum.site.tables import FramedTables


def html(text: str) -> str:
    return markdown(text, extensions=["tables", FramedTables()])


def test_a_table_has_a_frame_that_the_keyboard_scrolls() -> None:
    made = html("| *Vad* `den` | Pris |\n|---|---|\n| a | 1 |\n\nMer text.")

    assert made.startswith(
        '<div aria-label="Tabell: Vad den" class="table-scroll" role="group" tabindex="0"><table>'
    )
    assert made.endswith("</table></div>\n<p>Mer text.</p>")


def test_a_column_is_aligned_without_a_style_that_the_policy_refuses() -> None:
    made = html("| Vad | Pris | Hur |\n|---|---:|:---:|\n| a | 1 | b |")

    assert "style" not in made
    assert '<th class="align-right">Pris</th>' in made
    assert '<td class="align-center">b</td>' in made
    assert "<td>a</td>" in made


def test_a_table_inside_a_list_has_its_frame_too() -> None:
    made = html("- Så här:\n\n    | Vad |\n    |---|\n    | a |\n")

    assert made.count('class="table-scroll"') == 1
    assert "<li>" in made
