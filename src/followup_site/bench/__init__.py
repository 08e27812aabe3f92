"""Measures how fast the site starts, against the plain way and against its peers."""
