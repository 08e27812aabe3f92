"""The letter writer."""
