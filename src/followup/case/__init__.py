"""What happened, read once."""
