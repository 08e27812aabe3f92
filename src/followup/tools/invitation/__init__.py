"""The invitation, read."""
