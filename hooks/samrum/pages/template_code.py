"""A record template -> Python: Jinja's compiler, without the steps that no template of ours needs.

An archive of 10,000 pages calls 200,000 macros and writes 1.7 million values. What Jinja does
around each call and each value is for templates that know less of themselves than ours do.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.environment import TemplateModule
from jinja2.runtime import Macro
from markupsafe import Markup, escape

_SIGNS_OF_HTML = re.compile("[&<>'\"]")


def escaped(value: object) -> str:
    """The value as HTML: markup as it is, and all else as text."""
    # Most values are markup that a macro returned a moment ago, or text without any such sign.
    # `escape` would make a new Markup of either.
    if type(value) is Markup:
        return value
    if type(value) is str and not _SIGNS_OF_HTML.search(value):
        return value
    return escape(value)


def direct(macro: Macro) -> Callable[..., str]:
    """The macro as a function, which has nothing to find out when it is given every argument."""
    if macro.caller or macro.catch_kwargs or macro.catch_varargs:
        return macro
    function, count = macro._func, len(macro.arguments)

    def call(*args: object, **kwargs: object) -> str:
        if kwargs or len(args) != count:
            return macro(*args, **kwargs)
        return str.__new__(Markup, function(*args))  # `Markup()` would ask what the text is

    return call


class Imported(dict[str, TemplateModule]):
    """The templates that one imports from, by name, each asked for once and not for every page."""

    def __init__(self, environment: Environment) -> None:
        super().__init__()
        self._environment = environment

    def __missing__(self, name: str) -> TemplateModule:
        module = self[name] = self._environment.get_template(name).module
        return module


class TemplateCode(CodeGenerator):
    """Writes values by `escaped`, whatever the template says of autoescape, and asks directly.

    Jinja calls through the template's context, for functions that ask for it (`pass_context`).
    Templates are given values, macros and `here`; none of these does.
    """

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        """Import what the rest of the code uses."""
        names = (one.__name__ for one in (escaped, direct, Imported))
        self.writeline(f"from {__name__} import {', '.join(names)}")
        self.writeline(f"imported = {Imported.__name__}(environment)")
        super().visit_Template(node, frame)

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """A macro is a function."""
        self.write(f"{direct.__name__}(")
        super().macro_def(macro_ref, frame)
        self.write(")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """`row.link` is an attribute, and never the key of a mapping; AttributeError without it."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """`link(row.link, here)`; a `{% call %}` and a call with stars are left to Jinja."""
        if forward_caller or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        self.write(f"{escaped.__name__}(")

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        if node.with_context:
            super()._import_common(node, frame)
            return
        self.write("imported[")
        self.visit(node.template, frame)
        self.write("]")
