"""A record template -> Python: Jinja's compiler, without the steps that no template of ours needs.

An archive of 10,000 pages calls 340,000 macros and writes 1.7 million values. What Jinja does
around each call and each value is for templates that know less of themselves than ours do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, groupby
from typing import Any, NamedTuple

from jinja2 import Environment, UndefinedError, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup, escape
from markupsafe import _escape_inner as inner  # type: ignore[attr-defined]  # private; see pyproject

html_of: Callable[[str], str] = inner
"""A text as HTML. `escape` asks this, too, and makes a new Markup of what it is told."""

_ARGUMENT = "l_1_"
"""How Jinja begins the names of the arguments of a macro at the top of a template."""


def escaped(value: object) -> str:
    """The value as HTML: markup as it is, and all else as text."""
    if type(value) is Markup:
        return value
    return html_of(value) if type(value) is str else escape(value)


def direct(macro: Any) -> Callable[..., str]:
    """The macro as a function with nothing to find out; its arguments have Jinja's names.

    It returns HTML that is no Markup, so it is only for calls that are written where they stand.
    """
    if not isinstance(macro, Macro) or macro.caller or macro.catch_kwargs or macro.catch_varargs:

        def call(*args: object, **kwargs: object) -> str:
            named = {name.removeprefix(_ARGUMENT): value for name, value in kwargs.items()}
            return escaped(macro(*args, **named))

        return call
    # What a macro is not given, it takes for what its template says, or for undefined.
    macro._func.__defaults__ = (missing,) * len(macro.arguments)
    return macro._func


class Part(NamedTuple):
    """A macro, and the same for calls that are written where they stand."""

    macro: Any
    direct: Callable[..., str]


class Imported(dict[tuple[str, str], Part]):
    """Macros by template and name, each looked for once and not for every page."""

    def __init__(self, environment: Environment) -> None:
        super().__init__()
        self._environment = environment

    def __missing__(self, place: tuple[str, str]) -> Part:
        template, name = place
        module = self._environment.get_template(template).module
        if not hasattr(module, name):
            raise UndefinedError(f"{template} has no macro '{name}'")
        macro = getattr(module, name)
        part = self[place] = Part(macro, direct(macro))
        return part


def _bound_inside(template: nodes.Template) -> Iterator[str]:
    """The names of what is imported or defined only where some condition or loop leads."""
    at_top = {id(node) for node in template.body}  # nodes that say the same are equal
    for group in template.find_all(nodes.FromImport):
        if id(group) not in at_top:
            yield from (one[1] if isinstance(one, tuple) else one for one in group.names)
    for macro in template.find_all(nodes.Macro):
        if id(macro) not in at_top:
            yield macro.name
    for whole in template.find_all(nodes.Import):
        yield whole.target


def _is_in_one_go(node: nodes.Node) -> bool:
    """Whether the text of a node is that of one expression."""
    match node:
        case nodes.Output():
            return True
        case nodes.If():
            branches = (node.body, node.else_, *(one.body for one in node.elif_))
            return all(map(_is_in_one_go, chain.from_iterable(branches)))
        case _:
            return False


def _pieces(node: nodes.Node) -> Sequence[nodes.Node]:
    return node.nodes if isinstance(node, nodes.Output) else (node,)


class TemplateCode(CodeGenerator):
    """Writes values by `escaped`, whatever the template says of autoescape, and asks directly.

    Jinja calls through the template's context, for functions that ask for it (`pass_context`).
    Templates are given values, macros and `here`; none of these does.
    """

    _macros: set[str]
    """The macros that are there whatever the template does, by their names in the code."""
    _assigned: set[str]
    """Every name that may come to mean something else on the way."""
    _is_alone: bool
    """Whether the template is one function: a block of it would not see what is known outside."""
    _written: nodes.Node | None = None
    """The call of a macro that is being written where it stands."""
    _body: Sequence[nodes.Node] | None = None
    """What the macro that is being written consists of."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        """Import what the rest of the code uses."""
        self._macros = set()
        self._assigned = {one.name for one in node.find_all(nodes.Name) if one.ctx == "store"}
        self._assigned.update(_bound_inside(node))
        self._is_alone = not (node.find(nodes.Block) or node.find(nodes.Extends))
        self.writeline(f"from {__name__} import Imported, direct, escaped, html_of")
        self.writeline("imported = Imported(environment)")
        super().visit_Template(node, frame)

    def visit_FromImport(self, node: nodes.FromImport, frame: Frame) -> None:
        """A macro from elsewhere is one lookup."""
        if node.with_context or not frame.rootlevel:
            super().visit_FromImport(node, frame)
            return
        for one in node.names:
            name, alias = one if isinstance(one, tuple) else (one, one)
            ref = frame.symbols.ref(alias)
            self.writeline(f"{ref}, direct_{ref} = imported[", node)
            self.visit(node.template, frame)
            self.write(f", {name!r}]")
            self._know(alias, ref)

    def visit_Macro(self, node: nodes.Macro, frame: Frame) -> None:
        """A macro is a function as well."""
        self._body = node.body
        super().visit_Macro(node, frame)
        if frame.rootlevel:
            ref = frame.symbols.ref(node.name)
            self.writeline(f"direct_{ref} = direct({ref})")
            self._know(node.name, ref)

    def visit_Name(self, node: nodes.Name, frame: Frame) -> None:
        """A known macro need not be asked whether it is there."""
        ref = frame.symbols.ref(node.name)
        if ref in self._macros:
            self.write(ref)
        else:
            super().visit_Name(node, frame)

    def visit_Test(self, node: nodes.Test, frame: Frame) -> None:
        """`is none` is what Python calls so."""
        if node.name != "none":
            super().visit_Test(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(" is None)")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """`row.link` is an attribute, and never the key of a mapping; AttributeError without it."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """`link(row.link, here)`; a `{% call %}` and a call with stars are left to Jinja."""
        if forward_caller or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        prefix = _ARGUMENT if node is self._written else ""
        self.visit(node.node, frame)
        self.write("(")
        for value in node.args:
            self.visit(value, frame)
            self.write(", ")
        for named in node.kwargs:
            self.write(f"{prefix}{named.key}=")
            self.visit(named.value, frame)
            self.write(", ")
        self.write(")")

    def blockvisit(self, nodes: Iterable[nodes.Node], frame: Frame) -> None:
        """Write what comes in one go in one go: texts, values, and conditions around these."""
        if frame.require_output_check:  # then a text is told only if no other template is extended
            super().blockvisit(nodes, frame)
            return
        body = list(nodes)
        for in_one_go, group in groupby(body, _is_in_one_go):
            together = list(group)
            if not in_one_go:
                super().blockvisit(together, frame)
            elif nodes is self._body and len(together) == len(body):
                self._write_once("return ", together, frame)
            else:
                self._write_output(together, frame)

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:
        """Texts and values, where they do not stand in a block."""
        if frame.require_output_check:
            self.writeline("if parent_template is None:")
            self.indent()
        self._write_output([node], frame)
        if frame.require_output_check:
            self.outdent()

    def _know(self, name: str, ref: str) -> None:
        if self._is_alone and name not in self._assigned:
            self._macros.add(ref)

    def _write_output(self, told: Sequence[nodes.Node], frame: Frame) -> None:
        if frame.buffer is None:
            self._write_once("yield ", told, frame)
        else:
            self._write_once(f"{frame.buffer}.append(", told, frame)
            self.write(")")

    def _write_once(self, begin: str, told: Sequence[nodes.Node], frame: Frame) -> None:
        self.writeline(begin, told[0])
        self._write_text(told, frame)

    def _write_text(self, told: Sequence[nodes.Node], frame: Frame) -> None:
        """Write an expression for the text of nodes that come in one go."""
        pieces = list(chain.from_iterable(_pieces(one) for one in told))
        inside = [one for one in pieces if not isinstance(one, nodes.TemplateData)]
        # Python makes of this what it makes of an f-string, whatever quotes are inside.
        form = "".join(
            one.data.replace("%", "%%") if isinstance(one, nodes.TemplateData) else "%s"
            for one in pieces
        )
        if not inside:
            self.write(repr(form % ()))
        elif form == "%s":
            self._write_piece(inside[0], frame)
        else:
            self.write(f"{form!r} % (")
            for one in inside:
                self._write_piece(one, frame)
                self.write(", ")
            self.write(")")

    def _write_piece(self, node: nodes.Node, frame: Frame) -> None:
        if isinstance(node, nodes.If):
            self.write("(")
            for one in (node, *node.elif_):
                self._write_text(one.body, frame)
                self.write(" if ")
                self.visit(one.test, frame)
                self.write(" else ")
            self._write_text(node.else_, frame)
            self.write(")")
        elif self._calls_macro(node, frame):
            self._written = node
            self.write("direct_")
            self.visit(node, frame)
            self._written = None
        else:
            # Most values are texts, and to ask here what they are saves a call.
            self.write("(html_of(told) if type(told := ")
            self.visit(node, frame)
            self.write(") is str else escaped(told))")

    def _calls_macro(self, node: nodes.Node, frame: Frame) -> bool:
        return (
            isinstance(node, nodes.Call)
            and isinstance(node.node, nodes.Name)
            and frame.symbols.ref(node.node.name) in self._macros
            and not (node.dyn_args or node.dyn_kwargs)
        )
