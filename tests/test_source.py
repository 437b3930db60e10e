from __future__ import annotations

import json
import subprocess
import sys
import unicodedata
from textwrap import dedent

import pytest
import yaml

from samrum import source
from samrum.problems import Keys
from samrum.source import MAX_BYTES, MAX_DEPTH, MAX_FAULTS, Fault, Source, Value, read, text_of


def said(text: str) -> dict[str, Value]:
    result = read(text.encode())
    assert isinstance(result, Source), result
    return result.data


def faults(text: str | bytes) -> tuple[Fault, ...]:
    result = read(text if isinstance(text, bytes) else text.encode())
    assert isinstance(result, tuple), result
    return result


def codes(text: str | bytes) -> list[tuple[int, str]]:
    return [(fault.line, fault.code) for fault in faults(text)]


@pytest.fixture(params=["CSafeLoader", "SafeLoader"])
def either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "plain_data", lambda text: None)
    monkeypatch.setattr(source, "_LOADER", getattr(yaml, request.param))


# What values are


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("0", 0),
        ("12", 12),
        ("-3", -3),
        ("999999999999999999", 999_999_999_999_999_999),
    ],
)
@pytest.mark.usefixtures("either_parser")
def test_a_plain_truth_value_null_or_integer_is_what_it_looks_like(
    typed: str, value: Value
) -> None:
    read_value = said(f"a: {typed}")["a"]
    assert (read_value, type(read_value)) == (value, type(value))


# Each of these is something else than text to some YAML reader.
DISPUTED = """
    no yes on off y True FALSE Null 08:30 1:30:00 2021-10-15 2021-10-15T08:30:00Z
    0123 0o17 0x1F 00 -0 +1 1_000 1.5 1e3 .inf .nan 1000000000000000000 ٣ =
"""


@pytest.mark.parametrize("typed", DISPUTED.split())
@pytest.mark.usefixtures("either_parser")
def test_everything_else_is_the_text_that_was_typed(typed: str) -> None:
    assert said(f"a: {typed}") == {"a": typed}


@pytest.mark.parametrize("quoted", ["'12'", '"12"', "|-\n  12", ">-\n  12"])
def test_quoted_and_block_text_is_text_whatever_it_says(quoted: str) -> None:
    assert said(f"a: {quoted}") == {"a": "12"}


def test_a_key_is_always_text() -> None:
    text = "34: a\ntrue: b\n~: c\n1.5: d\n'<<': e\n"
    assert list(said(text)) == ["34", "true", "~", "1.5", "<<"]


def test_lists_and_mappings_nest_in_block_and_in_flow_form() -> None:
    text = """
        name: Påhittade nämnden
        items:
          - number: 1
            tags: [a, {b: c}]
          - - x
            -
        empty: {list: [], mapping: {}}
    """
    assert said(dedent(text)) == {
        "name": "Påhittade nämnden",
        "items": [{"number": 1, "tags": ["a", {"b": "c"}]}, ["x", None]],
        "empty": {"list": [], "mapping": {}},
    }


@pytest.mark.parametrize("typed", ["Umea\u030a", '"Umea\\u030a"', "'Umea\u030a'"])
def test_letters_that_a_mac_stores_in_two_parts_are_put_together(typed: str) -> None:
    assert said(f"a: {typed}") == {"a": unicodedata.normalize("NFC", "Umeå")}


def test_a_byte_order_mark_and_windows_line_ends_are_ignored() -> None:
    result = read(b"\xef\xbb\xbfa: |\r\n  x\r\n  y\r\nb: 1\r\n")
    assert isinstance(result, Source)
    assert (result.data, result.line(("b",))) == ({"a": "x\ny", "b": 1}, 4)


@pytest.mark.parametrize("yaml", ["a: |\n  x\n\n", "a: |+\n  x\n\n", 'a: "x\\n"', "a: 'x\n\n  '"])
def test_a_break_at_the_end_of_a_text_says_nothing(yaml: str) -> None:
    assert said(yaml) == {"a": "x"}


def test_one_document_may_be_marked_as_such() -> None:
    assert said("# protokoll\n---\na: 1\n...\n") == {"a": 1}


