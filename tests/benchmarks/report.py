"""Measurements -> the tables of the handbook's page about speed, in Swedish."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from tests.benchmarks.contestants import SAMRUM
from tests.benchmarks.daily_work import Rebuild, Serving
from tests.benchmarks.measuring import Cost, Extent

_INTRODUCTION = """\
---
description: Hur lång tid Samrum tar på sig, jämfört med andra generatorer på samma innehåll.
---

# Hastighet

Tabellerna skrivs av det kommando som mäter. De visar den senaste körningen, på en enda maskin:
jämför kvoterna, som håller mellan maskiner, inte sekunderna. Innehållet är påhittat och lika för
alla: protokoll med tio paragrafer och åtta beslut, närvaro, strategier, fallstudier och ärenden.

- **CPU** är sekunder för programmet och alla dess barn, **minne** det mesta som en enda process
  höll. Siffrorna är medianer; generatorerna turas om inom varje varv. Mer än 20 000 sidor byggs ett
  varv.
- **Ord** är det som läsaren ser i sidornas huvuddel. Det visar att alla bygger samma sidor: de
  andra får sina ur Samrums färdiga sidor, med samma ord, rubriker, listor, tabeller och länkar.
  Samrum har dessutom söksidan, knappar och formulär. Bakåtlänkar, tidslinjer och fakta räknar
  Samrum själv ut, men de andra får dem färdiga.
- **Samrum** byggs här utan sökindex, som de andra. Indexet står på egen rad. Python får spara sin
  bytekod, som det gör när ingen förbjuder det.
- **Hugo, JSON** bygger sidorna av en enda datafil med en innehållsadapter, de andra av Markdown.
- **Efter en ändrad post** byggs med det som förra bygget har sparat. Annars finns inget sparat.
- **MkDocs Material** är den vanliga vägen, där varje sida står i navigeringen. Tiden växer med
  kvadraten på antalet sidor, så den mäts bara till och med 1 000 sidor.
