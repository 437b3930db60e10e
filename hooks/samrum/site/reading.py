"""The folder of records -> the contents of the site: the one place that reads the archive."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from samrum.addresses import address, address_of, attachment_address
from samrum.attachments import folder
from samrum.catalogue import Catalogue
from samrum.load import load, read_ledger
from samrum.lookups import Fingerprints, Lookups, watched
from samrum.pages import Edition, outlines, start
from samrum.pages.render import Renderer
from samrum.problems import Problem
from samrum.readings import Readings
from samrum.search.documents import documents
from samrum.search.lexicon import lexicon
from samrum.site import groundwork
from samrum.site.contents import Contents
from samrum.site.settings import Settings
from samrum.synonyms import read_synonyms
from samrum.version import version_of
from samrum.workers import Aside


class Reader:
    """Reads the folder of records again and again, and files that have changed alone."""

    def __init__(self) -> None:
        self._known: Readings | None = None

    def __call__(self, settings: Settings) -> Contents:
        """The contents of the folder of records as it is now."""
        self._known = self._known or Readings(settings.kept, settings.workers)
        return read(settings, self._known)


def read(settings: Settings, known: Readings | None = None) -> Contents:
    """The contents of the folder of records: what may be seen, and every problem.

    `known` is what has been read before.
    """
    renderer = Renderer(settings.theme / "records", lambda *told: edition.markdown(*told))
    everything, problems, schemas = _load(settings, known, renderer)
    catalogue = everything.published(settings.as_of, drafts=settings.drafts)
    ledger, _ = read_ledger(settings.records, settings.project)
    synonyms, _ = read_synonyms(settings.records, settings.project)
    lookups = Lookups()
    edition = Edition(
        watched(catalogue, lookups),
        settings.as_of,
        settings.site_url,
        published=ledger,
        history_url=settings.history_url,
        lookups=lookups,
    )
    stones = {one.id: address_of(one.kind, one.id) for one in catalogue.tombstones}
    return Contents(
        pages=tuple(outlines(edition)),
        addresses=stones | {id: address(entry) for id, entry in catalogue.by_id.items()},
        problems=problems,
        start=start(edition),
        renderer=renderer,
        documents=partial(documents, edition),
        lexicon=lexicon(catalogue.organizations, synonyms),
        schemas=schemas,
        files={
            attachment_address(file.record, one.name): folder(settings.project / file.path)
            / one.name
            for file in catalogue.files
            for one in file.attachments
        },
        lookups=lookups,
        fingerprints=Fingerprints(catalogue, settings.as_of, ledger),
    )


def _load(
    settings: Settings, known: Readings | None, renderer: Renderer
) -> tuple[Catalogue, tuple[Problem, ...], Mapping[str, bytes]]:
    """All records, every problem, and the schemas; the renderer has its templates compiled then."""
    version = version_of([settings.theme / "records"])
    before = groundwork.kept(settings.kept, version)
    made = [before] if before else []
    everything, problems = load(
        settings.records,
        settings.project,
        settings.as_of,
        settings.max_attachment,
        known,
        # A process that reads has less to do than this one, if there are any.
        None if before else Aside(partial(groundwork.made, renderer), made.append),
    )
    ground = made[0] if made else groundwork.made(renderer)
    if not before:
        groundwork.keep(settings.kept, version, ground)
    renderer.know(ground.templates)
    return everything, problems, ground.schemas
