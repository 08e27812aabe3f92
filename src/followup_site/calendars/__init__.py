"""Calendars, written from the holidays library."""