@pytest.mark.parametrize("char", ["\u00a0", "\u2009", "—", "🎉", "𐐀", "\ufffd"])
def test_unusual_but_visible_characters_and_spaces_are_kept(char: str) -> None:
    assert said(f"a: x{char}y") == {"a": f"x{char}y"}


# Where values stand


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ((), 2),
        (("id",), 2),
        (("items",), 3),
        (("items", 0), 5),
        (("items", 0, "name"), 5),
        (("items", 0, "body"), 6),
        (("items", 1), 9),
        (("items", 1, "tags", 1), 9),
        (("items", 2), 10),
        (("last",), 11),
    ],
)
def test_the_line_of_a_value_is_that_of_its_key_or_of_the_start_of_an_item(
    keys: Keys, line: int
) -> None:
    result = read(
        b"# made up\n"
        b"id: x\n"
        b"items:\n"
        b"  -\n"
        b"    name: a\n"
        b"    body: |\n"
        b"      long\n"
        b"      text\n"
        b"  - tags: [a, b]\n"
        b"  -\n"
        b"last: {}\n"
    )
    assert isinstance(result, Source)
    assert result.line(keys) == line


@pytest.mark.parametrize(
    ("missing", "line"),
    [
        (("nowhere",), 1),
        (("items", 7), 2),
        (("items", -1), 2),
        (("items", 0, "name"), 3),
        (("items", 0, "cost", "amount"), 4),
        (("items", 0, "cost", 0, "amount"), 4),
    ],
)
def test_what_is_missing_stands_where_the_nearest_thing_around_it_stands(
    missing: Keys, line: int
) -> None:
    result = read(b"id: x\nitems:\n  - number: 1\n    cost: 5\n")
    assert isinstance(result, Source)
    assert result.line(missing) == line


# What is refused


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x 1\n", [(1, "yaml-anchor")]),
        ("a: &x {b: 1}\n", [(1, "yaml-anchor")]),
        ("&x a: 1\n", [(1, "yaml-anchor")]),
        ("a: 1\n!x b: 2\n", [(2, "yaml-tag")]),
        ("a: 1\nb: *a\n", [(2, "yaml-alias")]),
        ("a: 1\n*b : 2\n", [(2, "yaml-alias")]),
        ("a: !!str 1\n", [(1, "yaml-tag")]),
        ("a: !!python/object/apply:os.system [x]\n", [(1, "yaml-tag")]),
        ("a: ! 1\n", [(1, "yaml-tag")]),
        ("<<: {a: 1}\n", [(1, "merge-key")]),
        ("a: 1\nb: 2\na: 3\n", [(3, "duplicate-key")]),
        ("'1': a\n1: b\n", [(2, "duplicate-key")]),
        ("å: 1\na\u030a: 2\n", [(2, "duplicate-key")]),
        ("a: {b: {}}\nc: 1\na: 2\n", [(3, "duplicate-key")]),
        ("'': 1\n", [(1, "empty-key")]),
        ("a: 1\n? \n: 2\n", [(2, "empty-key")]),
        ("a: 1\n[b]: 2\nc: 3\n", [(2, "complex-key")]),
        ("a: {{ b }}\n", [(1, "complex-key")]),
        ("a: 1\n---\nb: 2\n", [(2, "several-documents")]),
        ("%YAML 1.2\n---\na: 1\n", [(1, "yaml-directive")]),
        ("# made up\n\n%TAG ! x\n---\na: 1\n", [(3, "yaml-directive")]),
        ("", [(1, "not-a-mapping")]),
        ("# only a comment\n", [(1, "not-a-mapping")]),
        ("\n---\n", [(1, "not-a-mapping")]),
        ("\n- a\n", [(2, "not-a-mapping")]),
        ("a:1\n", [(1, "not-a-mapping")]),
    ],
)
@pytest.mark.usefixtures("either_parser")
def test_yaml_that_can_be_misread_is_refused_with_its_line(
    text: str, expected: list[tuple[int, str]]
) -> None:
    assert codes(text) == expected


