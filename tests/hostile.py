"""The models and a hostile text -> records that hold the text wherever a text may stand.

The fields are told by the models: one that is added tomorrow is filled too.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
import yaml

from samrum.conversion import one_ready, takes
from samrum.load import load
from samrum.model import MODELS, Kind
from samrum.model.fields import FieldPlan, plan
from samrum.model.record import Shape
from samrum.problems import Keys
from samrum.search.bundle import bundle
from samrum.site import reading
from samrum.site.build import Build
from samrum.site.contents import Contents
from samrum.site.settings import Settings
from tests.site.project import build_site, make_project

THEME = Path(__file__).parents[1] / "hooks/theme"

RUN = "window.hacked=1"
"""What would run; a page on which it has not run has no `hacked`."""

TEXTS = {
    "script": f"<script>{RUN}</script>",
    "script in capitals": f"<SCRIPT SRC=data:text/javascript,{RUN}></SCRIPT >",
    "image": f"<img src=x onerror={RUN}>",
    "svg": f"<svg/onload={RUN}><animate onbegin={RUN} attributeName=x>",
    "frame": f'<iframe srcdoc="<script>parent.{RUN}</script>"></iframe><base href="//x.example/">',
    "form": f"<form action=javascript:{RUN}><button autofocus onfocus={RUN}>A</button>",
    "refresh": f'<meta http-equiv="refresh" content="0;url=javascript:{RUN}">',
    "double quote": f'" autofocus tabindex=1 onfocus="{RUN}" onmouseover="{RUN}" x="',
    "single quote": f"' autofocus tabindex=1 onfocus='{RUN}' x='",
    "no quote": f"x onfocus={RUN} autofocus onmouseover={RUN}",
    "backtick": f"`><script>{RUN}</script>",
    "end of title": f"</title></head><script>{RUN}</script>",
    "end of script": f"</script><script>{RUN}</script>",
    "end of style": f"</style></textarea></noscript></template><script>{RUN}</script>",
    "end of cdata": f"]]><script>{RUN}</script><![CDATA[",
    "end of comment": f"--><script>{RUN}</script><!--",
    "entities": f"&lt;script&gt;{RUN}&lt;/script&gt;&#60;script&#62;{RUN}&#60;/script&#62;",
    "percent": f"%3Cscript%3E{RUN}%3C/script%3E",
    "template": "{{ 7*7 }}{% raw %}${7*7}#{7*7}<%= 7*7 %>{{ ''.__class__ }}{# x #}",
    "format": "{0.__class__} %s %(x)s {page} \\1 \\g<0>",
    "javascript link": f"[a](javascript:{RUN}) [b](JaVaScRiPt:{RUN}) [c](&#106;avascript:{RUN})",
    "javascript links": f"<javascript:{RUN}> [a][b]\n\n[b]: javascript:{RUN}".replace("\n", " "),
    "data link": f"[a](data:text/html,<script>{RUN}</script>) ![b](data:image/svg+xml,<svg>)",
    "broken link": f'[a](https://x.example/"onmouseover="{RUN}) <https://x.example/"onclick={RUN}>',
    "record link": f'[a](record:"onmouseover={RUN}) [b](record:../../x) [c](record:<script>)',
    "vbscript link": "[a](vbscript:x) [b](file:///etc/passwd) [c](//x.example) [d](http://x.example)",
    "slots": "samrum_content_slot samrum_title_slot samrum_anchor_slot samrum_head_slot",
    "search marks": f'<b data-pagefind-body data-pagefind-meta="url:javascript:{RUN}">A</b>',
    "formula": "=cmd|' /C calc'!A0",
    "emphasis": "*_`~[](<>&#x202e;",
    "letters": "ÅÄÖ 𝔘𝔫𝔦 مرحبا 👩‍👩‍👧 ﷽".replace("\u200d", ""),
}
"""Texts that a field must refuse with a problem, or show as what they are."""

_REFERENCES = {
    "organization": "namnd",
    "meeting": "namnd-2024-05-13",
    "decision": "beslut",
    "strategy": "strategi",
    "case-study": "studie",
    "matter": "arende",
    "event": "handelse",
}
_EXAMPLES = (
    "2024-05-13",
    "08:30",
    "29-39",
    "1",
    "published",
    True,
    "https://x.example/a",
    "a.txt",
    "a",
)
_LEFT_OUT = {"moved_from", "withdrawal"}
"""What makes a record another page, or none."""


def ids(number: int) -> dict[str, str]:
    """The id of the one record of each kind in the set with a number."""
    return {
        kind: id.replace("namnd", f"namnd{number}", 1) if "namnd" in id else f"{id}{number}"
        for kind, id in _REFERENCES.items()
    }


def record(kind: Kind, text: str, number: int = 0) -> dict[str, Any]:
    """A record of a kind with the text in every field that takes it."""
    known = ids(number)
    return {**_filled(MODELS[kind], text, known), "id": known[kind.value]}


def _filled(model: type[Shape], text: str, known: dict[str, str]) -> dict[str, Any]:
    return {field.name: _value(field, text, known) for field in plan(model)}


def _value(field: FieldPlan, text: str, known: dict[str, str]) -> Any:
    if field.shape:
        one: Any = _filled(field.shape, text, known)
    elif field.ref:
        one = known[field.ref.kind or "matter"]
    else:
        examples = (text, *_examples(field))
        one = next(one for one in examples if takes(field, one_ready(one, field)))
    return [one] if field.many else one


def _examples(field: FieldPlan) -> Iterator[Any]:
    if issubclass(field.sort, Enum):
        yield from (one.value for one in field.sort)
    yield from _EXAMPLES


def places(model: type[Shape], keys: Keys = ()) -> Iterator[tuple[Keys, FieldPlan]]:
    """The way to every field of a model, at every depth; of a list, to its first entry."""
    for field in plan(model):
        here: Keys = (*keys, field.name, 0) if field.many else (*keys, field.name)
        yield here, field
        if field.shape:
            yield from places(field.shape, here)


def write(folder: Path, texts: dict[str, str]) -> None:
    """Records of every kind for each of the texts, each with the file that its papers name."""
    for number, text in enumerate(texts.values()):
        for kind in Kind:
            data = _public(record(kind, text, number))
            path = folder / kind.folder / f"{data['id']}.yml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
            beside = path.with_suffix("")
            beside.mkdir()
            (beside / "a.txt").write_text(text, encoding="utf-8")


def _public(value: Any) -> Any:
    """The record without what makes it another page, or none."""
    if isinstance(value, dict):
        return {key: _public(one) for key, one in value.items() if key not in _LEFT_OUT}
    return [_public(one) for one in value] if isinstance(value, list) else value


def publish(folder: Path, texts: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Path:
    """The site of such records, although rules have much to say of them; its folder."""
    theme = {"name": "material", "custom_dir": str(THEME), "font": False}
    project = make_project(folder, {"index.md": "# Arkivet"}, main=None, theme=theme)
    (folder / "records/.keep").unlink()
    write(folder / "records", texts)

    def read(settings: Settings) -> Contents:
        catalogue, _ = load(settings.records, settings.project)
        with monkeypatch.context() as patch:
            patch.setattr(reading, "load", lambda *_: (catalogue, ()))
            return reading.read(settings)

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1718409600")
    return build_site(project, Build(read, bundle))
