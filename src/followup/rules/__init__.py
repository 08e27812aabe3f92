"""What the sources say, and our defaults."""
