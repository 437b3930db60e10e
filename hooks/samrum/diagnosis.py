"""The model's errors -> findings in an editor's words, with stable codes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from samrum.model.fields import plan, shape_at
from samrum.model.record import Shape
from samrum.privacy import masked
from samrum.problems import Finding, Keys, suggestion

_SIMPLE = {
    "missing": ("missing-field", "the field is required; add it"),
    "too_short": ("missing-field", "at least one entry is required; add it"),
    "tuple_type": ("wrong-type", "a list is needed; begin each entry with a dash"),
    "model_type": ("wrong-type", "fields are needed; write `name: value` lines below the key"),
    "string_type": ("wrong-type", "a text is needed; put it in quotes"),
    "bool_parsing": ("wrong-type", "write true or false"),
    "int_parsing": ("wrong-type", "a whole number is needed; write it in digits"),
    "string_too_short": ("empty-field", "the field is empty; fill it in or take it away"),
}
_EMPTY = _SIMPLE["string_too_short"]
_NOT_ONE = ("wrong-type", "one value is needed, not several; write it after the colon")
_ABOUT_STRUCTURE = {"missing", "too_short", "tuple_type", "model_type"}


def findings_of(error: ValidationError, model: type[Shape], path: str) -> Iterator[Finding]:
    """A finding for everything that the model refused in a record, in the order of its fields."""
    for detail in error.errors(include_url=False):
        if detail["type"] == "too_short" and detail["input"]:
            continue  # entries are there, and what is wrong with them is told already
        keys: Keys = detail["loc"]
        code, message = _diagnosis(detail, keys, model)
        yield Finding(path, keys, code, message)


def _diagnosis(detail: Any, keys: Keys, model: type[Shape]) -> tuple[str, str]:
    kind, value = detail["type"], detail["input"]
    name = _name(keys)
    if kind == "extra_forbidden":
        known = [field.name for field in plan(shape_at(model, keys[:-1]))]
        advice = suggestion(str(keys[-1]), known) or f"; known here: {', '.join(known)}"
        return "unknown-field", f'no field "{_told(keys[-1])}"{advice}'
    if value is None:
        code, message = _EMPTY
    elif isinstance(value, dict | list) and kind not in _ABOUT_STRUCTURE:
        code, message = _NOT_ONE
    elif kind in _SIMPLE:
        code, message = _SIMPLE[kind]
    else:
        code, message = _refusal(kind, _told(value), detail)
    return code, f"{name}: {message}"


def _refusal(kind: str, value: str, detail: Any) -> tuple[str, str]:
    """What is wrong with one value of the right type."""
    context = detail.get("ctx", {})
    match kind:
        case "enum":
            words = [
                word.strip("'") for word in context["expected"].replace(" or ", ", ").split(", ")
            ]
            advice = suggestion(value, words) or f"; write one of {', '.join(words)}"
            return "unknown-value", f'"{value}" is not one of the words for it{advice}'
        case "string_pattern_mismatch" if r"\." in context["pattern"]:
            advice = "use a-z, 0-9 and single hyphens, and an ending: fardplan.pdf"
            return "bad-file-name", f'"{value}" is not the name of a file here; {advice}'
        case "string_pattern_mismatch" if "a-z0-9" in context["pattern"]:
            return "bad-id", f'"{value}" is not an id; use a-z, 0-9 and single hyphens'
        case "string_pattern_mismatch" if "https" in context["pattern"]:
            return "bad-url", f'"{value}" is not an address; write it whole, with https://'
        case "string_pattern_mismatch":
            return "several-lines", "the text must stand on one line; join its lines"
        case "string_too_long":
            return "too-long", f"longer than {context['max_length']} characters; shorten it"
        case "greater_than_equal":
            return "out-of-range", f"{value} is too small; write at least {context['ge']}"
        case "less_than_equal":
            return "out-of-range", f"{value} is too large; write at most {context['le']}"
        case _:
            # The model's own errors come with their code and quote the value as it is.
            return kind, detail["msg"].replace(f'"{context.get("value")}"', f'"{value}"')


def _name(keys: Keys) -> str:
    """The field in words: "funding.amount", "participants[3].party"; the third entry is [3]."""
    name = ""
    for key in keys:
        name += f"[{key + 1}]" if isinstance(key, int) else f".{key}" if name else key
    return name


def _told(value: object) -> str:
    """What an editor wrote, short and on one line, as a message can quote it."""
    # Before it is cut: half a number is not known for what it is.
    text = masked(" ".join(str(value).split()))
    return text if len(text) <= 60 else f"{text[:59]}…"