"""


@dataclass(slots=True)
class Measured:
    """Everything that was measured of an archive of one size."""

    pages: int
    costs: dict[str, list[Cost]] = field(default_factory=dict)
    extents: dict[str, Extent] = field(default_factory=dict)
    failures: dict[str, str] = field(default_factory=dict)
    with_search: Cost | None = None
    rebuilds: list[Rebuild] = field(default_factory=list)
    checks: tuple[Cost, Cost, Cost] | None = None
    serving: Serving | None = None

    def median(self, name: str) -> Cost:
        """The middle of all rounds of one generator."""
        return Cost.median(self.costs[name])


@dataclass(frozen=True, slots=True)
class Circumstances:
    """When, where and with what was measured; `versions` by name."""

    day: date
    command: str
    rounds: int
    machine: str
    versions: Mapping[str, str]


def handbook_page(sizes: Sequence[Measured], circumstances: Circumstances) -> str:
    """The whole page."""
    return "\n".join([_INTRODUCTION, *_circumstances(circumstances), *_body(sizes)])


def summary(measured: Measured) -> str:
    """The same figures for a terminal, of one size."""
    return "\n".join([*_builds(measured), *_others(measured)])


def _circumstances(told: Circumstances) -> Iterator[str]:
    versions = ", ".join(f"{name} {version}" for name, version in told.versions.items())
    yield f"Mätt {told.day} med `{told.command}`, {told.rounds} varv. {told.machine}. {versions}."
    yield ""


def _body(sizes: Sequence[Measured]) -> Iterator[str]:
    for measured in sizes:
        yield f"## {_number(measured.pages)} sidor"
        yield ""
        yield from _builds(measured)
        yield ""
        yield from _others(measured)
        yield ""
    if len(sizes) > 1:
        yield from _growth(sizes)


def _builds(measured: Measured) -> Iterator[str]:
    """The table of builds from nothing; ratios are ours by theirs."""
    head = ("Bygga från början", "CPU s", "Tid s", "Minne MB", "Sidor", "MB", "Ord")
    rows = [(*head, "CPU, Samrum delat med den", "Tid, Samrum delat med den")]
    ours = measured.median(SAMRUM)
    for name in measured.costs:
        cost, extent = measured.median(name), measured.extents[name]
        rows.append(
            (
                name,
                *_cost(cost),
                _number(extent.pages),
                _mega(extent.bytes),
                _number(extent.words),
                _ratio(ours.cpu, cost.cpu),
                _ratio(ours.wall, cost.wall),
            )
        )
    yield from _table(rows)
    for name, reason in measured.failures.items():
        yield ""
        yield f"{name} mättes inte: {reason}."


def _others(measured: Measured) -> Iterator[str]:
    rows: list[tuple[str, ...]] = [("Övrigt, Samrum", "CPU s", "Tid s", "Minne MB", "Anmärkning")]
    ours = measured.median(SAMRUM)
    if measured.with_search:
        index = measured.with_search
        extra = Cost(index.wall - ours.wall, index.cpu - ours.cpu, index.peak)
        rows.append(("Sökindexet för sig", *_cost(extra), "bygge med index, minus bygge utan"))
    if measured.rebuilds:
        cost = Cost.median([one.cost for one in measured.rebuilds])
        share = f"{_ratio(cost.cpu, ours.cpu)} av ett bygge från början"
        note = f"{share}; {_number(max(one.files for one in measured.rebuilds))} filer skrivna"
        rows.append(("Bygga efter en ändrad post", *_cost(cost), note))
    if measured.checks:
        cold, warm, changed = measured.checks
        rows.append(("`samrum check`, första gången", *_cost(cold), ""))
        rows.append(("`samrum check`, andra gången", *_cost(warm), ""))
        rows.append(("`samrum check`, efter en ändrad post", *_cost(changed), ""))
    if measured.serving:
        serving = measured.serving
        rows.append(("`make serve`, till första sidan", "", _seconds(serving.first_page), "", ""))
        rows.append(("`make serve`, från ändring till sida", "", _seconds(serving.edit), "", ""))
        if serving.idle is not None:
            share = f"{serving.idle:.1%}".replace(".", ",").replace("%", " %")
            rows.append(("`make serve`, i vila", "", "", "", f"{share} av en kärna"))
    if len(rows) > 1:
        yield from _table(rows)


def _growth(sizes: Sequence[Measured]) -> Iterator[str]:
    yield "## Tillväxt"
    yield ""
    yield "CPU för den större delad med CPU för den mindre, från början:"
    yield ""
    steps = list(pairwise(sizes))
    head = [f"{_number(small.pages)} → {_number(large.pages)}" for small, large in steps]
    rows = [("Generator", *head)]
    for name in sizes[0].costs:
        shown = [
            _ratio(large.median(name).cpu, small.median(name).cpu)
            if name in small.costs and name in large.costs
            else "–"
            for small, large in steps
        ]
        rows.append((name, *shown))
    yield from _table(rows)
    yield ""


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    head, *rest = rows
    yield f"| {' | '.join(head)} |"
    yield f"|---|{'---:|' * (len(head) - 1)}"
    for row in rest:
        yield f"| {' | '.join(row)} |"


def _cost(cost: Cost) -> tuple[str, str, str]:
    return _seconds(cost.cpu), _seconds(cost.wall), _mega(cost.peak)


def _seconds(seconds: float) -> str:
    decimals = 2 if seconds < 10 else 1
    return f"{seconds:.{decimals}f}".replace(".", ",")


def _ratio(one: float, other: float) -> str:
    return f"{one / other:.2f}".replace(".", ",")


def _mega(size: int) -> str:
    return _number(round(size / 1_000_000))


def _number(number: int) -> str:
    return f"{number:,}".replace(",", "\u00a0")
