"""Builds the site on CPython: tags, calendars, the browser bundle and the seal."""
