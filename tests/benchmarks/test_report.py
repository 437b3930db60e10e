"""The tables say what was measured: medians, ratios of ours by theirs, growth."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

from tests.benchmarks.daily_work import Rebuild, Serving
from tests.benchmarks.measuring import BenchmarkError, Cost, Extent, cost_of, extent_of
from tests.benchmarks.report import Circumstances, Measured, handbook_page

MB = 1_000_000
THEN = Circumstances(date(2026, 1, 15), "make bench", 3, "2 kärnor", {"Hugo": "1.0"})


def measured(pages: int, ours: float, theirs: float) -> Measured:
    return Measured(
        pages=pages,
        costs={
            "Samrum": [Cost(9.0, cpu, 90 * MB) for cpu in (ours, 0.0, 99.0)],
            "Hugo": [Cost(4.5, theirs, 180 * MB)],
        },
        extents={name: Extent(pages, 5 * MB, 1234) for name in ("Samrum", "Hugo")},
        failures={"Eleventy": "för många sidor"},
    )


def test_a_row_gives_medians_and_what_ours_is_of_theirs() -> None:
    page = handbook_page([measured(1000, 3.0, 4.0)], THEN)

    assert "Mätt 2026-01-15 med `make bench`, 3 varv. 2 kärnor. Hugo 1.0." in page
    assert "| Samrum | 3,00 | 9,00 | 90 | 1\u00a0000 | 5 | 1\u00a0234 | 1,00 | 1,00 |" in page
    assert "| Hugo | 4,00 | 4,50 | 180 | 1\u00a0000 | 5 | 1\u00a0234 | 0,75 | 2,00 |" in page
    assert "Eleventy mättes inte: för många sidor." in page
    assert "Tillväxt" not in page


def test_growth_stands_for_every_step_and_generator() -> None:
    large = measured(10_000, 21.0, 40.0)
    del large.costs["Hugo"]

    page = handbook_page([measured(1000, 3.0, 4.0), large], THEN)

    assert "| Generator | 1\u00a0000 → 10\u00a0000 |" in page
    assert "| Samrum | 7,00 |" in page
    assert "| Hugo | – |" in page


def test_the_daily_work_has_rows_of_its_own() -> None:
    ours = measured(1000, 10.0, 4.0)
    ours.with_search = Cost(12.0, 15.0, 400 * MB)
    ours.rebuilds = [
        Rebuild(Cost(wall, 2 * wall, 80 * MB), files)
        for wall, files in ((0.5, 7), (1.0, 2), (3.0, 2))
    ]
    ours.checks = (Cost(2.0, 1.5, 50 * MB), Cost(1.0, 0.5, 50 * MB), Cost(1.5, 1.2, 50 * MB))
    ours.serving = Serving(first_page=4.25, edit=1.5, idle=0.034)

    page = handbook_page([ours], THEN)

    assert "| Sökindexet för sig | 5,00 | 3,00 | 400 |" in page
    assert "| 2,00 | 1,00 | 80 | 0,20 av ett bygge från början; 7 filer skrivna |" in page
    assert "| `samrum check`, andra gången | 0,50 | 1,00 | 50 |" in page
    assert "| `make serve`, från ändring till sida |  | 1,50 |" in page
    assert "3,4 % av en kärna" in page


def test_a_command_costs_what_its_children_cost(tmp_path: Path) -> None:
    work = "sum(range(10**7))"
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', '{work}'])"

    cost = cost_of([sys.executable, "-c", child], tmp_path, {})

    assert cost.cpu > 0.05
    assert cost.peak > MB


def test_a_command_that_fails_says_what_it_said(tmp_path: Path) -> None:
    with pytest.raises(BenchmarkError, match="ended with 3"):
        cost_of([sys.executable, "-c", "exit(3)"], tmp_path, {})


def test_a_site_is_as_large_as_its_files_and_the_words_in_the_main_part(tmp_path: Path) -> None:
    (tmp_path / "beslut").mkdir()
    (tmp_path / "beslut/index.html").write_text("<p>Inte</p><main><p>Två <b>ord</b></p></main>")
    (tmp_path / "main.css").write_text("p{}")

    assert extent_of(tmp_path) == Extent(pages=1, bytes=44 + 3 + 2, words=2)


def test_words_in_a_navigation_inside_the_main_part_are_not_counted(tmp_path: Path) -> None:
    nav = "<main><nav>Start och annat</nav>"
    article = '<article class="md-content__inner">Två ord</article></main>'
    (tmp_path / "index.html").write_text(nav + article)

    assert extent_of(tmp_path).words == 2
