"""The files of a theme, as MkDocs finds them."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from samrum.site.theme import pass_hidden_by


def files_of(config: MkDocsConfig) -> list[tuple[str, str]]:
    found: list[File] = []
    files = Files(found)
    files.add_files_from_theme(config.theme.get_env(), config)
    return [(file.src_uri, file.abs_src_path or "") for file in files]


def test_hidden_files_are_not_looked_at_and_all_others_are_found() -> None:
    config = MkDocsConfig()
    config.load_dict({"site_name": "Arkivet", "theme": {"name": "material"}})
    assert config.validate() == ([], [])
    expected = files_of(config)

    pass_hidden_by(config.theme)

    assert files_of(config) == expected != []
    env = config.theme.get_env()
    assert not any(name.startswith(".icons/") for name in env.list_templates())
    assert env.get_template(".icons/material/calendar.svg").render().startswith("<svg")
