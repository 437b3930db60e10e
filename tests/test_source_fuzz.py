from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import count

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from samrum import source
from samrum.problems import Keys
from samrum.source import MAX_FAULTS, Source, Value, read

# The characters that mean something to YAML, a few that mean nothing, a few that are refused.
YAMLISH = st.text("ab1:-?[]{},#&*!|>'\"%@`\\<~0xuU. \n\n\n\t\r\x00\u202e\u0085\ufeffå\u030a🎉")
ANY_FILE = st.one_of(
    st.binary(),
    st.text().map(str.encode),
    YAMLISH.map(str.encode),
    st.lists(YAMLISH.map(lambda text: f"a: {text}\n")).map(lambda lines: "".join(lines).encode()),
)


def paths(value: Value, keys: Keys = ()) -> Iterator[Keys]:
    yield keys
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from paths(inner, (*keys, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from paths(inner, (*keys, number))


def last_line(raw: bytes) -> int:
    ends = raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return max(1, ends.count(b"\n") + (not ends.endswith(b"\n")))


@pytest.mark.parametrize("parser", [None, "CSafeLoader", "SafeLoader"])
@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(raw=ANY_FILE)
@example(raw=b"a: [")
@example(raw=b"a:\n-")
@example(raw=b"\n\n---\n")
@example(raw=b'"\\UFFFFFFFF"')
@example(raw=b'? "\\ud800": *a')
def test_any_bytes_give_a_source_or_faults_that_stand_in_the_file(
    monkeypatch: pytest.MonkeyPatch, parser: str | None, raw: bytes
) -> None:
    if parser:
        monkeypatch.setattr(source, "plain_data", lambda text: None)
        monkeypatch.setattr(source, "_LOADER", getattr(yaml, parser))
    result = read(raw)
    if isinstance(result, Source):
        for keys in paths(result.data):
            assert 1 <= result.line(keys) <= last_line(raw)
            assert 1 <= result.line((*keys, "nowhere", 7)) <= last_line(raw)
    else:
        assert 1 <= len(result) <= MAX_FAULTS
        assert list(result) == sorted(result)
        assert all(1 <= fault.line <= last_line(raw) for fault in result)
        assert all(fault.message.isprintable() for fault in result)


visible = st.characters(
    exclude_categories=["Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"], include_characters="\n\r\t"
)
texts = st.text(visible).map(lambda text: unicodedata.normalize("NFC", text))
names = texts.filter(bool)
telling = st.sampled_from(["no", "08:30", "0123", "1.5", "-0", "12", "~", "null", "true", "<<", ""])
leaves = st.one_of(texts, telling, st.integers(-(10**17), 10**17), st.booleans(), st.none())
trees: st.SearchStrategy[Value] = st.recursive(
    leaves,
    lambda inner: st.one_of(st.lists(inner), st.dictionaries(names, inner)),
    max_leaves=15,
)


class PlainDumper(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:
        return True


def dumped(data: Value, flow: bool | None = False) -> str:
    text = yaml.dump(
        data, Dumper=PlainDumper, allow_unicode=True, sort_keys=False, default_flow_style=flow
    )
    assert isinstance(text, str)
    return text


@given(data=st.dictionaries(names, trees, min_size=1), flow=st.sampled_from([True, False, None]))
def test_a_plain_tree_that_is_written_as_yaml_is_read_back(
    data: dict[str, Value], flow: bool | None
) -> None:
    result = read(dumped(data, flow).encode())
    assert isinstance(result, Source), result
    assert result.data == without_last_breaks(data)


def without_last_breaks(value: Value) -> Value:
    """The same tree, its texts without the breaks at their ends, which say nothing."""
    if isinstance(value, dict):
        return {key: without_last_breaks(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [without_last_breaks(inner) for inner in value]
    return value.rstrip("\n") if isinstance(value, str) else value


def numbered(value: Value, numbers: Iterator[int]) -> Value:
    """The same tree, where no two entries have the same name."""
    if isinstance(value, dict):
        return {f"k{next(numbers)}": numbered(inner, numbers) for inner in value.values()}
    if isinstance(value, list):
        return [numbered(inner, numbers) for inner in value]
    return value


@given(tree=st.dictionaries(names, trees, min_size=1))
def test_every_entry_is_found_on_the_line_that_holds_its_name(tree: dict[str, Value]) -> None:
    text = dumped(numbered(tree, count()))
    result = read(text.encode())
    assert isinstance(result, Source), result
    lines = text.replace("\r", "\n").split("\n")
    for keys in paths(result.data):
        if keys and isinstance(keys[-1], str):
            assert re.match(rf"[- ]*{keys[-1]}:", lines[result.line(keys) - 1])


words = st.from_regex(r"[a-zåäö]{3,8}( [a-zåäö]{2,8}){0,3}", fullmatch=True).filter(
    lambda text: text not in {"yes", "off"}
)
plain = words | st.integers(-(10**17), 10**17).map(str)


@given(value=plain, items=st.lists(plain))
def test_on_text_and_integers_that_nobody_disputes_every_reader_agrees(
    value: str, items: list[str]
) -> None:
    text = f"a: {value}\nitems:\n" + "".join(f"  - {item}\n" for item in items)
    result = read(text.encode())
    assert isinstance(result, Source), result
    assert result.data == yaml.safe_load(text)
