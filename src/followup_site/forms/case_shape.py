"""Tells the page's script which fields a case has, so that data from outside is checked before its use."""

import dataclasses
import json
from collections.abc import Mapping
from typing import Any, get_args, get_origin

from followup import forms
from followup.model.case import Case


def case_shape_script() -> str:
    """Gives the module that the script's `store/case_shape.js` stands for in the sources."""
    return f"export const shape = {json.dumps(shape(Case))};"


def shape(cls: type) -> Mapping[str, Mapping[str, Any]]:
    """Gives the fields of a dataclass: `most` items of a list, `of` what, and whether it is only `carried` along."""
    return {forms.key_of(part): _part(cls, part) for part in dataclasses.fields(cls)}


def _part(cls: type, part: dataclasses.Field[Any]) -> Mapping[str, Any]:
    question = part.metadata["question"]
    kind = forms.optional(forms.hints(cls)[part.name])
    is_list = get_origin(kind) is tuple
    item = forms.plain(get_args(kind)[0]) if is_list else kind
    told = {
        "most": question.limit if is_list else None,
        "of": shape(item) if isinstance(item, type) and dataclasses.is_dataclass(item) else None,
        "carried": question.carried or None,
    }
    return {name: value for name, value in told.items() if value is not None}