def test_a_duplicate_tells_where_the_other_one_is() -> None:
    (fault,) = faults("agenda: 1\nitems:\n  - a: {b: 1}\n    c: 2\n    a: 3\n")
    assert fault.message == '"a" is already on line 3 (column 5); keep one of them'


def test_the_same_key_in_different_mappings_is_no_duplicate() -> None:
    assert said("a: {a: 1}\nb: [{a: 1}, {a: 2}]\n")


def test_a_record_may_be_as_deep_as_the_limit_and_no_deeper() -> None:
    deep = "a: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1)
    assert said(deep)
    assert codes(f"b: 1\n{deep.replace('[', '[[', 1)}") == [(2, "too-deep")]


def test_a_file_may_be_as_large_as_the_limit_and_no_larger() -> None:
    full = b"a: " + b"x" * (MAX_BYTES - 3)
    assert isinstance(read(full), Source)
    assert codes(full + b"x") == [(1, "too-large")]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("a: å".encode("utf-16"), (1, "not-utf8")),
        ("a: å".encode("utf-16-be"), (1, "not-utf8")),
        ("a: å".encode("utf-16-le"), (1, "not-utf8")),
        ("a: å".encode("utf-32"), (1, "not-utf8")),
        ("a: 1\nnämnd: å".encode("latin-1"), (2, "not-utf8")),
        (b"\xef\xbb\xbfa: 1\n\xff", (2, "not-utf8")),
        (b"a: \xed\xa0\x80", (1, "not-utf8")),
    ],
)
def test_a_file_in_another_encoding_is_refused(raw: bytes, expected: tuple[int, str]) -> None:
    assert codes(raw) == [expected]


def test_a_byte_that_is_not_utf8_is_named_with_its_column() -> None:
    (fault,) = faults("å: 1\nort: Umeå".encode() + "ö".encode("latin-1"))
    assert fault.message.startswith("the byte 0xF6 (column 10) is not UTF-8; save the file as")


CONTROLS = [*range(0x00, 0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0)]
INVISIBLE = [0xAD, 0x200B, 0x200C, 0x200D, 0x2028, 0x2029, 0x2060, 0x2064, 0xFEFF]
NO_CHARACTERS = [0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF, 0xE0041]
BIDI = [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]


@pytest.mark.parametrize(
    ("code_point", "code"),
    [(point, "control-character") for point in CONTROLS + INVISIBLE + NO_CHARACTERS]
    + [(point, "bidi-character") for point in BIDI],
)
def test_what_nobody_can_see_is_refused_raw_and_as_an_escape(code_point: int, code: str) -> None:
    assert codes(f"text: 1\nb: x{chr(code_point)}y") == [(2, code)]
    assert codes(f'text: 1\nb: "x\\U{code_point:08X}y"') == [(2, code)]


@pytest.mark.parametrize("escape", ["\\0", "\\a", "\\b", "\\e", "\\f", "\\v", "\\N", "\\L", "\\P"])
def test_short_escapes_for_invisible_characters_are_refused_too(escape: str) -> None:
    assert codes(f'a: "x{escape}y"') == [(1, "control-character")]


def test_harmless_escapes_are_read() -> None:
    assert said(r'a: "\t\n\r\"\\\/\_\xe5\u00e4\U0001F389"') == {"a": '\t\n\r"\\/\u00a0åä🎉'}


def test_a_windows_path_in_double_quotes_is_explained() -> None:
    (fault,) = faults(r'a: "C:\files"')
    assert fault.message.endswith("use single quotes, or write \\\\ for \\")


@pytest.mark.parametrize("escape", ["\\uD800", "\\uDFFF", "\\U00110000", "\\UFFFFFFFF"])
@pytest.mark.usefixtures("either_parser")
def test_an_escape_that_makes_no_character_is_refused(escape: str) -> None:
    (fault,) = faults(f'a: "{escape}"')
    assert fault.line == 1


@pytest.mark.parametrize("sign", ["\u0301", "—", "\U0001f389"])
def test_a_heap_of_accents_or_signs_is_refused_raw_and_as_escapes(sign: str) -> None:
    escape = f"\\U{ord(sign):08X}"
    assert said(f"a: x{sign * 99}y{sign * 99}")
    assert said(f'a: "x{escape * 99}"')
    assert codes(f"b: 1\na: x{sign * 100}") == [(2, "sign-heap")]
    assert codes(f'b: 1\na: "x{escape * 100}"') == [(2, "sign-heap")]


