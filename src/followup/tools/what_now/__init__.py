"""The guide "What now?"."""
