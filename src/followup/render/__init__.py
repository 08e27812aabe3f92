"""Panels and pictures."""
