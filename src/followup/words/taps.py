"""The buttons that tell what came of a step."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

from followup.frozen import remembered
from followup.model.plan import Step
from followup.words.calls import told_as
from followup.words.wording import plan_words


@dataclass(frozen=True, kw_only=True, slots=True)
class Tap:
    """A button that tells an event: its words, the event as JSON, and what it asks where the reader named a day."""

    words: str
    told: str
    asks: str = ""


def may_be_called(step: Step) -> bool:
    """A check-in can be a call instead; it spends the same touch (K8)."""
    return step.action in ("check-in", "ask-arrived", "second-check-in") and step.channel != "phone"


def taps_for(step: Step, channel: str) -> tuple[Tap, ...]:
    asks = plan_words()["names_day"].get(step.letter, "")
    return _taps_of(told_as(step.action, step.letter), next(iter(step.to), ""), channel, asks)


@remembered(256)
def _taps_of(action: str, to: str, channel: str, asks: str) -> tuple[Tap, ...]:
    told = (tap(one, step=action, to=to) for one in plan_words()["told"] if one["channel"] == channel)
    return tuple(replace(one, asks=asks) for one in told)


def tap(one: Mapping[str, str], **more: str) -> Tap:
    """Gives the button for one event of data/words/plan_words.toml; what is empty is left out."""
    event = {key: value for key, value in {**one, **more}.items() if value and key not in ("words", "channel")}
    return Tap(words=one["words"], told=json.dumps({"events": [event]}, ensure_ascii=False))
