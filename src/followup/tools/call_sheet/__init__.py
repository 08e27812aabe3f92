"""The call sheet."""
