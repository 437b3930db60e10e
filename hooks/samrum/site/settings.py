"""mkdocs.yml -> what the build must know, checked with MkDocs' own messages."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError

log = logging.getLogger("mkdocs.plugins.samrum")


class Options(Config):  # type: ignore[no-untyped-call]  # MkDocs gives no types here
    """What may stand below `extra: samrum:`."""

    records_dir = config_options.Dir(default="records", exists=True)
    """The folder of the records, relative to mkdocs.yml."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the build must know: absolute folders, the site's address, and the day it speaks of."""

    project: Path
    records: Path
    theme: Path
    site_url: str
    as_of: date


def settings(config: MkDocsConfig, as_of: date) -> Settings:
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
    )


def project(config: MkDocsConfig) -> Path:
    """The folder of mkdocs.yml."""
    return Path(config.config_file_path).parent


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
