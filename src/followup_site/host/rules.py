"""A host's own sources and rules, and other figures for our defaults and choices, laid over the engine's rules."""

import re
from collections.abc import Mapping
from typing import Any

from followup.rules.rulebook import FIGURE
from followup_site.host.mistakes import HostFile

# What a host's file may hold, and the file of ours that it joins.
JOINS = {"source": "sources", "rule": "rules", "position": "positions", "approach": "approaches"}
OWN = re.compile(r"H\d+")
CHANGEABLE = re.compile(r"[KO]\d+")
MARK = "mark"


def joined(file: HostFile, rules: dict[str, dict[str, Any]]) -> None:
    """Adds what one file of host/rules says to the tables of ours, by file; HostMistake where it cannot be used."""
    file.only(file.table, (*JOINS, "change"), "a table")
    for kind, name in JOINS.items():
        for record in file.table.get(kind, ()):
            _check_id(file, kind, record)
            rules[name][kind].append(record)
    for id, change in file.table.get("change", {}).items():
        _change(file, id, change, rules)


def _check_id(file: HostFile, kind: str, record: Mapping[str, Any]) -> None:
    if kind == "rule" and not OWN.fullmatch(str(record.get("id", ""))):
        raise file.mistake(record.get("id", "no id"), "a rule of your own may be called H1, H2 and so on")


def _change(file: HostFile, id: str, change: Mapping[str, Any], rules: dict[str, dict[str, Any]]) -> None:
    near = (f"[change.{id}]",)
    found = {one["id"]: one for one in [*rules["defaults"]["default"], *rules["rules"]["rule"]]}
    if id not in found or not CHANGEABLE.fullmatch(id):
        may = "our defaults (K) and choices (O) may be changed; for what a source says, add a source of your own"
        raise file.mistake(id, may, near=near)
    record = found[id]
    sentence, why = ("default", "why") if id.startswith("K") else ("title", "reason")
    figures = [key for key in record if FIGURE.fullmatch(key)]
    file.only(change, (*figures, sentence, why, *((MARK,) if "scale" in record else ())), f"of {id}", near=near)
    for key in figures:
        if type(change.get(key, record[key])) is not type(record[key]):
            raise file.mistake(change[key], f"{key} may be one like {record[key]}", near=(*near, key))
    for needed in (sentence, why, *((MARK,) if "scale" in record else ())):
        if needed not in change:
            raise file.mistake(id, f"who changes its figure may say so too: add {needed}", near=near)
    record |= {key: value for key, value in change.items() if key != MARK}
    if MARK in change:
        record["scale"]["marks"]["ours"] = change[MARK]
