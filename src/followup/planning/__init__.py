"""The planner's room: a case and its events become dated steps, each with its reasons."""

from followup.planning.course import plan

__all__ = ["plan"]
