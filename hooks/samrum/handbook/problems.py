"""The code of a problem -> its examples as Markdown: how it goes wrong, and how it is right."""

from __future__ import annotations


def examples_of(code: str) -> str | None:
    """The examples, or nothing for what only a whole site can show; None for an unknown code."""
    # Here, for an archive without a handbook does without a tenth of what there is to import.
    from samrum.explanations import EXPLANATIONS

    explanation = EXPLANATIONS.get(code)
    if explanation is None:
        return None
    if explanation.example is None:
        return ""
    wrong, right = explanation.example.wrong.shown, explanation.example.right.shown
    return f"Fel:\n\n```text\n{wrong}\n```\n\nRätt:\n\n```text\n{right}\n```"
