"""Everything that a page or a terminal shows of a plan."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from followup.model.plan import Notice
from followup.planning.voices import Voices
from followup.tools.planner.beside import LawRow, Rather, Take
from followup.tools.planner.days import FieldButton
from followup.tools.planner.news import News
from followup.tools.planner.past import Past
from followup.tools.planner.preview import Preview
from followup.tools.planner.recap import Recap
from followup.tools.planner.rows import Section, StepRow
from followup.words.lead import Lead
from followup.words.steps import StepView


@dataclass(frozen=True, kw_only=True, slots=True)
class Again:
    """What a second save of the calendar file does, in a sentence, and the words of the way to more."""

    words: str
    link: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanView:
    """Everything that a page or a terminal shows of a plan."""

    about: str
    # The day on which it was planned, on the reader's clock.
    today: str
    next: StepView | None
    # When to do it, for plain text; never a day that is past.
    when: str
    lead: Lead | None
    letter: Preview | None
    # Others who get the same on the same day, each with their own letter.
    also: tuple[StepView, ...]
    later: tuple[StepRow, ...]
    # The same under what they wait for.
    sections: tuple[Section, ...]
    # Whose recruiter it is, in one tap, where that would be another step; the question stands above the letter.
    whose: tuple[FieldButton, ...]
    whose_asked: frozenset[str]
    dropped: tuple[StepView, ...]
    past: tuple[Past, ...]
    recap: Recap
    nothing: str
    # What is said while the next step waits.
    rests: str
    # Where the process stands and since when, once something is known of it; and the day to come back on.
    standing: tuple[str, str]
    look_again: str
    steps: tuple[StepView, ...]
    # What further sources say, by the id of the step.
    voices: Mapping[str, Voices]
    news: News | None
    notices: tuple[Notice, ...]
    about_days: tuple[Notice, ...]
    alternative: Rather | None
    approach: str
    ends: str
    # The day by which the law makes them tell, on a line of its own.
    law: LawRow | None
    touches: str
    picture: Markup
    # What is to be known of its calendar entries, where the case has no id.
    entries: str
    again: Again
    # Whose days were counted, and what else may be chosen in one tap.
    days: str
    choices: tuple[FieldButton, ...]
    # What takes back the day that words were read as.
    forget: FieldButton | None
    # Where it can go, and at which hour; nothing where nothing is to be done.
    take: Take | None
    # Hours by our zones, for the page to hold against the device's own.
    clocks: str
    clocks_differ: str
