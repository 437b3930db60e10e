"""mkdocs.yml -> what the build must know, checked with MkDocs' own messages."""

from __future__ import annotations

import logging
import os
import re
from datetime import date
from pathlib import Path

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from msgspec import Struct

from samrum import workers
from samrum.attachments import MAX_BYTES
from samrum.readings import KEPT

log = logging.getLogger("mkdocs.plugins.samrum")


class Options(Config):  # type: ignore[no-untyped-call]  # MkDocs gives no types here
    """What may stand below `extra: samrum:`."""

    records_dir = config_options.Dir(default="records", exists=True)
    """The folder of the records, relative to mkdocs.yml."""

    max_attachment = config_options.Type((int, float), default=MAX_BYTES / 1_000_000)
    """How large an attachment may be, in megabytes."""

    csp_meta = config_options.Type(bool, default=True)
    """Whether pages carry their security policy, for hosts that send no headers of ours."""

    drafts = config_options.Type(bool, default=False)
    """Whether serve shows what is not public yet; a build never does."""

    workers = config_options.Type(int, default=0)
    """How many processes a build may use; 0 for as many as the machine can run at once."""

    search = config_options.Type(bool, default=True)
    """Whether a search index is made; without one a build shows what the pages alone take."""


class Settings(Struct, frozen=True):
    """What the build must know: absolute folders, the site's address, and the day it speaks of."""

    project: Path
    records: Path
    theme: Path
    site_url: str
    as_of: date
    csp_meta: bool
    drafts: bool
    history_url: str
    """What stands before a file's path in the address of its history; empty when unknown."""
    search: bool
    max_attachment: int = MAX_BYTES
    """How many bytes an attachment may have."""
    workers: int = 1
    """How many processes a build may use."""

    @property
    def kept(self) -> Path:
        """Where the project keeps what makes its next build shorter; it may be deleted."""
        return self.project / KEPT

    @property
    def about_pages(self) -> tuple[object, ...]:
        """What of this pages of records show, beside the frames that they stand in."""
        return self.site_url, self.history_url


def settings(config: MkDocsConfig, as_of: date, *, serving: bool = False) -> Settings:
    """The settings in a configuration; raises ConfigurationError for what cannot be built."""
    if not config.use_directory_urls:
        raise ConfigurationError("Addresses of records end in '/': remove use_directory_urls.")
    if not config.theme.custom_dir:
        raise ConfigurationError("The templates of the records are missing: set theme.custom_dir.")
    options = _options(config)
    return Settings(
        project=project(config),
        records=Path(options.records_dir),
        theme=Path(config.theme.custom_dir),
        site_url=config.site_url or "",
        as_of=as_of,
        csp_meta=options.csp_meta,
        drafts=serving and options.drafts,
        history_url=_history_url(config),
        search=options.search,
        max_attachment=round(options.max_attachment * 1_000_000),
        workers=max(options.workers, 0) or workers.most(),
    )


def project(config: MkDocsConfig) -> Path:
    """The folder of mkdocs.yml."""
    return Path(config.config_file_path).parent


def _history_url(config: MkDocsConfig) -> str:
    """As GitHub and GitLab have it, told from the addresses at which files are edited there."""
    docs = Path(os.path.relpath(config.docs_dir, project(config))).as_posix()
    edited = (config.edit_uri or "").strip("/").removesuffix(docs)
    found = re.fullmatch(r"(-/)?(?:edit|blob)/(.+)/", edited)
    if not config.repo_url or found is None:
        return ""
    return f"{config.repo_url.rstrip('/')}/{found[1] or ''}commits/{found[2]}/"


def _options(config: MkDocsConfig) -> Options:
    options = Options(config.config_file_path)
    options.load_dict(config.extra.get("samrum") or {})
    errors, warnings = options.validate()
    for name, warning in sorted(warnings):
        log.warning("extra.samrum: '%s': %s", name, warning)
    if errors:
        name, error = errors[0]
        raise ConfigurationError(f"extra.samrum: '{name}': {error}")
    return options
