"""What the code knows -> the parts of the editors' handbook that nobody has to write by hand."""

from __future__ import annotations

from samrum.handbook.page import HandbookError, filled

__all__ = ["HandbookError", "filled"]
