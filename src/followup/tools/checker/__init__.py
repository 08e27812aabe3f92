"""The draft checker."""
