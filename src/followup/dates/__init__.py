"""Clocks, zones and business days."""
