"""The folder of records -> the contents of the site: the one place that reads the archive."""

from __future__ import annotations

from functools import partial

from samrum.addresses import address, address_of, attachment_address
from samrum.attachments import folder
from samrum.load import load, read_ledger
from samrum.pages import Edition, pages, start
from samrum.pages.render import Renderer
from samrum.search.documents import documents
from samrum.search.lexicon import lexicon
from samrum.site.contents import Contents
from samrum.site.settings import Settings
from samrum.synonyms import read_synonyms


def read(settings: Settings) -> Contents:
    """The contents of the folder of records, read anew: what may be seen, and every problem."""
    everything, problems = load(
        settings.records, settings.project, settings.as_of, settings.max_attachment
    )
    catalogue = everything.published(settings.as_of, drafts=settings.drafts)
    ledger, _ = read_ledger(settings.records, settings.project)
    synonyms, _ = read_synonyms(settings.records, settings.project)
    edition = Edition(
        catalogue,
        settings.as_of,
        settings.site_url,
        ledger=ledger,
        history_url=settings.history_url,
    )
    stones = {one.id: address_of(one.kind, one.id) for one in catalogue.tombstones}
    return Contents(
        pages=tuple(pages(edition)),
        addresses=stones | {id: address(entry) for id, entry in catalogue.by_id.items()},
        problems=problems,
        start=start(edition),
        renderer=Renderer(settings.theme / "records", edition.markdown),
        documents=partial(documents, edition),
        lexicon=lexicon(catalogue.organizations, synonyms),
        files={
            attachment_address(file.record, one.name): folder(settings.project / file.path)
            / one.name
            for file in edition.catalogue.files
            for one in file.attachments
        },
    )
