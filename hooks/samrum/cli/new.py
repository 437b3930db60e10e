"""`samrum new KIND`: a few answers -> a drafted record with blanks to fill in."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from samrum.blanks import BLANK
from samrum.catalogue import Catalogue
from samrum.cli.archive import need_folder, read, records_option
from samrum.conversion import made_ready
from samrum.diagnosis import findings_in
from samrum.drafting import draft, slug
from samrum.model import MODELS, Kind, Organization
from samrum.model.fields import plans
from samrum.problems import suggestion
from samrum.schema import words
from samrum.writing import write

_ASKED: dict[Kind, tuple[str, ...]] = {
    Kind.MEETING: ("organization", "date"),
    Kind.DECISION: ("organization", "title"),
    Kind.STRATEGY: ("title", "type"),
    Kind.CASE_STUDY: ("title", "area"),
    Kind.MATTER: ("title",),
    Kind.ORGANIZATION: ("name", "classification"),
    Kind.EVENT: ("organization", "name", "type", "date"),
}
"""What has to be known before there can be a draft: its id is made of it."""


@click.group(short_help="Draft a new record.")
def new() -> None:
    """Draft a new record: what is not given as an option is asked for.

    The draft says in Swedish what belongs where. Write something in the place of every blank, and
    `samrum check` has nothing more to say.

    \b
    Examples:
      samrum new meeting --organization svo --date 2026-12-18
      samrum new matter --title "Skolskjuts på landsbygden"
    """


def _command(kind: Kind) -> click.Command:
    def run(records: Path, id: str | None, **answers: str | None) -> None:
        need_folder(records)
        catalogue, _ = read(records)
        given = {name: _asked(kind, name, answers[name], catalogue) for name in _ASKED[kind]}
        _check(kind, given)
        given["id"] = id or _id(kind, given)
        _check(kind, given)
        place = Path(kind.folder)
        if kind is Kind.MEETING:
            place /= given["date"][:4]
        path = records / place / f"{given['id']}.yml"
        _refuse_taken(path, given["id"], catalogue)
        last = next(iter(catalogue.meetings_of.get(given.get("organization", ""), ())), None)
        write(path, draft(kind, given, len(place.parts), last if kind is Kind.MEETING else None))
        click.echo(path.as_posix())
        click.echo(f"fill in each {BLANK}, then: samrum check {path.as_posix()}", err=True)

    fields = plans(MODELS[kind])
    options: list[click.Parameter] = [
        click.Option([f"--{name}"], help=f"{fields[name].title}: {fields[name].description}")
        for name in _ASKED[kind]
    ]
    options.append(click.Option(["--id"], help="The id, if it is not to be made of the rest."))
    article = "an" if kind.value[0] in "aeiou" else "a"
    described = f"Draft {article} {kind.value.replace('-', ' ')}."
    command = click.command(kind.value, help=described)(records_option(run))
    command.params = [*options, *command.params]
    return command


for _kind in Kind:
    new.add_command(_command(_kind))


def _id(kind: Kind, given: Mapping[str, str]) -> str:
    """The id of a record as the archive's other records have it."""
    match kind:
        case Kind.MEETING:
            return f"{given['organization']}-{given['date']}"
        case Kind.EVENT:
            return slug(f"{given['type']}-{given['organization']}-{given['date']}")
        case Kind.ORGANIZATION:
            return slug(given["name"])
        case _:
            return slug(given["title"])


def _asked(kind: Kind, name: str, answer: str | None, catalogue: Catalogue) -> str:
    """The value of a field, from the option or from the editor."""
    if name == "organization":
        return _organization(answer, catalogue)
    if answer is not None:
        return answer
    choices = words(kind, name)
    type = click.Choice(choices) if choices else str
    value: Any = click.prompt(f"{plans(MODELS[kind])[name].title} ({name})", type=type)
    return str(value)


def _organization(answer: str | None, catalogue: Catalogue) -> str:
    def known(id: str) -> str:
        if catalogue.organization(id) is None:
            ids = [one.id for one in catalogue.organizations]
            advice = suggestion(id, ids) or "; draft it with `samrum new organization`"
            raise click.UsageError(f'no organization "{id}"{advice}')
        return id

    if answer is not None:
        return known(answer)
    for body in filter(_decides, catalogue.organizations):
        click.echo(f"  {body.id}: {body.name}")
    chosen: str = click.prompt("Organ (organization)", value_proc=known)
    return chosen


def _decides(body: Organization) -> bool:
    """Whether an organization is likely to be one that meets."""
    return body.decision_power is not None


def _check(kind: Kind, given: Mapping[str, str]) -> None:
    """Raise UsageError for a value that the model refuses."""
    for finding in findings_in(made_ready(given, MODELS[kind]), MODELS[kind], ""):
        if finding.keys[0] in given:
            raise click.UsageError(finding.message)


def _refuse_taken(path: Path, id: str, catalogue: Catalogue) -> None:
    taken = catalogue.paths.get(id)
    if taken is None and path.exists():
        taken = path.as_posix()
    if taken or catalogue.find(id):
        where = f" in {taken}" if taken else ""
        message = f'"{id}" is there already{where}; choose another with --id, or edit that one'
        raise click.UsageError(message)