@pytest.mark.parametrize("value", ["{}", "'{}'", '"{}"', "|\n  {}"])
def test_accents_that_are_two_when_composed_are_counted_as_two(value: str) -> None:
    assert codes(f"a: {value.format(chr(0x0344) * 50)}\n") == [(value.count("\n") + 1, "sign-heap")]
    assert said(f"a: {value.format(chr(0x0344) * 49)}\n")


def test_an_invisible_character_is_named_with_its_column() -> None:
    (fault,) = faults("å: x\u202ey")
    assert fault.message == (
        "U+202E right-to-left override (column 5) can make text look other than it is; delete it"
    )


@pytest.mark.usefixtures("either_parser")
def test_every_mistake_comes_out_in_one_run_sorted_by_line() -> None:
    text = "a: x\x07\nb: &b 1\nc: *b\na: 2\n<<: *b\nd: !x 3\ne: \u200bz\n? [f]\n: 4\ng: [\n"
    assert codes(text) == [
        (1, "control-character"),
        (2, "yaml-anchor"),
        (3, "yaml-alias"),
        (4, "duplicate-key"),
        (5, "merge-key"),
        (5, "yaml-alias"),
        (6, "yaml-tag"),
        (7, "control-character"),
        (8, "complex-key"),
        (10, "yaml-syntax"),
    ]


@pytest.mark.parametrize("line", ["- &a 1\n", "- \x01\n", '- "\\x01"\n', "- *a\n"])
def test_a_file_of_noise_gives_no_more_faults_than_anyone_reads(line: str) -> None:
    assert len(faults(line * (MAX_FAULTS + 50))) == MAX_FAULTS


# Syntax in an editor's words


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("a:\n\tb: 1\n", 2, "a tab stands where YAML counts spaces (column 1); use spaces"),
        ("a:\n  b: 1\n\tc: 2\n", 3, "a tab stands where YAML counts spaces"),
        ("a:\n-\tb: 1\n", 2, "a tab stands where YAML counts spaces (column 2)"),
        ("a: |\n  x\n\ty\n", 3, "a tab stands where YAML counts spaces"),
        ("a: x\n\ty\n", 2, "a tab stands where YAML counts spaces"),
        ("a: 1\nb:2\nc: 3\n", 2, "the line has no colon with a space after it (column 1)"),
        ("a: 1\nb:2", 2, "the line has no colon with a space after it"),
        ("b:2\na: 1\n", 2, "the line is read as more of the text above it"),
        ("a: 1\n  b: 2\n", 2, "the line is read as more of the text above it"),
        ("å: 🎉: c\n", 1, "the text holds one more colon with a space after it (column 5)"),
        ("x:\n  - a: b: c\n", 2, "the text holds one more colon with a space after it"),
        ('a: "x\nb: 1\n', 1, "the quote that opens here is never closed (column 4); close it"),
        ("a: 'x\nb: 1\n", 1, "the quote that opens here is never closed"),
        ('a: "x\n---\n"', 1, "the quote that opens here is never closed"),
        ("a: 'it's'\nb: 1\n", 1, "text goes on after a closing quote or bracket (column 8)"),
        ("x:\n  - [a] b\n", 2, "text goes on after a closing quote or bracket"),
        ("a:\n  b: 1\n c: 2\n", 3, "the line fits neither the list nor the fields around it"),
        ("a:\n  - b\n  c: 1\n", 3, "the line fits neither the list nor the fields around it"),
        ("  a: 1\nb: 2\n", 2, "the line fits neither the list nor the fields around it"),
        ("a: 1\n- b\n", 2, "the line fits neither the list nor the fields around it"),
        ("a: [x, y\nb: 1\n", 1, "a list in [ ] or { } is not closed or lacks a comma (column 4)"),
        ("a: {x: y\nb: 1\n", 1, "a list in [ ] or { } is not closed or lacks a comma"),
        ("b: [a,\n\n", 1, "a list in [ ] or { } is not closed or lacks a comma"),
        ("a: **b** c\n", 1, "text cannot begin with * (column 4); put the text in quotes"),
        ("a: & b\n", 1, "text cannot begin with &"),
        ("a: !{b\n", 1, "text cannot begin with !"),
        ("a: !b!c d\n", 1, "text cannot begin with !"),
        ("a: @b\n", 1, "text cannot begin with @"),
        ("a: `b`\n", 1, "text cannot begin with `"),
        ("a: %b\n", 1, "text cannot begin with %"),
        ("a: 1\n%b: 2\n", 2, "text cannot begin with %"),
        ("a: ]\n", 1, "text cannot begin with ]"),
        ("a: , b\n", 1, "text cannot begin with ,"),
        ("a: ? b\n", 1, "text cannot begin with ?"),
        ("a: | b\n", 1, "after | the text begins on the next line (column 4)"),
        ("a: >5 %\n", 1, "after > the text begins on the next line"),
        ("a: - b\n", 1, "a list cannot begin on the line of its name"),
        ('a: "C:\\q"\n', 1, "the escape is none of YAML's"),
        ('a: "\\xq"\n', 1, "the escape is none of YAML's"),
    ],
)
@pytest.mark.usefixtures("either_parser")
def test_a_syntax_error_says_in_plain_words_what_is_wrong_and_what_to_do(
    text: str, line: int, what: str
) -> None:
    (fault,) = faults(text)
    assert (fault.line, fault.code) == (line, "yaml-syntax")
    assert fault.message.startswith(what)
    assert "; " in fault.message


