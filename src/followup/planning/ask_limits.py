"""How often may be asked before they answer: two in a row, four in all that no date called for (law 3)."""

from dataclasses import dataclass

from followup.case.standing import is_sorry, told_since
from followup.planning.scene import Scene
from followup.rules.rulebook import figure

# Two asks are planned ahead: more than two in a row are never made (law 3).
AHEAD = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Count:
    """What was asked in the round so far: in a row, in all, and how often no date of theirs called for it."""

    row: int
    total: int
    uncalled: int

    def more(self, *, called_for: bool) -> "Count":
        """The count after one more ask without an answer."""
        return Count(row=self.row + 1, total=self.total + 1, uncalled=self.uncalled + (not called_for))


def count(scene: Scene) -> Count:
    """The count of the round as it stands."""
    asks = scene.standing.asks
    return Count(row=in_row(scene), total=len(asks), uncalled=sum(not one.called_for for one in asks))


def in_row(scene: Scene) -> int:
    """How many questions stand unanswered: whoever asked to come back has asked one (O48)."""
    standing = scene.standing
    told = standing.reopened and is_sorry(standing) and told_since(standing, standing.reopened, "ask-back")
    return len(standing.row) + bool(told)


def may_ask(scene: Scene, counted: Count, *, called_for: bool) -> bool:
    """Law 3: two in a row, four in all that no date called for; a source alone has its own numbers (C11, C12)."""
    own = scene.approach
    if counted.row >= (own.in_row.count if own.in_row else figure("O29", "in_row_count")):
        return False
    if own.in_all and counted.total >= own.in_all.count:
        return False
    return called_for or counted.uncalled < figure("O29", "in_round_count")


def asks_left(scene: Scene) -> int:
    """How many asks may still be made before they answer (law 3)."""
    counted, left = count(scene), 0
    while left < AHEAD and may_ask(scene, counted, called_for=False):
        counted, left = counted.more(called_for=False), left + 1
    return left


def is_spent(scene: Scene) -> bool:
    """True where four asks were made in the round that no date called for (O29)."""
    return count(scene).uncalled >= figure("O29", "in_round_count")
