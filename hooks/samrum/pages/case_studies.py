"""Case studies -> the list and a page for each: the question, where, by whom, which version."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from samrum import text
from samrum.addresses import Section, address
from samrum.model import CaseStudy
from samrum.pages.edition import UNKNOWN, Edition, Fact, Link, machine_date, when
from samrum.pages.facets import Facets, facets
from samrum.pages.page import Content, Outline
from samrum.pages.publicity import publicity
from samrum.pages.related import backlinks
from samrum.pages.sources import citation, sources


class CaseStudyRow(Struct, frozen=True):
    """A case study in a list."""

    link: Link
    area: str
    authors: tuple[Link, ...]
    when: str
    machine_date: str | None
    question: str
    facets: Facets


def case_study_pages(edition: Edition) -> Iterator[Outline]:
    """The list, then every case study."""
    yield Outline(
        address="fallstudier/",
        section=Section.CASE_STUDIES,
        title="Fallstudier",
        template="case_studies.html",
        content=lambda: Content(
            "Fallstudier som ligger till grund för beslut.",
            {"rows": tuple(_row(one, edition) for one in edition.catalogue.case_studies)},
        ),
    )
    for study in edition.catalogue.case_studies:
        yield _outline(study, edition)


def _row(study: CaseStudy, edition: Edition) -> CaseStudyRow:
    return CaseStudyRow(
        link=edition.link_to(study),
        area=study.area,
        authors=edition.links(study.authors),
        when=when(study.date),
        machine_date=machine_date(study.date),
        question=text.shorten(text.plain(study.question), 180),
        facets=facets(study, edition),
    )


def _outline(study: CaseStudy, edition: Edition) -> Outline:
    return Outline(
        address=address(study),
        section=Section.CASE_STUDIES,
        title=study.title,
        template="case_study.html",
        source=edition.catalogue.paths.get(study.id),
        content=partial(_content, study, edition),
    )


def _content(study: CaseStudy, edition: Edition) -> Content:
    related = edition.links(study.related)
    return Content(
        text.shorten(text.plain(study.summary or study.question), 200),
        {
            "study": study,
            "facts": _facts(study, edition),
            "matters": edition.links(study.matters),
            "related": related,
            "backlinks": backlinks(study, edition, {link.address for link in related}),
            "sources": sources(study.sources, edition),
            "citation": citation(study, edition),
            "publicity": publicity(study, edition),
        },
    )


def _facts(study: CaseStudy, edition: Edition) -> tuple[Fact, ...]:
    facts = [
        Fact("Område", (study.area,)),
        Fact("Genomförd av", edition.links(study.authors) or (UNKNOWN,)),
        Fact("Datum", (when(study.date),)),
    ]
    if study.version:
        facts.append(Fact("Version", (study.version.capitalize(),)))
    if study.commissioned_by:
        facts.append(Fact("Uppdragsgivare", (edition.link(study.commissioned_by),)))
    if study.in_collaboration_with:
        facts.append(Fact("I samverkan med", edition.links(study.in_collaboration_with)))
    if study.matters:
        facts.append(Fact("Ärende", edition.links(study.matters)))
    return tuple(facts)
