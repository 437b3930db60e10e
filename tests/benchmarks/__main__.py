"""`make bench`: made-up archives, built by Samrum and its peers in turn -> what each build cost."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path

import click

from tests.benchmarks import daily_work
from tests.benchmarks.contestants import (
    ENVIRONMENT,
    ROOT,
    SAMRUM,
    Contestant,
    clear,
    contestants,
)
from tests.benchmarks.leftovers import delete, put_aside
from tests.benchmarks.making import FEWEST_PAGES
from tests.benchmarks.measuring import BenchmarkError, cost_of, extent_of
from tests.benchmarks.report import Circumstances, Measured, handbook_page, summary

_WORKSHOP = ROOT / ".cache/bench"
_PAGE = ROOT / "docs/handbok/utvecklare/hastighet.md"
_DEFAULT = (1000,)

_HUGE = 20_000
"""From here on one round must do, and Pagefind wants more memory than most machines have."""


@click.command()
@click.argument("sizes", nargs=-1, type=click.IntRange(min=FEWEST_PAGES), metavar="[SIZE]...")
@click.option("--rounds", default=3, show_default=True, help="How many times each one builds.")
@click.option("--alone", is_flag=True, help="Leave the other generators out.")
@click.option(
    "--report",
    type=click.Path(path_type=Path, dir_okay=False),
    default=_PAGE,
    help="The file for the tables; the handbook's page unless told otherwise.",
)
@click.option(
    "--workshop",
    type=click.Path(path_type=Path, file_okay=False),
    default=_WORKSHOP,
    help="The folder for sites and peers: some gigabytes at 10,000 pages, until all is measured.",
)
def main(sizes: tuple[int, ...], rounds: int, alone: bool, report: Path, workshop: Path) -> None:
    """Build archives of so many pages of records with Samrum and its peers, and compare."""
    sizes = tuple(sorted(set(sizes))) or _DEFAULT
    _say("Getting the other generators")
    everyone = contestants(workshop / "tools")
    taking_part = everyone[:1] if alone else everyone
    results: list[Measured] = []
    try:
        for pages in sizes:
            results.append(_measure(pages, rounds, taking_part, workshop / str(pages)))
            click.echo(summary(results[-1]))
    finally:
        delete(workshop)
    report.parent.mkdir(parents=True, exist_ok=True)
    report.write_text(handbook_page(results, _circumstances(sizes, rounds)), encoding="utf-8")
    _say(f"The tables are in {report}")


def _measure(pages: int, rounds: int, everyone: Sequence[Contestant], folder: Path) -> Measured:
    measured = Measured(pages)
    taking_part = [one for one in everyone if pages <= one.most_pages]
    for one in everyone:
        if one not in taking_part:
            measured.failures[one.name] = "för många sidor"
    put_aside(folder, folder.parent)
    for one in taking_part:
        _say(f"{pages:,} pages: writing the project for {one.name}")
        place = folder / one.name
        place.mkdir(parents=True)
        _in_a_process_of_its_own(one, place, pages)
    rounds = 1 if pages > _HUGE else rounds
    for number in range(rounds):
        for one in list(taking_part):
            _say(f"{pages:,} pages, round {number + 1} of {rounds}: {one.name}")
            clear(folder / one.name)
            try:
                cost = cost_of(one.command, folder / one.name, one.environment)
            except BenchmarkError as error:
                if one.name == SAMRUM:
                    raise click.ClickException(str(error)) from error
                _say(str(error))
                measured.failures[one.name] = "bygget misslyckades"
                measured.costs.pop(one.name, None)
                taking_part.remove(one)
                continue
            measured.costs.setdefault(one.name, []).append(cost)
            if one.name == SAMRUM:
                # Right away: the pace of a machine that others use, too, changes by the minute.
                measured.rebuilds.append(daily_work.rebuild(one, folder / one.name, number))
    for one in taking_part:
        measured.extents[one.name] = extent_of(folder / one.name / "site")
    _work(measured, taking_part[0], folder / SAMRUM)
    return measured


def _work(measured: Measured, us: Contestant, project: Path) -> None:
    """What only we are measured by."""
    _say(f"{measured.pages:,} pages: samrum check")
    measured.checks = daily_work.checks(project)
    if measured.pages <= _HUGE:
        _say(f"{measured.pages:,} pages: the search index")
        measured.with_search = daily_work.with_search(us, project)
    _say(f"{measured.pages:,} pages: serve")
    measured.serving = daily_work.serving(project)


def _in_a_process_of_its_own(one: Contestant, place: Path, pages: int) -> None:
    """Make a project without growing: a program's memory counts from that of its parent."""
    child = os.fork()
    if child == 0:
        one.make(place, pages)
        os._exit(0)
    if os.waitpid(child, 0)[1] != 0:
        raise click.ClickException(f"the project for {one.name} could not be made")


def _circumstances(sizes: Sequence[int], rounds: int) -> Circumstances:
    command = f'make bench SIZES="{" ".join(map(str, sizes))}"'
    node = subprocess.run(["node", "--version"], capture_output=True, text=True, check=False)
    versions = {
        "Python": platform.python_version(),
        "MkDocs": version("mkdocs"),
        "Material": version("mkdocs-material"),
        "Hugo": "0.168.0",
        "Eleventy": "3.1.8",
        "Node.js": node.stdout.strip().removeprefix("v"),
    }
    machine = f"{os.cpu_count()} kärnor, {platform.system()} {platform.machine()}"
    return Circumstances(date.today(), command, rounds, machine, versions)


def _say(words: str) -> None:
    click.echo(words, err=True)


if __name__ == "__main__":
    os.environ.update(ENVIRONMENT)
    sys.exit(main())
