"""Reads the invitation to an interview: a calendar file, an email that holds one, or the words of an email."""

from followup.files.invitation.reading import Invitation, read

__all__ = ["Invitation", "read"]
