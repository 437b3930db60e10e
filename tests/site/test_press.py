"""Pages as they are printed, through a gate that lets no script in that would not run."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from markupsafe import Markup
from msgspec.structs import replace

from samrum.catalogue import Catalogue
from samrum.ledger import Ledger
from samrum.lookups import Fingerprints
from samrum.pages.render import Renderer
from samrum.site.frame import Frame, Slot
from samrum.site.place import Place
from samrum.site.policy import Policy, PolicyError
from samrum.site.press import print_pages
from samrum.site.publication import Publication
from samrum.site.remembered import Memory, Register
from tests.site.project import page

POLICY = Policy(("choose();",))
OURS = "<script>choose();</script>"
THEIRS = "<SCRIPT>count();</SCRIPT>"


def printed(
    folder: Path, frame: str, body: str, policy: Policy | None = POLICY, head: str = ""
) -> str:
    (folder / "record.html").write_text(body, encoding="utf-8")
    outline = replace(page("beslut/x/"), head=head)
    publication = Publication(
        pages={outline.address: outline},
        frames={
            Place.of(outline): Frame.cut(
                f"{Slot.HEAD.value}{frame}<main>{Slot.CONTENT.value}</main>"
            )
        },
        renderer=Renderer(folder, lambda *_: Markup()),
        written={},
        records=tuple,
    )
    register = Register(Memory(), Fingerprints(Catalogue(()), date(2024, 6, 1), Ledger()))
    list(print_pages([outline], publication, folder / "site", policy, 1, register))
    return (folder / "site/beslut/x/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("body", ["<p>å</p>", "&lt;script&gt;", OURS, '<script src="a.js">'])
def test_a_page_is_its_frame_and_its_body(body: str, tmp_path: Path) -> None:
    assert printed(tmp_path, OURS, body) == f"{OURS}<main>{body}</main>"


@pytest.mark.parametrize(
    ("frame", "body"), [(OURS, THEIRS), ("", THEIRS), (THEIRS, ""), (THEIRS, OURS)]
)
def test_no_page_holds_a_script_that_would_not_run(frame: str, body: str, tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match=r"^beslut/x/index\.html: "):
        printed(tmp_path, frame, body)
    assert not (tmp_path / "site").exists()


def test_no_page_has_a_script_in_its_head_that_would_not_run(tmp_path: Path) -> None:
    data = '<script type="application/ld+json">{}</script>'

    assert printed(tmp_path, OURS, "å", head=data) == f"{data}{OURS}<main>å</main>"
    with pytest.raises(PolicyError):
        printed(tmp_path, OURS, "å", head=data + THEIRS)


def test_a_theme_without_a_policy_may_hold_anything(tmp_path: Path) -> None:
    assert THEIRS in printed(tmp_path, THEIRS, THEIRS, policy=None)
