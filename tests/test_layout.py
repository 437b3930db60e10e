"""One layout for all records: what changes, and what must never change."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import samrum.layout
from samrum.comments import comments
from samrum.layout import MODELINE, WIDTH, LayoutError, lay_out
from samrum.model import MODELS, DecisionRecord, Kind, Matter, Meeting, Record
from samrum.source import Source, read, text_of

RECORDS = Path(__file__).parents[1] / "records"
LONG = "a" * 60
OTHER = "b" * 60


def laid_out(text: str, model: type[Record] = Matter) -> str:
    """The lines of a record in layout, without the line of the schema."""
    raw = dedent(text).strip("\n").encode()
    first, _, rest = lay_out(raw, model, "../schemas/x.json").decode().partition("\n")
    assert first == f"{MODELINE}../schemas/x.json"
    return rest


def unchanged(text: str, model: type[Record] = Matter) -> bool:
    return laid_out(text, model) == dedent(text).strip("\n") + "\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # Fields stand in the order of the model, and what is unknown stays where it was.
        ("title: A\nid: a", "id: a\ntitle: A\n"),
        ("status: pågår\nodd: x\ntitle: A", "title: A\nstatus: pågår\nodd: x\n"),
        ("odd: x\ntitle: A", "odd: x\ntitle: A\n"),
        # Lists and fields in brackets stand on lines of their own.
        ("topics: [A, B]", "topics:\n  - A\n  - B\n"),
        ("topics:\n- A", "topics:\n  - A\n"),
        ("sources: [{document: D, place: P}]", "sources:\n  - document: D\n    place: P\n"),
        ("topics: []\nodd: {}", "topics: []\nodd: {}\n"),
        ("topics: [[A, [B]], []]", "topics:\n  - - A\n    - - B\n  - []\n"),
        ("{}", "{}\n"),
        # Quotes stand where they are needed.
        ('title: "A"', "title: A\n"),
        ("title: 'no'", "title: no\n"),
        ("title: 'false'", "title: 'false'\n"),
        ("title: '12'", "title: '12'\n"),
        ("title: 12", "title: 12\n"),
        ('title: "A: b"', "title: 'A: b'\n"),
        ('title: "A #b"', "title: 'A #b'\n"),
        ('title: "- a"', "title: '- a'\n"),
        ('title: "it\'s: b"', "title: 'it''s: b'\n"),
        ('title: " a"', "title: ' a'\n"),
        ('title: "a\\n\\n"', "title: a\n"),
        ('title: ""', "title: ''\n"),
        ('"two words": a', "two words: a\n"),
        ("title: ~", "title: null\n"),
        ("title: true", "title: true\n"),
        # Texts that do not fit are folded, and those with lines of their own keep them.
        (f"title: {LONG} {OTHER}", f"title: >-\n  {LONG}\n  {OTHER}\n"),
        ('title: "a\\nb"', "title: |\n  a\n  b\n"),
        ("title: |-\n  a\n  b", "title: |\n  a\n  b\n"),
        ('title: "a\\n\\nb\\n"', "title: |\n  a\n\n  b\n"),
        ("summary: Kort.", "summary: >-\n  Kort.\n"),
        ('summary: "Kort.\\n"', "summary: >-\n  Kort.\n"),
        ('summary: " a\\n b"', 'summary: " a\\n b"\n'),
        ("summary: |2\n   a\n   b", 'summary: " a\\n b"\n'),
        (
            f"summary: '{LONG} {OTHER}\n\n\n  {OTHER} {LONG}'",
            f"summary: >-\n  {LONG}\n  {OTHER}\n\n\n  {OTHER}\n  {LONG}\n",
        ),
        # What takes room has air around it.
        (
            "title: A\nsummary: B\n\n\ntopics: [C]",
            "title: A\n\nsummary: >-\n  B\n\ntopics:\n  - C\n",
        ),
        ("title: A\nrelated: [b]", "title: A\n\nrelated:\n  - b\n"),
    ],
)
def test_a_record_is_laid_out_in_one_way(before: str, after: str) -> None:
    assert laid_out(before) == after


@pytest.mark.parametrize(
    "text",
    [
        # Where an author breaks a line that fits, it stays broken.
        """
        summary: >-
          En mening.
          En annan mening.
        """,
        """
        # About the record.

        # About the id.
        id: a  # beside the id
        # Above the title.
        title: A

        summary: >-  # beside a text
          B

        topics:  # beside a list
          # Above the first.
          - C  # beside an item
          # Below the last.

        sources:
          # Above an item.
          - document: D  # beside a field
            # Above a field.
            place: P
            # Below the fields.
          # Below the list.

        # Below

        # everything.
        """,
        """
        milestones:
          - text: A
            source:
              document: D

          # About B.
          - text: B
            source:
              document: D
        """,
    ],
)
def test_what_is_in_layout_stays_as_it_is(text: str) -> None:
    assert unchanged(text)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: A\n# C\nid: a", "# C\nid: a\ntitle: A\n"),
        ("title: A # C\nid: a", "id: a\ntitle: A  # C\n"),
        ("topics: [A, # C\n  B] # D", "topics:\n  - A  # C\n  - B  # D\n"),
        ("topics: [A, B] # C", "topics:  # C\n  - A\n  - B\n"),
        ("topics: [ # C\n  ]", "topics: []  # C\n"),
        ("sources:\n- # C\n  document: D", "sources:\n  # C\n  - document: D\n"),
        (
            "sources: [{document: D}, # C\n  {document: E}]",
            "sources:\n  # C\n  - document: D\n  - document: E\n",
        ),
        (
            "sources:\n- {place: P, document: D} # C",
            "sources:\n  # C\n  - document: D\n    place: P\n",
        ),
        (
            "sources:\n- place: P\n  # C\n  document: D",
            "sources:\n  # C\n  - document: D\n    place: P\n",
        ),
        ('title: # C\n  "A" # D', "# D\ntitle: A  # C\n"),
        ("title: A\n  B # C", "title: A B  # C\n"),
        ("topics:\n- # C\n  A # D", "topics:\n  # C\n  - A  # D\n"),
        ("title: 'A # B'", "title: 'A # B'\n"),
        ("title: 'A\n  # B'", "title: 'A # B'\n"),
        ("summary: |-\n  # A\n  B", "summary: |\n  # A\n  B\n"),
        ("{} # C", "{}\n\n# C\n"),
    ],
)
def test_a_comment_goes_with_what_it_is_about(before: str, after: str) -> None:
    assert laid_out(before) == after


def test_a_protocol_begins_with_the_numbers_of_its_sections() -> None:
    assert unchanged(
        """
        id: namnd-2024-05-13
        date: 2024-05-13

        agenda_items:
          - number: 1
            name: A
            decision:
              title: B
              resolution:
                - C
            parts:
              - name: D

          - number: 2
            name: E

        sources:
          - document: F
        """,
        Meeting,
    )


def test_a_decision_begins_with_where_and_when_it_was_taken() -> None:
    assert unchanged(
        """
        id: a
        organization: namnd
        date: 2024
        title: B
        decision_type: förslag
        proposed_to: fullmaktige

        resolution:
          - C
        """,
        DecisionRecord,
    )


def test_a_link_is_not_broken_over_two_lines() -> None:
    text = f"{'ord ' * 22}[länkens text är två](record:b) slut"

    assert laid_out(f"summary: {text}").splitlines()[2] == "  [länkens text är två](record:b) slut"


def test_the_line_of_the_schema_is_replaced_and_never_doubled() -> None:
    raw = f"{MODELINE}gone.json\n\n# C\nid: a\n".encode()

    assert lay_out(raw, Matter, "new.json").decode() == f"{MODELINE}new.json\n# C\nid: a\n"


def test_what_is_not_yaml_is_refused() -> None:
    with pytest.raises(ValueError, match="not a record"):
        lay_out(b"title: [", Matter, "x.json")


@pytest.mark.parametrize(
    ("name", "expected"), [("_other", "change a value"), ("comments", "lose a comment")]
)
def test_a_layout_that_would_change_a_record_is_never_given(
    name: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = iter((comments("# C\ntitle: 12"), comments("title: 12")))
    broken = {"_other": lambda _: "13", "comments": lambda _: next(found)}
    monkeypatch.setattr(samrum.layout, name, broken[name])

    with pytest.raises(LayoutError, match=expected):
        lay_out(b"# C\ntitle: 12", Matter, "x.json")


@pytest.mark.parametrize("path", sorted(RECORDS.glob("*/**/*.yml")), ids=lambda path: path.stem)
def test_the_records_of_the_archive_keep_what_they_say(path: Path) -> None:
    kinds = {kind.folder: kind for kind in Kind}
    model = MODELS[kinds[path.relative_to(RECORDS).parts[0]]]
    raw = path.read_bytes()

    once = lay_out(raw, model, "x.json")

    before, after = read(raw), read(once)
    assert isinstance(before, Source)
    assert isinstance(after, Source)
    assert after.data == before.data
    assert lay_out(once, model, "x.json") == once


# Words that mean something to YAML or Markdown, in every order.
SIGNS = r"""a B - ? : # x: x #y ' " [ ] { } , & * ! | > % @ ` \ 12 true ~ << no = --- ..."""
WORDS = st.sampled_from(
    [*SIGNS.split(), "\n", "\n\n", "  ", "\t", "[en länk](record:x)", "lång" * 30]
)
TEXTS = st.lists(WORDS, max_size=40).map(" ".join) | st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=20
)
KEYS = st.sampled_from([*Meeting.__struct_fields__, "number", "name", "okänd nyckel", "12", "a: b"])
VALUES = st.recursive(
    TEXTS | st.integers(-99, 10**9) | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


@st.composite
def records(draw: st.DrawFn) -> bytes:
    """A record as anybody may write it, with comments where no text is."""
    data = draw(st.dictionaries(KEYS, VALUES, min_size=1, max_size=6))
    flow = draw(st.sampled_from([None, True, False]))
    width = draw(st.sampled_from([20, 80, 1000]))
    written = yaml.safe_dump(
        data, default_flow_style=flow, width=width, allow_unicode=True, sort_keys=False
    )
    lines = written.split("\n")
    for place in sorted(draw(st.sets(st.integers(0, len(lines) - 1), max_size=5)), reverse=True):
        pad = " " * draw(st.integers(0, 8))
        lines.insert(place, draw(st.sampled_from([f"{pad}# C{place}", ""])))
    return "\n".join(lines).encode()


@given(records())
def test_no_value_and_no_comment_is_ever_lost_and_twice_is_as_good_as_once(raw: bytes) -> None:
    before = read(raw)
    if not isinstance(before, Source):
        return

    once = lay_out(raw, Meeting, "x.json")

    after = read(once)
    assert isinstance(after, Source)
    assert repr(sorted(after.data)) == repr(sorted(before.data))
    assert after.data == before.data
    kept = comments(text_of(once)).all()
    assert [line for line in kept if not line.startswith(MODELINE)] == comments(text_of(raw)).all()
    assert lay_out(once, Meeting, "x.json") == once


def test_lines_of_prose_fit_the_width() -> None:
    text = f"milestones: [{{text: {LONG} {OTHER}, source: {{document: {OTHER} {LONG}}}}}]"

    assert max(map(len, laid_out(text).splitlines())) <= WIDTH