def test_whatever_is_forbidden_is_not_printable() -> None:
    signs = map(chr, range(sys.maxunicode + 1))
    printable = "".join(sign for sign in signs if sign.isprintable())

    assert source._FORBIDDEN.search(printable) is None  # or the search for it could be left out


# Hostile files: a reader that builds as it parses crashes or hangs on these, hence the child.

HOSTILE = {
    "a: " + "[" * 100_000: "too-deep",
    "{" * (MAX_BYTES - 1): "too-deep",
    "a: " + '{"a":' * 150_000: "too-deep",
    "- " * 400_000: "too-deep",
    "a:\n" + "".join(" " * n + "a:\n" for n in range(1, 1300)): "too-deep",
    "? " * 400_000: "too-deep",
    "k" * 10_000 + ": 1": "yaml-syntax",
    "a: " + ": " * 400_000: "yaml-syntax",
    "a: " + "'" * 99_999: "yaml-syntax",
    "[" * 999_000 + "]" * 1_000: "too-deep",
    "a: &a [x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]\n": "yaml-alias",
    "a: 1\n" * 190_000: "duplicate-key",
    "".join(f"{n}: 1\n" for n in range(50_000)) * 2: "duplicate-key",
    "\n" * 900_000 + "%": "yaml-directive",
    "# \t" * 300_000 + "\n" + " \t" * 40_000: "yaml-syntax",
    "\x01\n" * 400_000: "control-character",
    'a: "' + "\\0" * 400_000 + '"': "control-character",
    "a: a" + "\u0301\u0316" * 240_000: "sign-heap",
    "a: a" + "\u0f73" * 300_000: "sign-heap",
    'a: "' + "\\u0301\\u0316" * 80_000 + '"': "sign-heap",
}


def test_the_text_of_a_file_is_that_which_is_read() -> None:
    assert text_of("\ufefftitle: a\u030a\r\n".encode()) == "title: å\n"


def test_a_file_that_is_no_text_has_none() -> None:
    with pytest.raises(ValueError, match="not UTF-8"):
        text_of(b"title: \xe5")


CHILD = """
import json, sys
from samrum.source import read, text_of
texts = json.load(sys.stdin)
print(json.dumps([sorted({fault.code for fault in read(text.encode())}) for text in texts]))
"""


def test_hostile_files_are_refused_and_survived() -> None:
    child = subprocess.run(
        [sys.executable, "-c", CHILD],
        input=json.dumps(list(HOSTILE)),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert child.returncode == 0, child.stderr
    for found, code in zip(json.loads(child.stdout), HOSTILE.values(), strict=True):
        assert code in found
