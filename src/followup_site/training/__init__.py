"""Asks for the frozen image: what it is made with and learns from, and what it is tested with."""
