"""A host's own sources and rules, and other figures for our defaults and choices, laid over the engine's rules."""

from collections.abc import Mapping
from typing import Any

from followup.rules.sayings import FIGURE as FIGURES
from followup.rules.sayings import PLACE
from followup_site.host.mistakes import HostFile, HostMistake, Spot, among, shown
from followup_site.host.order import Book, Bound, crossed, disorder, rules_of
from followup_site.host.records import BOUNDS, JOINS, Placed, check_figure, check_names, check_record
from followup_site.host.sentences import check_sentence
from followup_site.words.wording import site_words

MARK = "mark"
# What a figure of an older version is called now, and how it counts.
RENAMED = {("O17", "latest_business_days"): "host.rules.renamed"}


def joined(file: HostFile, book: Book) -> tuple[Placed, ...]:
    """Adds what one file of host/rules says to the tables of ours; HostMistake where it cannot be used."""
    file.only(file.table, (*JOINS, "change"), site_words("host.names.table"))
    found = tuple(_joined(file, book))
    changes = file.table.get("change", {})
    if not isinstance(changes, dict):
        raise file.wrong(Spot(key="change"), changes, site_words("host.rules.changes"))
    for id, change in changes.items():
        _change(file, id, change, book)
    return found


def _joined(file: HostFile, book: Book) -> list[Placed]:
    made = []
    for kind, name in JOINS.items():
        for nth, record in enumerate(file.records(kind)):
            placed = Placed(file=file, kind=kind, nth=nth, record=record)
            check_record(placed, book)
            book[name][kind].append(record)
            made.append(placed)
    return made


def _change(file: HostFile, id: str, change: object, book: Book) -> None:
    table = f"change.{id}"
    found = rules_of(book)
    if id not in found:
        ours = [one for one in found if one[0] in "KO"]
        raise file.wrong(Spot(table=table), id, among(id, ours, site_words("host.names.changed")))
    if id[:1] not in ("K", "O"):
        raise file.wrong(Spot(table=table), id, site_words("host.rules.changed"))
    if not isinstance(change, dict):
        raise file.mistake(id, site_words("host.rules.change", id=id))
    record = found[id]
    sentences = ("default", "why") if id.startswith("K") else ("title", "reason")
    figures = [key for key in record if FIGURES.fullmatch(key)]
    known = (*figures, *sentences, *((MARK,) if "scale" in record else ()))
    for key, value in change.items():
        spot = Spot(table=table, key=key)
        if key not in known:
            renamed, what = RENAMED.get((id, key), ""), site_words("host.names.of", whole=id)
            raise file.wrong(spot, key, site_words(renamed) if renamed else among(key, known, what))
        if key in figures:
            check_figure(file, spot, key, value, type(record[key]))
        elif key != MARK:
            # A question's sentence may name any record's figures, a choice's its own.
            check_sentence(file, spot, value, {**record, **change}, found if id[0] == "K" else {})
    _check_told(file, table, id, sentences[0], change, record)
    record |= {key: value for key, value in change.items() if key != MARK}
    if MARK in change:
        record["scale"]["marks"]["ours"] = _mark(file, Spot(table=table, key=MARK), change[MARK])


def _check_told(
    file: HostFile, table: str, id: str, sentence: str, change: Mapping[str, Any], record: Mapping[str, Any]
) -> None:
    """Raises HostMistake for a figure that neither our sentence and scale carry, nor the host's."""
    moved = [key for key in change if FIGURES.fullmatch(key)]
    told = {place["key"] for place in PLACE.finditer(record[sentence])}
    if moved and sentence not in change and not told.intersection(moved):
        may = site_words("host.rules.sentence", sentence=sentence)
        raise file.wrong(Spot(table=table, key=moved[0]), moved[0], may)
    mark = record.get("scale", {}).get("marks", {}).get("ours") if moved else None
    if mark and MARK not in change and not any(isinstance(end, str) for span in mark["spans"] for end in span):
        may = site_words("host.rules.scale", id=id)
        raise file.wrong(Spot(table=table, key=moved[0]), moved[0], may)


def _mark(file: HostFile, spot: Spot, mark: object) -> Mapping[str, Any]:
    whole = isinstance(mark, dict) and set(mark) in ({"words", "spans"}, {"words", "spans", "best"})
    if not (isinstance(mark, dict) and whole and isinstance(mark["words"], str) and _are_spans(mark["spans"])):
        raise file.wrong(spot, mark, site_words("host.rules.mark"))
    if not isinstance(mark.get("best", 0), int | float):
        raise file.wrong(spot, mark["best"], site_words("host.rules.best"))
    return mark


def _are_spans(spans: object) -> bool:
    return isinstance(spans, list) and all(
        isinstance(span, list) and len(span) == 2 and all(type(end) in (int, float) for end in span) for span in spans
    )


def checked(placed: tuple[Placed, ...], files: tuple[HostFile, ...], book: Book) -> None:
    """Raises HostMistake for a name that leads nowhere, and for figures that stand in no order."""
    _check_changed_once(files)
    for one in placed:
        check_names(one, placed, book)
    for who, lower, upper in disorder(book, frozenset(p.record["who"] for p in placed if p.kind == "position")):
        may = site_words("host.rules.beyond", lower=lower[1], upper=upper[1])
        for own in placed:
            if own.kind == "position" and own.record["who"] == who:
                raise _disordered(own, (lower, upper), may)
        raise _moved(files, (lower[1], upper[1]), may)
    for id, first, last in crossed(book):
        may = site_words("host.rules.crossed", id=id, first=first, last=last)
        raise _moved(files, (f"{id}.{first}", f"{id}.{last}"), may)


def _check_changed_once(files: tuple[HostFile, ...]) -> None:
    """Raises HostMistake for a record that two files change: one of them would lose without a word."""
    first: dict[str, HostFile] = {}
    for file in files:
        for id in file.table.get("change", {}):
            if id in first:
                may = site_words("host.rules.once", id=id, other=shown(first[id].path))
                raise file.wrong(Spot(table=f"change.{id}"), id, may)
            first[id] = file


def _disordered(own: Placed, bounds: tuple[Bound, Bound], may: str) -> HostMistake:
    """Gives the mistake at a position's bound; one that it leaves out is ours, which a host is told."""
    key = next(key for key in BOUNDS if own.record.get(key) in [name for _, name in bounds])
    left_out = [site_words("host.rules.left_out", bound=bound) for bound, _ in bounds if bound not in own.record]
    return own.wrong(key, own.record[key], "; ".join([may, *left_out]))


def _moved(files: tuple[HostFile, ...], names: tuple[str, ...], may: str) -> HostMistake:
    """Gives the mistake at the first changed figure among some, that of the last file where none is found."""
    for name in (part for sum in names for part in sum.split(" + ")):
        id, _, key = name.partition(".")
        for file in files:
            value = file.table.get("change", {}).get(id, {}).get(key)
            if value is not None:
                return file.wrong(Spot(table=f"change.{id}", key=key), value, may)
    return files[-1].mistake(names[0], may)
