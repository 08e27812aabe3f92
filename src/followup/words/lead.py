"""The sentence that leads an answer: what to do and when, with the hour of the target, on the reader's clock."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from followup import data
from followup.dates import clock
from followup.model.language import dated, half_of_day, listed, weekday
from followup.model.plan import Plan, Step
from followup.model.wording import view_words
from followup.words.greeting import first_name
from followup.words.moments import Reader, city, near_day
from followup.words.steps import around_its_day, nobody_of, words_of

NEAR_DAYS = 6
SAME_YEAR_DAYS = 300


@dataclass(frozen=True, kw_only=True, slots=True)
class Lead:
    """What to do, when, and what else may be known of the hour; `rest`, `fine` and `theirs` may be empty.

    The time stands between `begin` and `tail`, so that it is no part of what is asked.
    """

    begin: str
    time: str
    rest: str
    best: str
    fine: str
    theirs: str

    @property
    def do(self) -> str:
        """What to do, without its time: "Ask Dana about your first day"."""
        return f"{self.begin}{self.rest}"

    @property
    def tail(self) -> str:
        """What stands behind the time: ", about your first day" behind one with an hour."""
        is_set_off = "," in self.time and self.rest and not self.rest.startswith(",")
        return f",{self.rest}" if is_set_off else self.rest


@lru_cache(maxsize=1)
def lead_words() -> Mapping[str, Any]:
    """Gives the words of data/words/lead_words.toml."""
    return data.table("words", "lead_words.toml")


def lead(step: Step, names: Sequence[str], who: Reader, now: datetime, again: datetime) -> Lead:
    """Gives the sentence for a step; `names` are of everybody who gets the same on that day.

    `again` is the moment for it from `now` on: its target, or the next hour to write or call in once that is over.
    """
    first, best, last = (moment.astimezone(who.here) for moment in (step.window.earliest, again, step.window.latest))
    is_ahead = clock.instant(now) < clock.instant(best)
    if clock.instant(again) > clock.instant(step.window.target) or step.channel == "phone":
        # Between the hours for it nobody is called (K18).
        first = best
    begin, rest = _do(step, names)
    return Lead(
        begin=begin,
        rest=rest,
        time=_time(step, first, best, last, is_ahead, who),
        best=_best(first, best, who) if is_ahead else "",
        fine=_fine(step, best, last, is_ahead, who),
        theirs=_theirs(best if is_ahead else last, step, who) if is_ahead or step.status != "overdue" else "",
    )


def short(step: Step) -> str:
    """Gives a step in a few words, for a row."""
    return words_of(step)["row"]


def is_for_silence(step: Step) -> bool:
    """True for what is meant only for when nobody has written by then."""
    return not {step.action, f"{step.action}/{step.letter}"}.isdisjoint(lead_words()["silent"])


def day_words(day: date, who: Reader) -> str:
    """Gives a day as it is said today: today, tomorrow, on Monday, on Monday 25 January.

    >>> day_words(date(2027, 1, 25), Reader(today=date(2027, 1, 15), here=None, zone=None, country="US"))
    'on Monday 25 January'
    """
    away = (day - who.today).days
    return near_day(away) or view_words("days.on", day=named_day(day, who))


def named_day(day: date, who: Reader) -> str:
    """Gives the same day inside a line: today, Monday, Monday 25 January."""
    away = (day - who.today).days
    if 1 < away <= NEAR_DAYS:
        return weekday(day)
    return near_day(away) or dated("full" if abs(away) > SAME_YEAR_DAYS else "weekday", day)


def standing(plan: Plan, who: Reader) -> tuple[str, str]:
    """Gives where a process stands and since when, which may be empty: "On hold", "since 12 January".

    What happens in one moment stands on its day: "They said no", "on 12 January".
    """
    by_notice = (lead_words()["states_by_notice"].get(notice.kind) for notice in plan.notices)
    said = str(next(filter(None, by_notice), lead_words()["states"][plan.state]))
    if plan.since is None or plan.state in ("held", "ahead"):
        return said, ""
    is_moment, near = plan.state in lead_words()["moments"], day_words(plan.since, who)
    if -1 <= (plan.since - who.today).days <= 0:
        return said, near if is_moment else view_words("days.since", day=near)
    day = dated("long" if plan.since.year != who.today.year else "month", plan.since)
    return said, view_words("days.on" if is_moment else "days.since", day=day)


def short_day(day: date) -> str:
    """Gives a day in a row: "Mon 25 Jan"."""
    return dated("row", day)


def _do(step: Step, names: Sequence[str]) -> tuple[str, str]:
    """What stands before its time, and behind it."""
    words = words_of(step)
    to = listed(tuple(_called(name, names) for name in names if name)) or nobody_of(step)
    begin, rest = around_its_day(words.get("lead", words["title"]))
    return begin.format(to=to), rest.format(to=to)


def _called(name: str, all_names: Sequence[str]) -> str:
    """By the first name, unless two share it or the name is an address."""
    first = first_name(name)
    alone = [first_name(other) for other in all_names].count(first) == 1
    return first if first and alone and "@" not in name else name


def _time(step: Step, first: datetime, best: datetime, last: datetime, is_ahead: bool, who: Reader) -> str:
    """Never a past day: what is overdue is for today, and what may still be done is for its last hour."""
    times = lead_words()["times"]
    if is_ahead and step.channel == "none":
        # There is no hour for what nobody sends.
        return str(times["day"].format(day=day_words(best.date(), who)))
    if is_ahead:
        form = "after" if first == best else "before"
        return str(times[form].format(day=day_words(best.date(), who), hour=clock.short_time(best, who.country)))
    if step.status == "overdue":
        return str(lead_words()["overdue"])
    if last.date() == who.today and last > best:
        return str(times["before"].format(day=near_day(0), hour=clock.short_time(last, who.country)))
    return str(times["day"].format(day=near_day(0)))


def _best(first: datetime, best: datetime, who: Reader) -> str:
    if first.date() != best.date() or first == best:
        return ""
    begins, ends = hours_apart(first, best, who.country)
    return str(lead_words()["between"].format(first=begins, last=ends))


def hours_apart(first: datetime, last: datetime, country: str) -> tuple[str, str]:
    """Gives two hours of a day, the half of it said once: "5", "6 pm"."""
    begins, ends = clock.short_time(first, country), clock.short_time(last, country)
    half = f" {half_of_day(last.hour)}"
    return begins.removesuffix(half) if ends.endswith(half) else begins, ends


def between_hours(first: datetime, last: datetime, country: str) -> str:
    """Gives a stretch of a day: "8 to 9 am"."""
    begins, ends = hours_apart(first, last, country)
    return view_words("hours.between", first=begins, last=ends)


def _fine(step: Step, best: datetime, last: datetime, is_ahead: bool, who: Reader) -> str:
    if step.status == "overdue":
        return str(lead_words()["late_then" if is_ahead and best.date() > who.today else "late"])
    # What is never late stays open when its window is over.
    if last.date() < who.today:
        return str(lead_words()["no_hurry"])
    if step.channel == "none" or last <= best or (not is_ahead and last.date() == who.today):
        return ""
    day = day_words(last.date(), who)
    return str(lead_words()["still_fine"].format(moment=f"{clock.short_time(last, who.country)} {day}"))


def _theirs(mine: datetime, step: Step, who: Reader) -> str:
    """What their clock shows then, where it shows another hour."""
    there = mine.astimezone(step.window.target.tzinfo)
    if step.channel == "none" or there.utcoffset() == mine.utcoffset():
        return ""
    mine_hour, hour = clock.short_time(mine, who.country), clock.short_time(there, who.country)
    day = "" if there.date() == mine.date() else f" {day_words(there.date(), who)}"
    return str(
        lead_words()["theirs"].format(mine=mine_hour, moment=f"{hour}{day}", place=city(step.window.target.tzinfo))
    )
